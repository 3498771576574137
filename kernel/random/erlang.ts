/** Waiting times: the gamma distribution of integer shape, named after Erlang. */

import { log } from "../number/log.ts";
import type { Key } from "./philox.ts";
import { assertIndices } from "./purpose.ts";
import { uniform } from "./uniform.ts";

/**
 * A gamma number of the given mean and integer shape at an address: the sum of `shape` exponential
 * times, as minus the logarithm of a product of uniforms. It owns `shape` indices.
 *
 * @param shape  1 to 20, so that the product of uniforms stays a normal number
 */
export function erlang(
  mean: number,
  shape: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  if (!(shape >= 1 && shape <= 20)) throw new RangeError(`an Erlang shape of ${shape}: 1 to 20`);
  assertIndices(c3, shape);
  let product = 1;
  for (let i = 0; i < shape; i++) product *= uniform(c0, c1, c2, c3 + i, key);
  return (-mean / shape) * log(product);
}
