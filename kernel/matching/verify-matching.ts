/**
 * Says whether a matching is sound and stable, without knowing how it was made: this file shares no
 * code with the engine, so that a fault there is seen here.
 */

import type { Market, Matching, Rules } from "./market.ts";

export type MatchingFault =
  | { readonly kind: "over-capacity"; readonly place: number }
  | { readonly kind: "over-cap"; readonly cap: number }
  | { readonly kind: "over-spare" }
  | { readonly kind: "unknown-place"; readonly student: number }
  | { readonly kind: "unranked"; readonly student: number; readonly place: number }
  | { readonly kind: "unacceptable"; readonly student: number; readonly place: number };

/** A student who would rather be in a place that would rather have them. */
export interface BlockingPair {
  readonly student: number;
  readonly place: number;
}

/** A student for whom a place has a seat that a cap does not let it fill. */
export interface StoppedPair extends BlockingPair {
  /** The smallest cap that is full; null where it is the bound on seats above target. */
  readonly cap: number | null;
}

export interface Verdict {
  /** No fault and no blocking pair. */
  readonly isStable: boolean;
  readonly faults: readonly MatchingFault[];
  /** The first of them, and how many there are. */
  readonly blocking: readonly BlockingPair[];
  readonly blockingCount: number;
  readonly stopped: readonly StoppedPair[];
  readonly stoppedCount: number;
}

/** @param listed  how many pairs of a kind are listed at most */
export function verifyMatching(
  market: Market,
  rules: Rules,
  placeOf: Matching,
  listed = 100,
): Verdict {
  const faults: MatchingFault[] = [];
  const seen = measure(market, placeOf, faults);
  const bounds = measureCaps(market, rules, placeOf, seen, faults);
  const blocking: BlockingPair[] = [];
  const stopped: StoppedPair[] = [];
  let [blockingCount, stoppedCount] = [0, 0];
  const { students, starts, choices, scores, capacities, lottery } = market;
  const { load, worstScore, worstLottery } = seen;
  for (let student = 0; student < students; student++) {
    for (let slot = starts[student]!; slot < starts[student + 1]!; slot++) {
      const place = choices[slot]!;
      if (place === placeOf[student]) break;
      const score = scores[slot]!;
      if (score < 0 || capacities[place] === 0) continue;
      const isPreferred =
        load[place]! > 0 &&
        (score > worstScore[place]! ||
          (score === worstScore[place] && lottery[student]! < worstLottery[place]!));
      const hasSeat = load[place]! < capacities[place]!;
      if (!isPreferred && !hasSeat) continue;
      const bound = isPreferred ? "none" : bounds.stops(student, place, score);
      if (bound === "none") {
        blockingCount += 1;
        if (blocking.length < listed) blocking.push({ student, place });
      } else {
        stoppedCount += 1;
        if (stopped.length < listed) stopped.push({ student, place, cap: bound });
      }
    }
  }
  const isStable = faults.length === 0 && blockingCount === 0;
  return { isStable, faults, blocking, blockingCount, stopped, stoppedCount };
}

/** What each place holds, and the worst of it. */
interface Seen {
  readonly load: Int32Array;
  readonly worstScore: Int32Array;
  readonly worstLottery: Int32Array;
  /** Slot of each student's place; -1 where there is none. */
  readonly slotOf: Int32Array;
}

function measure(market: Market, placeOf: Matching, faults: MatchingFault[]): Seen {
  const { students, places, starts, choices, scores, capacities, lottery } = market;
  const load = new Int32Array(places);
  const worstScore = new Int32Array(places);
  const worstLottery = new Int32Array(places);
  const slotOf = new Int32Array(students).fill(-1);
  for (let student = 0; student < students; student++) {
    const place = placeOf[student]!;
    if (place === -1) continue;
    if (!(place >= 0 && place < places)) {
      faults.push({ kind: "unknown-place", student });
      continue;
    }
    let slot = starts[student]!;
    while (slot < starts[student + 1]! && choices[slot] !== place) slot++;
    load[place]! += 1;
    if (slot === starts[student + 1]) {
      faults.push({ kind: "unranked", student, place });
      continue;
    }
    slotOf[student] = slot;
    const score = scores[slot]!;
    if (score < 0) faults.push({ kind: "unacceptable", student, place });
    const isWorst =
      load[place] === 1 ||
      score < worstScore[place]! ||
      (score === worstScore[place] && lottery[student]! > worstLottery[place]!);
    if (isWorst) {
      worstScore[place] = score;
      worstLottery[place] = lottery[student]!;
    }
  }
  for (let place = 0; place < places; place++) {
    if (load[place]! > capacities[place]!) faults.push({ kind: "over-capacity", place });
  }
  return { load, worstScore, worstLottery, slotOf };
}

interface Bounds {
  /** The bound that keeps a free seat from this student; "none" where they would get it. */
  stops(student: number, place: number, score: number): number | null | "none";
}

function measureCaps(
  market: Market,
  rules: Rules,
  placeOf: Matching,
  seen: Seen,
  faults: MatchingFault[],
): Bounds {
  const { caps, targets, spare } = rules;
  const loads = caps.map((cap) => cap.places.reduce((sum, p) => sum + seen.load[p]!, 0));
  const around = new Map<number, number[]>();
  for (const [cap, { places, most }] of caps.entries()) {
    if (loads[cap]! > most) faults.push({ kind: "over-cap", cap });
    for (const place of places) around.set(place, [...(around.get(place) ?? []), cap]);
  }
  for (const list of around.values()) {
    list.sort((a, b) => caps[a]!.places.length - caps[b]!.places.length || a - b);
  }
  const above = seen.load.reduce((sum, load, p) => sum + Math.max(0, load - targets[p]!), 0);
  if (spare !== null && above > spare) faults.push({ kind: "over-spare" });
  const worst = rules.rule === "by-priority" ? worstUnderCaps(market, rules, placeOf, seen) : null;
  return {
    stops(student, place, score) {
      const full = around.get(place)?.filter((cap) => loads[cap]! >= caps[cap]!.most) ?? [];
      if (worst === null) {
        // A seat up to the target is the place's own, whatever others hold above theirs.
        if (seen.load[place]! < targets[place]!) return "none";
        return full[0] ?? (spare !== null && above >= spare ? null : "none");
      }
      // By priority the worst student under the smallest full cap gives way to a better one; that
      // may be the student, who then only moves.
      const tight = full[0];
      if (tight === undefined || caps[tight]!.most === 0) return tight ?? "none";
      const [theirs, drawn] = worst[tight]!;
      const isBetter = score > theirs || (score === theirs && market.lottery[student]! <= drawn);
      return isBetter ? "none" : tight;
    },
  };
}

/** Score and lottery of the worst student under each cap. */
function worstUnderCaps(
  { students, scores, lottery }: Market,
  { caps }: Rules,
  placeOf: Matching,
  { slotOf }: Seen,
): readonly (readonly [number, number])[] {
  const heldBy = new Map<number, number[]>();
  for (let student = 0; student < students; student++) {
    if (slotOf[student] === -1) continue;
    const place = placeOf[student]!;
    const held = heldBy.get(place);
    if (held === undefined) heldBy.set(place, [student]);
    else held.push(student);
  }
  return caps.map(({ places }) => {
    let [score, drawn] = [Infinity, -1];
    for (const student of places.flatMap((place) => heldBy.get(place) ?? [])) {
      const own = scores[slotOf[student]!]!;
      if (own < score || (own === score && lottery[student]! > drawn)) {
        [score, drawn] = [own, lottery[student]!];
      }
    }
    return [score, drawn];
  });
}
