/** Normal and lognormal numbers. */

import { exp } from "../number/exp.ts";
import { normalQuantile } from "../number/normal-quantile.ts";
import type { Key } from "./philox.ts";
import { uniform } from "./uniform.ts";

/** A standard normal number at an address, by inversion of one uniform. */
export function normal(c0: number, c1: number, c2: number, c3: number, key: Key): number {
  return normalQuantile(uniform(c0, c1, c2, c3, key));
}

/** A lognormal number of mean 1 at an address: e^(sd · n - sd²/2). */
export function lognormalOfMeanOne(
  sd: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  return exp(sd * normal(c0, c1, c2, c3, key) - 0.5 * sd * sd);
}
