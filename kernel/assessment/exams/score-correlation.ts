/** Whether a game's score goes with what was learned elsewhere, and how sure that is. */

import { clamp } from "../../number/clamp.ts";
import { pearson, spearman } from "../../number/correlation.ts";
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { normalQuantile } from "../../number/normal-quantile.ts";

/** A correlation with bounds, 95 %. */
export interface Correlation {
  readonly r: number;
  readonly low: number;
  readonly high: number;
}

export interface ScoreCorrelation {
  readonly people: number;
  /** Of the numbers themselves: Pearson's. */
  readonly numbers: Correlation;
  /** Of their order: Spearman's, which one store far ahead cannot make. */
  readonly ranks: Correlation;
}

/** With fewer people the bounds go from "against each other" to "together", whatever is found. */
export const correlatedMin = 10;
/** Fisher's transform of a correlation of one is infinite. */
const most = 1 - 1e-9;

/**
 * Correlations of two numbers of each person.
 *
 * Bounds by R. A. Fisher's transform z = ½ln((1+r)/(1-r)), whose variance is 1/(n-3) for Pearson's
 * r and (1 + r²/2)/(n-3) for Spearman's (D. G. Bonett and T. A. Wright, "Sample size requirements
 * for estimating Pearson, Kendall and Spearman correlations", Psychometrika 65 (2000), pages 23 to
 * 28).
 *
 * Null of fewer than ten people, and where one of the two numbers is the same for everybody.
 */
export function scoreCorrelation(
  scores: readonly number[],
  learned: readonly number[],
): ScoreCorrelation | null {
  const people = scores.length;
  if (people < correlatedMin || !varies(scores) || !varies(learned)) return null;
  const rank = spearman(scores, learned);
  return {
    people,
    numbers: bounded(pearson(scores, learned), 1 / (people - 3)),
    ranks: bounded(rank, (1 + (rank * rank) / 2) / (people - 3)),
  };
}

const varies = (values: readonly number[]): boolean => values.some((one) => one !== values[0]);

function bounded(r: number, variance: number): Correlation {
  const within = clamp(r, -most, most);
  const z = 0.5 * log((1 + within) / (1 - within));
  const bound = normalQuantile(0.975) * Math.sqrt(variance);
  return { r, low: ofTransform(z - bound), high: ofTransform(z + bound) };
}

/** The correlation that a transform stands for: the hyperbolic tangent. */
function ofTransform(z: number): number {
  const power = exp(2 * z);
  return (power - 1) / (power + 1);
}
