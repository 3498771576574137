/** From a round as it is written down to its matching, with names again, verified. */

import { canonicalText } from "./canonical-text.ts";
import type { Columns, Instance, InstanceProblem } from "./instance.ts";
import { settleRound, type Settled } from "./lower-quotas.ts";
import { unplaced } from "./market.ts";
import { readInstance } from "./read-instance.ts";
import { type Verdict, verifyMatching } from "./verify-matching.ts";

/** How many pairs of a kind an outcome lists at most. */
export const pairsListed = 100;

export interface NamedPair {
  readonly student: string;
  readonly place: string;
}

/** A place that a student wanted and a bound kept from them. */
export interface NamedStop extends NamedPair {
  readonly by: "region" | "reserve" | "closed";
  /** Of the region that was full. */
  readonly region?: string;
}

export interface NamedOutcome {
  readonly matching: Readonly<Record<string, string | null>>;
  /** For the instance as its mode of lower quotas changed it. */
  readonly stable: boolean;
  readonly blocking: readonly NamedPair[];
  readonly stopped: readonly NamedStop[];
  readonly closed: readonly string[];
  /** Open places with fewer students than their lower quota. */
  readonly short: readonly string[];
}

export type MatchedInstance =
  | {
      readonly isSound: true;
      readonly columns: Columns;
      readonly settled: Settled;
      readonly verdict: Verdict;
      readonly outcome: NamedOutcome;
    }
  | { readonly isSound: false; readonly problems: readonly InstanceProblem[] };

export function matchInstance(instance: Instance): MatchedInstance {
  const read = readInstance(instance);
  if (!read.isSound) return read;
  const { columns } = read;
  const { market, rules, forest, lower, mode } = columns;
  const settled = settleRound(market, rules, forest, lower, mode);
  const verdict = verifyMatching(settled.market, settled.rules, settled.placeOf, pairsListed);
  const outcome = nameOutcome(columns, settled, verdict);
  return { isSound: true, columns, settled, verdict, outcome };
}

/** The text whose hash names an instance, whatever order its file lists things in. */
export function instanceText(instance: Instance): string {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1);
  const { places, regions, order } = instance;
  return canonicalText({
    ...instance,
    students: instance.students.toSorted(byId),
    places: places.toSorted(byId),
    regions: (regions ?? [])
      .map((one) => ({ ...one, places: one.places.toSorted() }))
      .toSorted(byId),
    // What is not said is written out, so that the hash covers what it means.
    capRule: instance.capRule ?? "round-robin",
    order: order ?? places.map(({ id }) => id),
    lowerQuotas: instance.lowerQuotas ?? {},
    lowerMode: instance.lowerMode ?? "report",
    lottery: instance.lottery ?? "",
  });
}

function nameOutcome(columns: Columns, settled: Settled, verdict: Verdict): NamedOutcome {
  const { studentIds, placeIds, regionIds } = columns;
  const named = ({ student, place }: { readonly student: number; readonly place: number }) => ({
    student: studentIds[student]!,
    place: placeIds[place]!,
  });
  const matching = Object.fromEntries(
    studentIds.map((id, at): [string, string | null] => {
      const place = settled.placeOf[at]!;
      return [id, place === unplaced ? null : placeIds[place]!];
    }),
  );
  const stopped = verdict.stopped.map((pair): NamedStop => {
    const { cap } = pair;
    if (cap === null) return { ...named(pair), by: "reserve" };
    return { ...named(pair), by: "region", region: regionIds[cap]! };
  });
  return {
    matching,
    stable: verdict.isStable,
    blocking: verdict.blocking.map(named),
    stopped: [
      ...stopped,
      ...wantedClosed(settled).map((pair) => ({ ...named(pair), by: "closed" as const })),
    ],
    closed: settled.closed.map((place) => placeIds[place]!),
    short: settled.short.map((place) => placeIds[place]!),
  };
}

/** Students that a closed place would have taken and who are not where they would rather be. */
function wantedClosed({ market, placeOf, closed }: Settled) {
  const { students, starts, choices, scores } = market;
  const isClosed = new Set(closed);
  const pairs: { student: number; place: number }[] = [];
  if (isClosed.size === 0) return pairs;
  for (let student = 0; student < students && pairs.length < pairsListed; student++) {
    for (let slot = starts[student]!; slot < starts[student + 1]!; slot++) {
      const place = choices[slot]!;
      if (place === placeOf[student]) break;
      if (isClosed.has(place) && scores[slot]! >= 0) pairs.push({ student, place });
    }
  }
  return pairs;
}
