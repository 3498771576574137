/**
 * Exact fractions and the one rounding rule of money.
 *
 * "Half up" is the commercial rule: to the nearest integer, a tie away from zero. It is symmetric,
 * so what reverses a document rounds to exactly its negative.
 */

/** numerator / denominator in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** A fraction in lowest terms. Throws RangeError for a denominator of zero. */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError(`${numerator} / 0 is not a fraction`);
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = greatestCommonDivisor(numerator, denominator) * sign;
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function addRational(a: Rational, b: Rational): Rational {
  const numerator = a.numerator * b.denominator + b.numerator * a.denominator;
  return rational(numerator, a.denominator * b.denominator);
}

export function subtractRational(a: Rational, b: Rational): Rational {
  return addRational(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiplyRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** a / b. Throws RangeError when b is zero. */
export function divideRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const gap = a.numerator * b.denominator - b.numerator * a.denominator;
  return gap < 0n ? -1 : gap > 0n ? 1 : 0;
}

/** The nearest integer, a tie away from zero. */
export function roundRationalHalfUp(value: Rational): bigint {
  return divideHalfUpBig(value.numerator, value.denominator);
}

/** numerator / denominator to the nearest integer, a tie away from zero. */
export function divideHalfUpBig(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError(`${numerator} / 0 cannot be rounded`);
  const isNegative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * n + d) / (2n * d);
  return isNegative ? -quotient : quotient;
}

/** value · factor / divisor exactly, then half up. */
export function mulDivRoundHalfUpBig(value: bigint, factor: bigint, divisor: bigint): bigint {
  return divideHalfUpBig(value * factor, divisor);
}

/**
 * value · factor / divisor exactly, then half up, on safe integers.
 *
 * While the product stays below 2^53 it is exact in doubles; beyond, the bigint path takes over, so
 * the result is the same either way and only the speed differs.
 *
 * @param divisor  a positive safe integer
 * @throws RangeError when an argument or the result is not a safe integer, or divisor <= 0
 */
export function mulDivRoundHalfUp(value: number, factor: number, divisor: number): number {
  if (!(Number.isSafeInteger(divisor) && divisor > 0)) {
    throw new RangeError(`the divisor ${divisor} is not a positive safe integer`);
  }
  if (!(Number.isSafeInteger(value) && Number.isSafeInteger(factor))) {
    throw new RangeError(`${value} times ${factor}: both must be safe integers`);
  }
  const product = value * factor;
  if (!Number.isSafeInteger(product)) return viaBigint(value, factor, divisor);
  const size = Math.abs(product);
  // Below 2^53 a quotient is never so near the next integer that rounding would carry it there, so
  // the floor is exact, and the remainder with it.
  const floor = Math.floor(size / divisor);
  const quotient = 2 * (size - floor * divisor) >= divisor ? floor + 1 : floor;
  return product < 0 ? 0 - quotient : quotient;
}

function viaBigint(value: number, factor: number, divisor: number): number {
  const result = Number(mulDivRoundHalfUpBig(BigInt(value), BigInt(factor), BigInt(divisor)));
  if (!Number.isSafeInteger(result)) {
    throw new RangeError(`${value} times ${factor} over ${divisor} is beyond a safe integer`);
  }
  return result;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
