/** The natural logarithm as a fixed sequence of IEEE operations; see `exp.ts` for why. */

import { assertLittleEndian } from "./endianness.ts";

assertLittleEndian();

const NORMAL_MIN = 2.2250738585072014e-308;
const SQRT_2 = 1.4142135623730951;
const LN_2 = 0.6931471805599453;

const EXPONENT_MIN = -1022;
const EXPONENT_MAX = 1023;

/** 2^-k at index k - EXPONENT_MIN, by exact halvings and doublings. */
const SCALES = scales();

function scales(): Float64Array {
  const table = new Float64Array(EXPONENT_MAX - EXPONENT_MIN + 1);
  table[-EXPONENT_MIN] = 1;
  for (let i = -EXPONENT_MIN + 1; i < table.length; i++) table[i] = table[i - 1]! * 0.5;
  for (let i = -EXPONENT_MIN - 1; i >= 0; i--) table[i] = table[i + 1]! * 2;
  return table;
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/**
 * ln x with an absolute error of at most 1.8e-15 for x between 1e-6 and 1e5.
 *
 * x = m · 2^k with m in (0.707, 1.414]; with s = (m-1)/(m+1), ln m = 2(s + s³/3 + … + s^19/19).
 * It costs about twice `Math.log`: use it in preparation, not in inner loops.
 *
 * @param x  a normal positive number
 * @throws RangeError for anything else, NaN included: the caller has a bug
 */
export function log(x: number): number {
  if (!(x >= NORMAL_MIN && x <= Number.MAX_VALUE)) {
    throw new RangeError(`log of ${x}: only normal positive numbers have one here`);
  }
  float[0] = x;
  let k = (words[1]! >>> 20) - 1023;
  // Scaling by a power of two is exact, and twice as fast as writing the exponent into memory.
  let m = x * SCALES[k - EXPONENT_MIN]!;
  if (m > SQRT_2) {
    m *= 0.5;
    k++;
  }
  const s = (m - 1) / (m + 1);
  const z = s * s;
  let p = 0.058823529411764705 + z * 0.05263157894736842;
  p = 0.06666666666666667 + z * p;
  p = 0.07692307692307693 + z * p;
  p = 0.09090909090909091 + z * p;
  p = 0.1111111111111111 + z * p;
  p = 0.14285714285714285 + z * p;
  p = 0.2 + z * p;
  p = 0.3333333333333333 + z * p;
  p = 1 + z * p;
  return k * LN_2 + 2 * s * p;
}
