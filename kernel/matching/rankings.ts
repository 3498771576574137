/** How places rank students, as one score beside each choice. */

import type { InstancePlace, Reading } from "./instance.ts";

const scoreMost = 0x7fffffff;

/**
 * Scores by slot. Ranks count alike at every place: the first of a list has the number of all
 * students, the next one less. Scores that are not all whole are told by their order instead.
 */
export function rankingsOf(reading: Reading, starts: Int32Array, choices: Int32Array): Int32Array {
  const { students, places } = reading;
  const rankings = places.map((place) => rankingOf(reading, place));
  const written = new Float64Array(choices.length);
  let isWhole = true;
  for (const [at, { id }] of students.entries()) {
    for (let slot = starts[at]!; slot < starts[at + 1]!; slot++) {
      const ranking = rankings[choices[slot]!];
      const score = ranking === null ? 0 : (ranking?.get(id) ?? -1);
      written[slot] = score < 0 ? -1 : score;
      isWhole &&= Number.isInteger(score) && score <= scoreMost;
    }
  }
  return isWhole ? Int32Array.from(written) : orderOf(written);
}

/** Score by student's id; null where all are alike. */
function rankingOf(
  { students, studentAt, problem }: Reading,
  { id: place, prefs, scores }: InstancePlace,
): ReadonlyMap<string, number> | null {
  if (prefs !== undefined && scores !== undefined) problem("two-rankings", { place });
  if (prefs === undefined && scores === undefined) return null;
  const ranking = new Map<string, number>();
  const told = prefs?.map((id, at) => [id, students.length - at] as const);
  for (const [student, score] of told ?? Object.entries(scores!)) {
    if (!studentAt.has(student)) problem("unknown-student", { place, student });
    if (ranking.has(student)) problem("ranked-twice", { place, student });
    ranking.set(student, score);
  }
  return ranking;
}

/** The place of each score among all different ones; below 0 stays below 0. */
function orderOf(scores: Float64Array): Int32Array {
  const sorted = Float64Array.from(new Set(scores)).toSorted();
  const order = new Map([...sorted].map((score, at): [number, number] => [score, at]));
  return Int32Array.from(scores, (score) => (score < 0 ? -1 : order.get(score)!));
}
