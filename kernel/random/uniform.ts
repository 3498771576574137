/**
 * Uniform numbers strictly inside (0, 1), of 52 bits: (x + ½) / 2^52 with x in [0, 2^52).
 * The usual 53-bit form rounds its last value to exactly 1, where a logarithm or quantile breaks.
 */

import { block, philox } from "./philox.ts";
import type { Key } from "./philox.ts";

/** The uniform of two random words: the upper 26 bits of each. */
export function uniformOfWords(a: number, b: number): number {
  return ((a >>> 6) * 67_108_864 + (b >>> 6) + 0.5) * 2.220446049250313e-16;
}

/** The uniform in words 0 and 1 of the block drawn last. */
export function firstOfBlock(): number {
  return uniformOfWords(block[0]!, block[1]!);
}

/** The uniform in words 2 and 3 of the block drawn last, independent of the first. */
export function secondOfBlock(): number {
  return uniformOfWords(block[2]!, block[3]!);
}

/** The uniform at an address. A second one waits in `secondOfBlock`. */
export function uniform(c0: number, c1: number, c2: number, c3: number, key: Key): number {
  philox(c0, c1, c2, c3, key.k0, key.k1);
  return uniformOfWords(block[0]!, block[1]!);
}

/** An integer in [0, bound) at an address; `bound` is at most 2^31, the bias below 2^-20. */
export function uniformBelow(
  bound: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): number {
  return Math.floor(uniform(c0, c1, c2, c3, key) * bound);
}
