import { test } from "node:test";
import assert from "node:assert/strict";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import {
  addRational,
  compareRational,
  divideHalfUpBig,
  divideRational,
  mulDivRoundHalfUp,
  mulDivRoundHalfUpBig,
  multiplyRational,
  rational,
  roundRationalHalfUp,
  subtractRational,
} from "./rational.ts";

const exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });
const integer = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const nonZero = integer.filter((n) => n !== 0n);
const fraction = fc.tuple(integer, nonZero).map(([n, d]) => rational(n, d));

test("dividing half up agrees with a decimal library", () => {
  fc.assert(
    fc.property(integer, nonZero, (n, d) => {
      const oracle = exact.div(n.toString(), d.toString()).toDecimalPlaces(0).toFixed();
      assert.equal(divideHalfUpBig(n, d), BigInt(oracle));
    }),
    { numRuns: 2000 },
  );
});

test("a tie is rounded away from zero, so a reversal is exactly the negative", () => {
  assert.equal(divideHalfUpBig(5n, 2n), 3n);
  assert.equal(divideHalfUpBig(-5n, 2n), -3n);
  assert.equal(divideHalfUpBig(5n, -2n), -3n);
  fc.assert(
    fc.property(integer, nonZero, (n, d) => {
      assert.equal(divideHalfUpBig(-n, d), -divideHalfUpBig(n, d));
    }),
  );
});

test("the fast product and quotient equals the exact one, within and beyond 2^53", () => {
  const safe = fc.maxSafeInteger();
  const factor = fc.oneof(fc.integer({ min: -20_000, max: 20_000 }), safe);
  const divisor = fc.oneof(
    fc.integer({ min: 1, max: 10_000 }),
    fc.maxSafeNat().map((n) => n + 1),
  );
  fc.assert(
    fc.property(safe, factor, divisor.filter(Number.isSafeInteger), (value, by, over) => {
      const expected = mulDivRoundHalfUpBig(BigInt(value), BigInt(by), BigInt(over));
      if (Number.isSafeInteger(Number(expected))) {
        assert.equal(BigInt(mulDivRoundHalfUp(value, by, over)), expected);
      } else {
        assert.throws(() => mulDivRoundHalfUp(value, by, over), RangeError);
      }
    }),
    { numRuns: 5000 },
  );
});

test("a quotient just below an integer is not taken for it", () => {
  const top = Number.MAX_SAFE_INTEGER;
  const divisors = [
    2,
    3,
    7,
    2 ** 26,
    2 ** 26 + 1,
    94_906_265,
    94_906_266,
    94_906_267,
    top - 1,
    top,
  ];
  for (const divisor of divisors) {
    for (let size = top - (top % divisor) - 2; size <= top && size >= 0; size++) {
      const expected = mulDivRoundHalfUpBig(BigInt(size), 1n, BigInt(divisor));
      assert.equal(BigInt(mulDivRoundHalfUp(size, 1, divisor)), expected);
      if (size > top - (top % divisor) + 2) break;
    }
  }
});

test("no product is the negative zero, which would compare unequal in a digest", () => {
  assert.ok(Object.is(mulDivRoundHalfUp(-1, 1, 10), 0));
  assert.ok(Object.is(mulDivRoundHalfUp(0, -5, 10), 0));
  assert.ok(Object.is(mulDivRoundHalfUp(-0, 5, 10), 0));
});

test("what is not a safe integer is refused", () => {
  assert.throws(() => mulDivRoundHalfUp(0.5, 1, 10), RangeError);
  assert.throws(() => mulDivRoundHalfUp(2 ** 53, 1, 10), RangeError);
  assert.throws(() => mulDivRoundHalfUp(1, 1, 0), RangeError);
  assert.throws(() => mulDivRoundHalfUp(1, 1, -3), RangeError);
  assert.throws(() => mulDivRoundHalfUp(1, 1, 2.5), RangeError);
  assert.throws(() => mulDivRoundHalfUp(NaN, 1, 1), RangeError);
  assert.throws(() => divideHalfUpBig(1n, 0n), RangeError);
  assert.throws(() => rational(1n, 0n), RangeError);
});

test("fractions obey the laws of arithmetic and stay in lowest terms", () => {
  fc.assert(
    fc.property(fraction, fraction, fraction, (a, b, c) => {
      assert.deepEqual(addRational(a, b), addRational(b, a));
      assert.deepEqual(
        multiplyRational(a, addRational(b, c)),
        addRational(multiplyRational(a, b), multiplyRational(a, c)),
      );
      assert.deepEqual(subtractRational(addRational(a, b), b), a);
      if (b.numerator !== 0n) assert.deepEqual(divideRational(multiplyRational(a, b), b), a);
      assert.equal(compareRational(a, b), -compareRational(b, a) + 0);
    }),
  );
  assert.deepEqual(rational(6n, -4n), { numerator: -3n, denominator: 2n });
  assert.equal(roundRationalHalfUp(rational(-3n, 2n)), -2n);
});
