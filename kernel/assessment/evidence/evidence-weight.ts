/**
 * How much a piece of evidence weighs, in single events of equal strength. The figures are our
 * choice; a first cohort of sixty people or more is to correct them.
 */

/** Events of one batch resemble each other: the correlation within it. */
const alikeness = 0.05;
const batchWeightMax = 20;

/** A mark of one rater, after its severity was taken out. */
export const markWeight = 4;
/** A unit of an exam. */
export const examUnitWeight = 6;
/** A question of a quiz. */
export const questionWeight = 0.5;
/** A mark that a team-mate gives. */
export const peerWeight = 0.5;
/** So far from the others' median a team-mate's mark counts half. */
const peerApart = 2;

/** Batches of the same act in the same place that count whole; each further one counts half. */
const wholeRepeats = 3;

/**
 * The weight of a batch: n / (1 + (n - 1)·ρ), at most 20. Five events weigh 4.2, a hundred 16.8.
 *
 * The design effect of a cluster sample: L. Kish, "Survey Sampling" (1965), section 5.4.
 *
 * @param events  gathered in the batch, at least 1
 */
export function batchWeight(events: number): number {
  if (!(events >= 1)) throw new RangeError(`a batch of ${events} events`);
  return Math.min(batchWeightMax, events / (1 + (events - 1) * alikeness));
}

/**
 * The part that a repetition keeps: whole for the first three batches of one act in one context,
 * then halved each time, so that doing the easy thing often proves nothing more.
 *
 * @param earlier  batches of the same act in the same context before this one
 */
export function repeatFactor(earlier: number): number {
  let factor = 1;
  for (let past = wholeRepeats; past <= earlier; past += 1) factor /= 2;
  return factor;
}

/**
 * The part of a team's outcome that is one member's: as much as an equal part at most.
 *
 * @param share    of the team's work, 0 to 1, from the decision log
 * @param members  of the team, at least 1
 */
export function shareFactor(share: number, members: number): number {
  return Math.min(1, share * members);
}

/** The weight of a team-mate's mark: half where it stands apart from what the others gave. */
export function peerMarkWeight(mark: number, others: readonly number[]): number {
  const middle = median(others);
  const isApart = middle !== null && Math.abs(mark - middle) >= peerApart;
  return isApart ? peerWeight / 2 : peerWeight;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
