/** How severe raters are, found from marks that several of them gave to the same people. */

import {
  chances,
  fillChances,
  markMax,
  markVariance,
  meanMark,
  powersOf,
  usualSteps,
} from "./rating-scale.ts";

/** One mark: rows of the person, the criterion and the rater, and 0 to 4. */
export interface Mark {
  readonly person: number;
  readonly criterion: number;
  readonly rater: number;
  readonly mark: number;
}

/** How many rows each facet has. */
export interface Facets {
  readonly persons: number;
  readonly criteria: number;
  readonly raters: number;
}

export interface RaterFit {
  /** Logits; abilities are pulled to 0 a little, the other two are centered there. */
  readonly ability: Float64Array;
  readonly difficulty: Float64Array;
  /** Of a rater: above 0 marks lower than others do. */
  readonly severity: Float64Array;
  /** τ_1 to τ_4, centered at 0. */
  readonly steps: Float64Array;
  readonly sweeps: number;
  readonly isSettled: boolean;
}

export const marksMax = 1_000_000;
export const sweepsMax = 60;
const settledAt = 0.001;
/** 0.15·Σx² taken off the likelihood: its gradient. */
const ridge = 0.3;
const damping = 0.7;

/**
 * Abilities, difficulties, severities and steps that make the marks likeliest, less 0.15 times the
 * sum of squares of the first three.
 *
 * Damped diagonal Newton, 0.7·gradient / (information + 0.3), persons, then raters, then criteria,
 * then steps, until nothing moves by 0.001 or for 60 sweeps. Severities compare only where the
 * marks connect raters: see `connectedParts`.
 *
 * @throws RangeError for a mark that is no whole number from 0 to 4
 */
export function fitRaters(marks: readonly Mark[], facets: Facets): RaterFit {
  for (const { mark } of marks) {
    if (!Number.isInteger(mark) || mark < 0 || mark > markMax) {
      throw new RangeError(`a mark of ${mark}`);
    }
  }
  const ability = new Float64Array(facets.persons);
  const severity = new Float64Array(facets.raters);
  const difficulty = new Float64Array(facets.criteria);
  const steps = Float64Array.from(usualSteps);
  const fit = { ability, severity, difficulty, steps };
  let sweeps = 0;
  let moved = Number.POSITIVE_INFINITY;
  while (sweeps < sweepsMax && moved >= settledAt) {
    sweeps += 1;
    const powers = powersOf(steps);
    moved = 0;
    for (const facet of ["ability", "severity", "difficulty"] as const) {
      moved = Math.max(moved, stepFacet(marks, fit, facet, powers));
    }
    moved = Math.max(moved, stepSteps(marks, fit, powers));
  }
  return { ...fit, sweeps, isSettled: moved < settledAt };
}

type Fit = Pick<RaterFit, "ability" | "severity" | "difficulty" | "steps">;

const rowOf = {
  ability: (mark: Mark) => mark.person,
  severity: (mark: Mark) => mark.rater,
  difficulty: (mark: Mark) => mark.criterion,
};

/** What a mark is expected from: the person less the criterion less the rater. */
export function distanceOf(fit: Fit, { person, criterion, rater }: Mark): number {
  return fit.ability[person]! - fit.difficulty[criterion]! - fit.severity[rater]!;
}

function stepFacet(
  marks: readonly Mark[],
  fit: Fit,
  facet: keyof typeof rowOf,
  powers: Float64Array,
): number {
  const values = fit[facet];
  const gradient = Float64Array.from(values, (value) => -ridge * value);
  const information = new Float64Array(values.length).fill(ridge);
  // A severe rater and a hard criterion lower marks, an able person raises them.
  const sign = facet === "ability" ? 1 : -1;
  const row = rowOf[facet];
  for (const mark of marks) {
    fillChances(distanceOf(fit, mark), powers);
    const mean = meanMark();
    const at = row(mark);
    gradient[at]! += sign * (mark.mark - mean);
    information[at]! += markVariance(mean);
  }
  let longest = 0;
  for (let at = 0; at < values.length; at += 1) {
    const step = (damping * gradient[at]!) / information[at]!;
    values[at]! += step;
    longest = Math.max(longest, Math.abs(step));
  }
  if (facet !== "ability") center(values);
  return longest;
}

function stepSteps(marks: readonly Mark[], fit: Fit, powers: Float64Array): number {
  const gradient = new Float64Array(markMax);
  const information = new Float64Array(markMax).fill(ridge);
  for (const mark of marks) {
    fillChances(distanceOf(fit, mark), powers);
    let above = 0;
    for (let step = markMax - 1; step >= 0; step -= 1) {
      above += chances[step + 1]!;
      gradient[step]! += above - (mark.mark > step ? 1 : 0);
      information[step]! += above * (1 - above);
    }
  }
  let longest = 0;
  for (let step = 0; step < markMax; step += 1) {
    const move = (damping * gradient[step]!) / information[step]!;
    fit.steps[step]! += move;
    longest = Math.max(longest, Math.abs(move));
  }
  center(fit.steps);
  return longest;
}

function center(values: Float64Array): void {
  if (values.length === 0) return;
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  for (let at = 0; at < values.length; at += 1) values[at]! -= mean;
}
