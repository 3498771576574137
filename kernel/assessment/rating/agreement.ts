/** Whether two raters agree, and what follows for training them and for certificates. */

import { markMax } from "./rating-scale.ts";

/** Marks of two raters on the same artefact and criterion. */
export interface MarkPair {
  readonly first: number;
  readonly second: number;
}

/** What a pair's agreement on single marks asks for. It never bars a certificate by itself. */
export const agreementBands = ["too-few", "retrain", "third-if-apart", "good"] as const;
export type AgreementBand = (typeof agreementBands)[number];

/** Without so many artefacts in common nothing is said of a pair. */
export const pairsMin = 30;
const retrainBelow = 0.4;
const goodFrom = 0.6;
/** Marks so far apart go to a third rater. */
export const apartMin = 2;

/** People's fair means must agree so well before anybody is certified by them, ICC(2,1). */
export const decisionAgreementMin = 0.7;
export const modelReliabilityMin = 0.8;
/** Marks of a decision: criteria, and raters of each. */
export const criteriaMin = 4;
export const ratersMin = 2;

/**
 * Quadratic weighted kappa: 1 - Σ w·O / Σ w·E with w = (a - b)². Null where chance alone would make
 * the two agree, or without pairs.
 *
 * J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968).
 */
export function weightedKappa(pairs: readonly MarkPair[]): number | null {
  const firsts = new Float64Array(markMax + 1);
  const seconds = new Float64Array(markMax + 1);
  let observed = 0;
  for (const { first, second } of pairs) {
    firsts[first]! += 1;
    seconds[second]! += 1;
    observed += (first - second) * (first - second);
  }
  let expected = 0;
  for (let a = 0; a <= markMax; a += 1) {
    for (let b = 0; b <= markMax; b += 1) {
      expected += ((a - b) * (a - b) * firsts[a]! * seconds[b]!) / pairs.length;
    }
  }
  return expected > 0 ? 1 - observed / expected : null;
}

/** What is to be done about a pair of raters. */
export function agreementBand(pairs: readonly MarkPair[]): AgreementBand {
  const kappa = weightedKappa(pairs);
  if (pairs.length < pairsMin || kappa === null) return "too-few";
  if (kappa < retrainBelow) return "retrain";
  return kappa < goodFrom ? "third-if-apart" : "good";
}

/** Whether two marks of one artefact are to be seen by a third rater. */
export function isApart({ first, second }: MarkPair): boolean {
  return Math.abs(first - second) >= apartMin;
}
