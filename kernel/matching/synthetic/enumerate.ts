/** All stable matchings of a small market, by trying every assignment there is. */

import { type Market, type Matching, unplaced } from "../market.ts";

/**
 * Every stable matching, told by the definition alone: nobody is where they do not want to be or
 * are not wanted, no place holds too many, and no student and place would rather have each other.
 */
export function stableMatchings(market: Market): readonly Matching[] {
  const { students, starts, choices } = market;
  const found: Matching[] = [];
  const placeOf = new Int32Array(students).fill(unplaced);
  const assign = (s: number): void => {
    if (s === students) {
      if (isStable(market, placeOf)) found.push(placeOf.slice());
      return;
    }
    for (const place of [unplaced, ...choices.subarray(starts[s], starts[s + 1])]) {
      placeOf[s] = place;
      assign(s + 1);
    }
  };
  assign(0);
  return found;
}

function isStable(market: Market, placeOf: Matching): boolean {
  const { students, places, starts, choices, scores, capacities, lottery } = market;
  const scoreAt = (s: number, p: number) =>
    scores[choices.subarray(0, starts[s + 1]).indexOf(p, starts[s])]!;
  for (let p = 0; p < places; p++) {
    const held = [...placeOf.keys()].filter((s) => placeOf[s] === p);
    if (held.length > capacities[p]!) return false;
    if (held.some((s) => scoreAt(s, p) < 0)) return false;
    for (let s = 0; s < students; s++) {
      const list = choices.subarray(starts[s], starts[s + 1]);
      const own = placeOf[s] === unplaced ? list.length : list.indexOf(placeOf[s]!);
      const wanted = list.indexOf(p);
      if (wanted === -1 || wanted >= own || scoreAt(s, p) < 0) continue;
      const wants = (other: number) =>
        scoreAt(s, p) > scoreAt(other, p) ||
        (scoreAt(s, p) === scoreAt(other, p) && lottery[s]! < lottery[other]!);
      if (held.length < capacities[p]! || held.some(wants)) return false;
    }
  }
  return true;
}

/** Place of each student in the own list; its length where they have none of it. */
export function ranksOf({ students, starts, choices }: Market, placeOf: Matching): Int32Array {
  return Int32Array.from({ length: students }, (_, s) => {
    const list = choices.subarray(starts[s], starts[s + 1]);
    const rank = placeOf[s] === unplaced ? -1 : list.indexOf(placeOf[s]!);
    return rank === -1 ? list.length : rank;
  });
}
