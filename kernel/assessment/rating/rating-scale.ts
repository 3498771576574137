/** Marks 0 to 4 as a chance: the rating-scale model of one rater's mark on one criterion. */

import { clamp } from "../../number/clamp.ts";
import { exp } from "../../number/exp.ts";

export const markMax = 4;
/** Logits between a mark and the next where a fit begins, from the lowest step up. */
export const usualSteps: readonly number[] = [-1.5, -0.5, 0.5, 1.5];

/** Chances of the marks 0 to 4 of the distance asked last; overwritten by every call. */
export const chances = new Float64Array(markMax + 1);

/** So far that the chances no longer change, and their fourth power is still a number. */
const distanceMax = 40;

/**
 * Fills `chances` for one mark: ln P(k)/P(k - 1) = distance - τ_k.
 *
 * D. Andrich, "A rating formulation for ordered response categories", Psychometrika 43 (1978); with
 * raters as J. M. Linacre, "Many-facet Rasch Measurement" (1989). Mark k's chance is the k-th power
 * of e^distance times a constant of the steps, so one exponential serves all five.
 *
 * @param distance  ability less the criterion's difficulty less the rater's severity, logits
 * @param powers    e^-(τ_1 + … + τ_k) for k = 0 to 4, from `powersOf`
 */
export function fillChances(distance: number, powers: Float64Array): void {
  const once = exp(clamp(distance, -distanceMax, distanceMax));
  let power = 1;
  let sum = 0;
  for (let mark = 0; mark <= markMax; mark += 1) {
    const chance = power * powers[mark]!;
    chances[mark] = chance;
    sum += chance;
    power *= once;
  }
  for (let mark = 0; mark <= markMax; mark += 1) chances[mark]! /= sum;
}

/** What `fillChances` needs of the steps τ, computed once a sweep. */
export function powersOf(steps: ArrayLike<number>): Float64Array {
  const powers = new Float64Array(markMax + 1);
  let sum = 0;
  powers[0] = 1;
  for (let mark = 1; mark <= markMax; mark += 1) {
    sum += steps[mark - 1]!;
    powers[mark] = exp(-sum);
  }
  return powers;
}

/** Mean of the mark of which `chances` were filled last. */
export function meanMark(): number {
  return chances[1]! + 2 * chances[2]! + 3 * chances[3]! + 4 * chances[4]!;
}

/** Variance of that mark around its mean. */
export function markVariance(mean: number): number {
  let variance = 0;
  for (let mark = 0; mark <= markMax; mark += 1) {
    variance += (mark - mean) * (mark - mean) * chances[mark]!;
  }
  return variance;
}

/** The expected mark at a distance. */
export function expectedMark(distance: number, powers: Float64Array): number {
  fillChances(distance, powers);
  return meanMark();
}
