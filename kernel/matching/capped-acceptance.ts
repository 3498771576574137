/**
 * Deferred acceptance under nested caps: after every round of proposals a choice rule chooses anew
 * from all that is held.
 *
 * By round-robin each place keeps its best up to its target, then places take turns for one more
 * each, in the published order, while place and caps have room (after Kamada and Kojima's flexible
 * deferred acceptance, 2015). By priority the best proposals under a cap are kept, whichever of its
 * places they ask (as a lecturer's projects: Abraham, Irving, Manlove 2007). Both rules choose from
 * counts or from one order alone, so it does not matter who asks first.
 */

import { type Market, type Matching, type Rules, studentsOfSlots, unplaced } from "./market.ts";
import { type CapForest, none } from "./nested-caps.ts";

/**
 * @param forest  of the caps in `rules`
 * @param turn    who of the `free` asks in this round, as places in `free`; all when not said
 */
export function cappedAcceptance(
  market: Market,
  rules: Rules,
  forest: CapForest,
  turn?: (free: readonly number[]) => readonly number[],
): Matching {
  const { students, places, starts, choices, scores } = market;
  const own = studentsOfSlots(market);
  const groups = groupPlaces(rules, forest, places);
  const held: number[][] = Array.from({ length: places }, () => []);
  const next = starts.slice(0, students);
  const before = (a: number, b: number) =>
    scores[b]! - scores[a]! || market.lottery[own[a]!]! - market.lottery[own[b]!]!;
  const choose = rules.rule === "by-priority" ? keepByPriority : keepByTurns;
  const isKept = new Uint8Array(choices.length);
  let free = Array.from({ length: students }, (_, s) => s);
  for (;;) {
    free = free.filter((s) => next[s]! < starts[s + 1]!);
    if (free.length === 0) break;
    const asking = turn === undefined ? free : turn(free);
    const left = asking === free ? [] : free.filter((s) => !asking.includes(s));
    const touched = new Set<number>();
    for (const s of asking) {
      const slot = next[s]!;
      next[s] = slot + 1;
      if (scores[slot]! < 0) left.push(s);
      else {
        held[choices[slot]!]!.push(slot);
        touched.add(groups.of[choices[slot]!]!);
      }
    }
    for (const group of touched) {
      const members = groups.members[group]!;
      for (const p of members) held[p]!.sort(before);
      const kept = choose({ market, rules, forest, members, held, before });
      for (const slot of kept.flat()) isKept[slot] = 1;
      for (const [at, p] of members.entries()) {
        for (const slot of held[p]!) {
          if (isKept[slot] === 0) left.push(own[slot]!);
          isKept[slot] = 0;
        }
        held[p] = kept[at]!;
      }
    }
    free = left;
  }
  const placeOf = new Int32Array(students).fill(unplaced);
  for (const [p, slots] of held.entries()) for (const slot of slots) placeOf[own[slot]!] = p;
  return placeOf;
}

/** Places that a cap binds together, in the published order; only these need choosing together. */
interface Groups {
  readonly of: Int32Array;
  readonly members: readonly (readonly number[])[];
}

function groupPlaces(rules: Rules, forest: CapForest, places: number): Groups {
  const of = new Int32Array(places);
  const members: number[][] = [];
  const groupOfRoot = new Map<number, number>();
  for (const p of rules.order) {
    let root = forest.smallest[p]!;
    while (root !== none && forest.parents[root] !== none) root = forest.parents[root]!;
    // A bound on all seats above target binds every place to every other one.
    const key = rules.spare === null ? (root === none ? -1 - p : root) : 0;
    let group = groupOfRoot.get(key);
    if (group === undefined) {
      group = members.push([]) - 1;
      groupOfRoot.set(key, group);
    }
    of[p] = group;
    members[group]!.push(p);
  }
  return { of, members };
}

interface Choosing {
  readonly market: Market;
  readonly rules: Rules;
  readonly forest: CapForest;
  readonly members: readonly number[];
  /** By place, the best first. */
  readonly held: readonly number[][];
  before(a: number, b: number): number;
}

/** What each member keeps, by turns. */
function keepByTurns({ market, rules, forest, members, held }: Choosing): number[][] {
  const load = new Int32Array(forest.most.length);
  const most = members.map((p) => Math.min(market.capacities[p]!, held[p]!.length));
  const kept = members.map((p, at) => Math.min(most[at]!, rules.targets[p]!));
  for (const [at, p] of members.entries()) add(load, forest, p, kept[at]!);
  let spare = rules.spare ?? Infinity;
  let turning = members.map((_, at) => at).filter((at) => kept[at]! < most[at]!);
  while (turning.length > 0) {
    // Whoever finds no room once finds none later: loads only grow.
    turning = turning.filter((at) => {
      const p = members[at]!;
      if (spare <= 0 || !hasRoom(load, forest, p)) return false;
      spare -= 1;
      kept[at]! += 1;
      add(load, forest, p, 1);
      return kept[at]! < most[at]!;
    });
  }
  return members.map((p, at) => held[p]!.slice(0, kept[at]));
}

/** What each member keeps, by the priority of the proposals. */
function keepByPriority({ market, forest, members, held, before }: Choosing): number[][] {
  const load = new Int32Array(forest.most.length);
  const kept = new Map(members.map((p): [number, number[]] => [p, []]));
  for (const slot of members.flatMap((p) => held[p]!).toSorted(before)) {
    const p = market.choices[slot]!;
    const here = kept.get(p)!;
    if (here.length >= market.capacities[p]! || !hasRoom(load, forest, p)) continue;
    here.push(slot);
    add(load, forest, p, 1);
  }
  return [...kept.values()];
}

function hasRoom(load: Int32Array, { most, parents, smallest }: CapForest, p: number): boolean {
  for (let cap = smallest[p]!; cap !== none; cap = parents[cap]!) {
    if (load[cap]! >= most[cap]!) return false;
  }
  return true;
}

function add(load: Int32Array, { parents, smallest }: CapForest, p: number, more: number): void {
  for (let cap = smallest[p]!; cap !== none; cap = parents[cap]!) load[cap]! += more;
}
