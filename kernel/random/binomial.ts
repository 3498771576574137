/** Binomial counts: inversion for small means, Hörmann's BTRS for large ones. */

import { exp } from "../number/exp.ts";
import { lnFactorial } from "../number/ln-factorial.ts";
import { log } from "../number/log.ts";
import { block, philox } from "./philox.ts";
import type { Key } from "./philox.ts";
import { assertIndices, retriesMax } from "./purpose.ts";
import { uniform, uniformOfWords } from "./uniform.ts";

const INVERSION_BELOW = 10;

/**
 * How many of `trials` succeed, at an address.
 *
 * @param trials  an integer; 0 or less gives 0
 * @param p       probability of success; 0 or less gives 0, 1 or more gives `trials`
 */
export function binomial(
  trials: number,
  p: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  if (trials <= 0 || p <= 0) return 0;
  if (p >= 1) return trials;
  return binomialFrom(trials, p, uniform(c0, c1, c2, c3, key), c0, c1, c2, c3, key);
}

/**
 * As `binomial`, with the first uniform `u` drawn by the caller. Where inversion serves, the count
 * grows with `u`, on both sides of p = ½.
 */
export function binomialFrom(
  trials: number,
  p: number,
  u: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  if (trials <= 0 || p <= 0) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - lower(trials, 1 - p, 1 - u, c0, c1, c2, c3, key);
  return lower(trials, p, u, c0, c1, c2, c3, key);
}

/** p <= ½. */
function lower(
  trials: number,
  p: number,
  u: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  const mean = trials * p;
  if (u < 1 - mean) return 0; // Exact: (1-p)^n >= 1 - np.
  if (mean < INVERSION_BELOW) return invert(trials, p, u);
  return reject(trials, p, c0, c1, c2, c3, key);
}

function invert(trials: number, p: number, u: number): number {
  const odds = p / (1 - p);
  let term = exp(trials * log(1 - p));
  let sum = term;
  let count = 0;
  while (u >= sum && count < trials) {
    count++;
    term *= (odds * (trials - count + 1)) / count;
    const next = sum + term;
    if (next === sum) return count;
    sum = next;
  }
  return count;
}

/** W. Hörmann, "The generation of binomial random variates", J. Stat. Comput. Simul. 46 (1993). */
function reject(
  trials: number,
  p: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  assertIndices(c3, retriesMax);
  const spread = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const center = trials * p + 0.5;
  const vr = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = log(p / (1 - p));
  const mode = Math.floor((trials + 1) * p);
  const height = lnFactorial(mode) + lnFactorial(trials - mode);
  for (let retry = 1; retry < retriesMax; retry++) {
    philox(c0, c1, c2, c3 + retry, key.k0, key.k1);
    const u = uniformOfWords(block[0]!, block[1]!) - 0.5;
    const v = uniformOfWords(block[2]!, block[3]!);
    const us = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / us + b) * u + center);
    if (count < 0 || count > trials) continue;
    if (us >= 0.07 && v <= vr) return count;
    const left = log((v * alpha) / (a / (us * us) + b));
    const right = height - lnFactorial(count) - lnFactorial(trials - count);
    if (left <= right + (count - mode) * logOdds) return count;
  }
  // Never reached in practice: each retry is accepted with probability above 0.8.
  return Math.floor(trials * p + 0.5);
}
