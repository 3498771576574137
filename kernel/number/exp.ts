/**
 * The exponential as a fixed sequence of IEEE operations.
 *
 * `Math.exp` may differ in its last bit between engines, and one differing bit would end the
 * equality of replays. This one uses only `+ - * floor` and a table, so it is the same everywhere.
 */

const EXPONENT_MAX = 1010; // floor(700 / ln 2 + 0.5): no power of two beyond it is ever asked for.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** 2^k at index k + EXPONENT_MAX, each built by exact doublings or halvings. */
const POWERS_OF_TWO = powersOfTwo();

function powersOfTwo(): Float64Array {
  const table = new Float64Array(2 * EXPONENT_MAX + 1);
  let up = 1;
  let down = 1;
  for (let k = 0; k <= EXPONENT_MAX; k++) {
    table[EXPONENT_MAX + k] = up;
    table[EXPONENT_MAX - k] = down;
    up *= 2;
    down *= 0.5;
  }
  return table;
}

/**
 * e^x with a relative error of at most 3.3e-16.
 *
 * Range reduction to |r| <= ln(2)/2 in two parts (Cody and Waite), then the Taylor polynomial of
 * degree 12 by Horner's rule.
 *
 * @param x  any number; below -700 the result is 0, above 700 it is e^700, NaN gives NaN
 */
export function exp(x: number): number {
  if (x < -700) return 0;
  if (x > 700) x = 700;
  const k = Math.floor(x * 1.4426950408889634 + 0.5);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let p = 2.505210838544172e-8 + r * 2.08767569878681e-9;
  p = 2.755731922398589e-7 + r * p;
  p = 2.7557319223985893e-6 + r * p;
  p = 2.48015873015873e-5 + r * p;
  p = 0.0001984126984126984 + r * p;
  p = 0.001388888888888889 + r * p;
  p = 0.008333333333333333 + r * p;
  p = 0.041666666666666664 + r * p;
  p = 0.16666666666666666 + r * p;
  p = 0.5 + r * p;
  p = 1 + r * p;
  p = 1 + r * p;
  return p * POWERS_OF_TWO[k + EXPONENT_MAX]!;
}
