/** Multinomial counts: so many units dealt over weighted classes. */

import { binomial } from "./binomial.ts";
import type { Key } from "./philox.ts";
import { assertIndices, retriesMax } from "./purpose.ts";

/**
 * Deals `units` over the classes in proportion to their weights, by conditional binomials in order
 * of class. Class i draws at index + 64 · i, so no two share a number; all units are dealt.
 *
 * @param weights  at least 0, of any scale; at least one above 0 unless `units` is 0
 * @param into     receives one count a class; as long as `weights`
 * @throws RangeError when there are units and no weight
 */
export function multinomial(
  units: number,
  weights: Float64Array | Int32Array,
  into: Int32Array,
  c0: number,
  c1: number,
  c2: number,
  c3: number,
  key: Key,
): void {
  const classes = weights.length;
  assertIndices(c3, classes * retriesMax);
  let last = -1;
  let weightLeft = 0;
  for (let i = 0; i < classes; i++) {
    const weight = weights[i]!;
    weightLeft += weight;
    if (weight > 0) last = i;
  }
  if (last < 0 && units > 0) throw new RangeError("units to deal, but every weight is 0");
  let left = units;
  for (let i = 0; i < classes; i++) {
    const weight = weights[i]!;
    // The last weighted class takes the rest, whatever rounding left of the weights.
    const share = i === last ? 1 : weight / weightLeft;
    const count =
      left > 0 && weight > 0 ? binomial(left, share, c0, c1, c2, c3 + retriesMax * i, key) : 0;
    into[i] = count;
    left -= count;
    weightLeft -= weight;
  }
}
