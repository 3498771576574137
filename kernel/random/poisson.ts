/** Poisson counts: inversion for small means, Hörmann's PTRS for large ones. */

import { exp } from "../number/exp.ts";
import { lnFactorial } from "../number/ln-factorial.ts";
import { log } from "../number/log.ts";
import { block, philox } from "./philox.ts";
import type { Key } from "./philox.ts";
import { assertIndices, retriesMax } from "./purpose.ts";
import { uniform, uniformOfWords } from "./uniform.ts";

/** Means from here on are drawn by rejection. */
const INVERSION_BELOW = 12;

/** The largest mean: counts stay 32-bit integers. */
export const poissonMeanMax = 2_000_000_000;

/** A Poisson count at an address; `mean` of 0 or less gives 0. */
export function poisson(
  mean: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  if (mean <= 0) return 0;
  return poissonFrom(mean, uniform(c0, c1, c2, c3, key), c0, c1, c2, c3, key);
}

/**
 * A Poisson count whose first uniform `u` the caller has drawn already. Two counts can share a
 * block: the first takes its first uniform, the second its second, each with a purpose of its own.
 *
 * Below a mean of 12 the count grows with `u` and uses nothing else, so runs that differ in the
 * mean alone share their luck. There u < 1 - mean gives 0 without an exponential, exactly, because
 * 1 - mean <= e^-mean.
 *
 * @throws RangeError for a mean above `poissonMeanMax` or NaN
 */
export function poissonFrom(
  mean: number,
  u: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  if (mean <= 0 || u < 1 - mean) return 0;
  if (mean < INVERSION_BELOW) return invert(mean, u);
  return reject(mean, c0, c1, c2, c3, key);
}

function invert(mean: number, u: number): number {
  let term = exp(-mean);
  let sum = term;
  let count = 0;
  while (u >= sum) {
    count++;
    term *= mean / count;
    const next = sum + term;
    // The tail beyond double precision belongs to the last count that still moved the sum.
    if (next === sum) return count;
    sum = next;
  }
  return count;
}

/** W. Hörmann, "The transformed rejection method…", Insurance: Math. and Economics 12 (1993). */
function reject(mean: number, c0: number, c1: number, c2: number, c3: number, key: Key): number {
  if (!(mean <= poissonMeanMax)) throw new RangeError(`a Poisson mean of ${mean} is too large`);
  assertIndices(c3, retriesMax);
  const root = Math.sqrt(mean);
  const logMean = log(mean);
  const b = 0.931 + 2.53 * root;
  const a = -0.059 + 0.02483 * b;
  const logInverseAlpha = log(1.1239 + 1.1328 / (b - 3.4));
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (let retry = 1; retry < retriesMax; retry++) {
    philox(c0, c1, c2, c3 + retry, key.k0, key.k1);
    const u = uniformOfWords(block[0]!, block[1]!) - 0.5;
    const v = uniformOfWords(block[2]!, block[3]!);
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return count;
    if (count < 0 || (us < 0.013 && v > us)) continue;
    const left = log(v) + logInverseAlpha - log(a / (us * us) + b);
    if (left <= count * logMean - mean - lnFactorial(count)) return count;
  }
  // Never reached in practice: each retry is accepted with probability above 0.8.
  return Math.floor(mean + 0.5);
}
