import { test } from "node:test";
import assert from "node:assert/strict";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { currencyCodes, minorDigits } from "./currency.ts";
import {
  add,
  compare,
  fromDecimal,
  isZero,
  money,
  moneyFromJson,
  moneyToJson,
  multiply,
  multiplyBpHalfUp,
  multiplyPpmHalfUp,
  negate,
  subtract,
  sum,
  toDecimal,
} from "./money.ts";

const minor = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
const currency = fc.constantFrom(...currencyCodes);
const amount = fc.tuple(minor, currency).map(([units, code]) => money(units, code));
const dollars = minor.map((units) => money(units, "USD"));
const exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

test("adding and taking away undo each other", () => {
  fc.assert(
    fc.property(dollars, dollars, (a, b) => {
      assert.deepEqual(subtract(add(a, b), b), a);
      assert.deepEqual(add(a, b), add(b, a));
      assert.ok(isZero(add(a, negate(a))));
      assert.deepEqual(sum([a, b, negate(a)], "USD"), b);
      assert.deepEqual(multiply(a, 3), add(a, add(a, a)));
    }),
  );
});

test("amounts are ordered as their minor units are", () => {
  assert.equal(compare(money(1, "USD"), money(2, "USD")), -1);
  assert.equal(compare(money(2, "USD"), money(2, "USD")), 0);
  assert.equal(compare(money(-1, "USD"), money(-2, "USD")), 1);
});

test("two currencies are never reckoned together", () => {
  const [euro, yen] = [money(1, "EUR"), money(1, "JPY")];
  for (const reckon of [add, subtract, compare]) assert.throws(() => reckon(euro, yen), TypeError);
  assert.throws(() => sum([euro], "JPY"), TypeError);
});

test("a fraction of a minor unit is not money", () => {
  assert.throws(() => money(0.5, "USD"), RangeError);
});

test("a rate of an amount agrees with a decimal library, half up", () => {
  fc.assert(
    fc.property(dollars, fc.integer({ min: -50_000, max: 50_000 }), (a, rate) => {
      const share = (whole: number) =>
        BigInt(exact.mul(a.minor.toString(), rate).div(whole).toDecimalPlaces(0).toFixed());
      assert.equal(multiplyBpHalfUp(a, rate).minor, share(10_000));
      assert.equal(multiplyPpmHalfUp(a, rate).minor, share(1_000_000));
    }),
  );
});

test("money survives the wire, however large", () => {
  fc.assert(
    fc.property(amount, (a) => {
      assert.deepEqual(moneyFromJson(JSON.parse(JSON.stringify(moneyToJson(a)))), a);
    }),
  );
  for (const text of ["", "-0", "01", "1.5", "1e3", "+1", " 1", "0x10"]) {
    assert.throws(() => moneyFromJson({ minor: text, currency: "USD" }), RangeError, text);
  }
  assert.throws(() => moneyFromJson({ minor: "1", currency: "usd" }), RangeError);
});

test("the decimal form is exact and is read back", () => {
  assert.equal(toDecimal(money(-5, "USD")), "-0.05");
  assert.equal(toDecimal(money(1999, "JPY")), "1999");
  assert.equal(toDecimal(money(1999, "KWD")), "1.999");
  fc.assert(
    fc.property(amount, (a) => {
      const text = toDecimal(a);
      assert.deepEqual(fromDecimal(text, a.currency), a);
      const oracle = new exact(a.minor.toString()).div(10 ** minorDigits(a.currency));
      assert.equal(text, oracle.toFixed(minorDigits(a.currency)));
    }),
  );
});

test("a decimal finer than the currency is not silently rounded", () => {
  assert.equal(fromDecimal("1.005", "USD"), undefined);
  assert.equal(fromDecimal("1.5", "JPY"), undefined);
  assert.deepEqual(fromDecimal("1.500", "USD"), money(150, "USD"));
  assert.deepEqual(fromDecimal("7.0", "JPY"), money(7, "JPY"));
  for (const text of ["", ".5", "1.", "1,5", "1 000", "abc", "--1", "1e2", "NaN"]) {
    assert.equal(fromDecimal(text, "USD"), undefined, text);
  }
});
