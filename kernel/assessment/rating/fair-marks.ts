/** What marks would have been under a rater of usual severity, and what that says of each rater. */

import { clamp } from "../../number/clamp.ts";
import { distanceOf, type Facets, type Mark, type RaterFit } from "./fit-raters.ts";
import {
  expectedMark,
  fillChances,
  markMax,
  markVariance,
  meanMark,
  powersOf,
} from "./rating-scale.ts";

/** What a rater is shown, and nobody else. */
export interface RaterReport {
  readonly marks: number;
  /** Logits, above 0 marks lower than others do; null of a rater without marks. */
  readonly severity: number | null;
  readonly severityError: number | null;
  /** Σ(x - E)² / ΣVar: 1 as the model expects, above 1.5 erratic, below 0.5 too even. */
  readonly infit: number | null;
  /** Standard deviation of the rater's own marks. */
  readonly spread: number | null;
}

/**
 * The fair mark: x + E[X | severity 0] - E[X | the rater's severity], within 0 and 4. In order of
 * the marks handed in.
 */
export function fairMarks(marks: readonly Mark[], fit: RaterFit): Float64Array {
  const powers = powersOf(fit.steps);
  return Float64Array.from(marks, (mark) => {
    const distance = distanceOf(fit, mark);
    const asMarked = expectedMark(distance, powers);
    const asUsual = expectedMark(distance + fit.severity[mark.rater]!, powers);
    return clamp(mark.mark + (asUsual - asMarked), 0, markMax);
  });
}

/** Each person's fair average, the mean of the fair marks; NaN of a person without marks. */
export function fairAverages(
  marks: readonly Mark[],
  fair: Float64Array,
  { persons }: Facets,
): Float64Array {
  const sums = new Float64Array(persons);
  const counts = new Float64Array(persons);
  marks.forEach(({ person }, at) => {
    sums[person]! += fair[at]!;
    counts[person]! += 1;
  });
  return sums.map((sum, person) => sum / counts[person]!);
}

/** What each rater's marks say of the rater. */
export function raterReports(
  marks: readonly Mark[],
  fit: RaterFit,
  { raters }: Facets,
): RaterReport[] {
  const powers = powersOf(fit.steps);
  const of = Array.from({ length: raters }, () => ({ n: 0, sum: 0, squares: 0, off: 0, var: 0 }));
  for (const mark of marks) {
    fillChances(distanceOf(fit, mark), powers);
    const mean = meanMark();
    const rater = of[mark.rater]!;
    rater.n += 1;
    rater.sum += mark.mark;
    rater.squares += mark.mark * mark.mark;
    rater.off += (mark.mark - mean) * (mark.mark - mean);
    rater.var += markVariance(mean);
  }
  return of.map((rater, at) => {
    if (rater.n === 0) {
      return { marks: 0, severity: null, severityError: null, infit: null, spread: null };
    }
    const mean = rater.sum / rater.n;
    return {
      marks: rater.n,
      severity: fit.severity[at]!,
      severityError: 1 / Math.sqrt(rater.var),
      infit: rater.off / rater.var,
      spread: Math.sqrt(Math.max(0, rater.squares / rater.n - mean * mean)),
    };
  });
}

/**
 * The model's reliability: 1 - mean(SE²) / var(ability), the share of what people differ by that is
 * not noise of their marks. Null where fewer than two people were marked.
 */
export function modelReliability(
  marks: readonly Mark[],
  fit: RaterFit,
  { persons }: Facets,
): number | null {
  const powers = powersOf(fit.steps);
  // The ridge that holds abilities counts as information, as it does in the fit.
  const information = new Float64Array(persons);
  for (const mark of marks) {
    fillChances(distanceOf(fit, mark), powers);
    information[mark.person]! += markVariance(meanMark());
  }
  const marked = [...information.keys()].filter((person) => information[person]! > 0);
  if (marked.length < 2) return null;
  const mean = marked.reduce((sum, person) => sum + fit.ability[person]!, 0) / marked.length;
  let [errors, spread] = [0, 0];
  for (const person of marked) {
    errors += 1 / (information[person]! + priorInformation);
    spread += (fit.ability[person]! - mean) * (fit.ability[person]! - mean);
  }
  return spread > 0 ? 1 - errors / spread : null;
}

/** What the fit's ridge adds to each person. */
const priorInformation = 0.3;
