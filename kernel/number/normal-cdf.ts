/** The distribution function of the standard normal distribution. */

import { exp } from "./exp.ts";

const DENSITY_AT_ZERO = 0.3989422804014327;

/**
 * The probability that a standard normal number is at most `z`, to within 7.5e-8.
 *
 * Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), formula 26.2.17. One tail is
 * computed and mirrored, so the two sides of zero add up to exactly 1.
 */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const polynomial =
    0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)));
  const tail = DENSITY_AT_ZERO * exp(-0.5 * z * z) * t * polynomial;
  return z < 0 ? tail : 1 - tail;
}
