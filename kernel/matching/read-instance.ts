/** Checks a round as it is written down, and turns names into numbers. */

import {
  choicesMax,
  type Instance,
  type InstanceProblem,
  type ReadInstance,
  type Reading,
} from "./instance.ts";
import { drawLottery, lotteryKey } from "./lottery.ts";
import type { Cap, Rules } from "./market.ts";
import { nestCaps } from "./nested-caps.ts";
import { rankingsOf } from "./rankings.ts";

/**
 * Checks an instance whole and numbers it. The order in which it lists people and places changes
 * nothing, but for the turns of places where it does not name another order.
 *
 * @param instance  whole numbers from 0 where it counts; scores may be any finite numbers
 */
export function readInstance(instance: Instance): ReadInstance {
  const problems: InstanceProblem[] = [];
  const problem: Reading["problem"] = (code, facts) => void problems.push({ code, facts });
  const students = instance.students.toSorted(byId);
  const places = instance.places.toSorted(byId);
  const studentAt = numbered(students, (id) => problem("student-twice", { student: id }));
  const placeAt = numbered(places, (id) => problem("place-twice", { place: id }));
  const reading: Reading = { instance, students, places, studentAt, placeAt, problem };
  const { starts, choices } = listsOf(reading);
  const scores = rankingsOf(reading, starts, choices);
  const caps = capsOf(reading);
  const lower = quotasOf(reading);
  const rules = rulesOf(reading, caps);
  // What follows compares numbers that only a sound instance has.
  if (problems.length > 0) return { isSound: false, problems };
  const nesting = nestCaps(caps, places.length);
  const regions = instance.regions ?? [];
  if (!nesting.isNested) {
    const [one, other] = nesting.caps.map((at) => regions[at]!.id);
    problem("regions-not-nested", { one: one!, other: other!, place: places[nesting.place]!.id });
    return { isSound: false, problems };
  }
  const mode = instance.lowerMode ?? "report";
  checkTargets(reading, rules, mode === "reserve" ? lower : rules.targets);
  if (problems.length > 0) return { isSound: false, problems };
  const studentIds = students.map(({ id }) => id);
  const lottery = drawLottery(studentIds, lotteryKey(instance.lottery ?? ""));
  const capacities = Int32Array.from(places, ({ capacity }) => capacity);
  const sizes = { students: students.length, places: places.length };
  const market = { ...sizes, starts, choices, scores, capacities, lottery };
  const placeIds = places.map(({ id }) => id);
  const regionIds = regions.map(({ id }) => id);
  const { forest } = nesting;
  const columns = { market, rules, forest, lower, mode, studentIds, placeIds, regionIds };
  return { isSound: true, columns };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function numbered(
  sorted: readonly { readonly id: string }[],
  twice: (id: string) => void,
): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const [place, { id }] of sorted.entries()) {
    if (at.has(id)) twice(id);
    at.set(id, place);
  }
  return at;
}

/** Students' lists as columns. */
function listsOf({ students, placeAt, problem }: Reading) {
  const starts = new Int32Array(students.length + 1);
  for (const [at, { prefs }] of students.entries()) starts[at + 1] = starts[at]! + prefs.length;
  const choices = new Int32Array(starts[students.length]!);
  for (const [at, { id: student, prefs }] of students.entries()) {
    if (prefs.length > choicesMax) {
      problem("list-too-long", { student, count: prefs.length, most: choicesMax });
    }
    const seen = new Set<string>();
    for (const [rank, place] of prefs.entries()) {
      const number = placeAt.get(place);
      if (number === undefined) problem("unknown-place", { student, place });
      else choices[starts[at]! + rank] = number;
      if (seen.has(place)) problem("choice-twice", { student, place });
      seen.add(place);
    }
  }
  return { starts, choices };
}

function capsOf({ instance, placeAt, problem }: Reading): readonly Cap[] {
  const names = new Set<string>();
  return (instance.regions ?? []).map(({ id: region, cap, places }) => {
    if (names.has(region)) problem("region-twice", { region });
    names.add(region);
    const inside = new Set<number>();
    for (const place of places) {
      const number = placeAt.get(place);
      if (number === undefined) problem("region-place-unknown", { region, place });
      else if (inside.has(number)) problem("region-place-twice", { region, place });
      else inside.add(number);
    }
    return { places: [...inside], most: cap };
  });
}

function quotasOf({ instance, places, placeAt, problem }: Reading): Int32Array {
  const lower = new Int32Array(places.length);
  for (const [place, quota] of Object.entries(instance.lowerQuotas ?? {})) {
    const at = placeAt.get(place);
    if (at === undefined) problem("quota-place-unknown", { place });
    else if (quota > places[at]!.capacity) {
      problem("quota-over-capacity", { place, quota, capacity: places[at]!.capacity });
    } else lower[at] = quota;
  }
  return lower;
}

function rulesOf({ instance, places, placeAt, problem }: Reading, caps: readonly Cap[]): Rules {
  const rule = instance.capRule ?? "round-robin";
  if (rule === "by-priority" && instance.lowerMode === "reserve")
    problem("reserve-by-priority", {});
  const listed = instance.order ?? instance.places.map(({ id }) => id);
  const order = new Set(listed.flatMap((id) => placeAt.get(id) ?? []));
  if (order.size !== places.length || listed.length !== places.length) {
    problem("order-not-all", { places: places.length, listed: listed.length });
  }
  const targets = Int32Array.from(places, ({ target }) => target ?? 0);
  return { caps, rule, order: Int32Array.from(order), targets, spare: null };
}

/** Seats that are promised first must fit their place and every cap. */
function checkTargets({ instance, places, problem }: Reading, rules: Rules, targets: Int32Array) {
  for (const [at, { id: place, capacity }] of places.entries()) {
    if (targets[at]! > capacity) {
      problem("target-over-capacity", { place, target: targets[at]!, capacity });
    }
  }
  for (const [at, { places: inside, most }] of rules.caps.entries()) {
    const sum = inside.reduce((all, place) => all + targets[place]!, 0);
    const region = instance.regions![at]!.id;
    if (sum > most) problem("targets-over-cap", { region, targets: sum, cap: most });
  }
}
