/** Why somebody is where they are and not elsewhere, and whom a place has and why. */

import { type Market, studentsOfSlots, unplaced } from "./market.ts";
import { loadsOf, type Settled } from "./lower-quotas.ts";
import { type CapForest, none } from "./nested-caps.ts";

/** What became of one choice of a list. */
export type ChoiceEnd =
  /** This is the place. */
  | "placed"
  /** A better choice was met, so this place was never asked. */
  | "not-reached"
  /** The place does not take this student: below its floor, or refused. */
  | "not-acceptable"
  /** Closed, since it would have had fewer students than it opens with. */
  | "closed"
  /** It has no seats. */
  | "no-seats"
  /** All seats went to students with a higher priority, or an equal one and a luckier lottery. */
  | "full"
  /** It has a seat left, which a cap over several places kept empty. */
  | "stopped";

export interface ChoiceWhy {
  readonly place: number;
  readonly end: ChoiceEnd;
  /** The student's own priority there; below 0 where they are not acceptable. */
  readonly score: number;
  /** How many the place would rather have had, of all that listed it, and 1. */
  readonly rank: number;
  /** Priority and lottery of the last one who got in; null where nobody did. */
  readonly cutoff: { readonly score: number; readonly lottery: number } | null;
  /** The smallest full cap, where one stopped it; null where the bound on all places did. */
  readonly cap: number | null;
}

export interface PlaceWhy {
  readonly seats: number;
  readonly held: number;
  /** Students that listed it, and of them those it takes. */
  readonly listed: number;
  readonly acceptable: number;
  readonly isClosed: boolean;
  readonly cutoff: ChoiceWhy["cutoff"];
  /** The smallest full cap around it, where seats are left. */
  readonly cap: number | null;
}

export interface Reasons {
  student(student: number): readonly ChoiceWhy[];
  place(place: number): PlaceWhy;
}

/** Prepares reasons for everybody of a settled round, in O(lists · log of a place's own list). */
export function explainRound(settled: Settled, forest: CapForest): Reasons {
  const { market, placeOf, rules } = settled;
  const { starts, choices, scores, lottery, capacities, places } = market;
  const loads = loadsOf(placeOf, places);
  const closed = new Set(settled.closed);
  const { ranks, listed, acceptable } = standings(market);
  const last = lastIn(settled);
  const full = fullCaps(loads, forest);
  const cutoffOf = (place: number) => {
    const slot = last.slots[place]!;
    if (slot === none) return null;
    return { score: scores[slot]!, lottery: lottery[last.students[place]!]! };
  };
  const endOf = (place: number, score: number): ChoiceEnd => {
    if (closed.has(place)) return "closed";
    if (score < 0) return "not-acceptable";
    if (capacities[place] === 0) return "no-seats";
    return loads[place]! < capacities[place]! ? "stopped" : "full";
  };
  return {
    student(student) {
      let isMet = false;
      const list = [...choices.subarray(starts[student], starts[student + 1])];
      return list.map((place, at): ChoiceWhy => {
        const slot = starts[student]! + at;
        const score = scores[slot]!;
        const isHere = placeOf[student] === place;
        const end = isHere ? "placed" : isMet ? "not-reached" : endOf(place, score);
        isMet ||= isHere;
        const cap = end === "stopped" ? full(place) : null;
        return { place, end, score, rank: ranks[slot]!, cutoff: cutoffOf(place), cap };
      });
    },
    place: (place) => ({
      seats: capacities[place]!,
      held: loads[place]!,
      listed: listed[place]!,
      acceptable: acceptable[place]!,
      isClosed: closed.has(place),
      cutoff: cutoffOf(place),
      cap: rules.caps.length > 0 && loads[place]! < capacities[place]! ? full(place) : null,
    }),
  };
}

/** Where each slot's student stands among all that listed the place. */
function standings(market: Market) {
  const { places, choices, scores, lottery } = market;
  const own = studentsOfSlots(market);
  const listed = new Int32Array(places);
  const acceptable = new Int32Array(places);
  for (const [slot, place] of choices.entries()) {
    listed[place]! += 1;
    if (scores[slot]! >= 0) acceptable[place]! += 1;
  }
  const order = Int32Array.from(choices.keys()).sort(
    (a, b) =>
      choices[a]! - choices[b]! || scores[b]! - scores[a]! || lottery[own[a]!]! - lottery[own[b]!]!,
  );
  const ranks = new Int32Array(choices.length);
  let first = 0;
  for (const [at, slot] of order.entries()) {
    if (at > 0 && choices[order[at - 1]!] !== choices[slot]) first = at;
    ranks[slot] = at - first + 1;
  }
  return { ranks, listed, acceptable };
}

/** The slot and the student of the last one who got into each place. */
function lastIn({ market, placeOf }: Settled) {
  const { places, starts, choices, scores, lottery } = market;
  const slots = new Int32Array(places).fill(none);
  const students = new Int32Array(places).fill(none);
  for (const [student, place] of placeOf.entries()) {
    if (place === unplaced) continue;
    const slot = choices.indexOf(place, starts[student]);
    const before = slots[place]!;
    const isLater =
      before === none ||
      scores[slot]! < scores[before]! ||
      (scores[slot] === scores[before] && lottery[student]! > lottery[students[place]!]!);
    if (isLater) {
      slots[place] = slot;
      students[place] = student;
    }
  }
  return { slots, students };
}

/** The smallest full cap around a place, or null. */
function fullCaps(loads: Int32Array, { most, parents, smallest }: CapForest) {
  const inCap = new Int32Array(most.length);
  for (const [place, load] of loads.entries()) {
    for (let cap = smallest[place]!; cap !== none; cap = parents[cap]!) inCap[cap]! += load;
  }
  return (place: number): number | null => {
    for (let cap = smallest[place]!; cap !== none; cap = parents[cap]!) {
      if (inCap[cap]! >= most[cap]!) return cap;
    }
    return null;
  };
}
