/** Random orders of a few things. */

import type { Key } from "./philox.ts";
import { assertIndices } from "./purpose.ts";
import { uniformBelow } from "./uniform.ts";

/**
 * Shuffles `items` in place at an address (Fisher and Yates, from the end). The step that settles
 * place i draws at index + i.
 *
 * @param items  at most 65,536 of them
 */
export function shuffle(
  items: Int32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): void {
  assertIndices(c3, items.length);
  for (let i = items.length - 1; i > 0; i--) {
    const j = uniformBelow(i + 1, c0, c1, c2, c3 + i, key);
    const item = items[i]!;
    items[i] = items[j]!;
    items[j] = item;
  }
}

/** A random order of 0 … count-1 at an address. */
export function permutation(
  count: number,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  shuffle(order, c0, c1, c2, c3, key);
  return order;
}
