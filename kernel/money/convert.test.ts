import { test } from "node:test";
import assert from "node:assert/strict";
import { Decimal } from "decimal.js";
import fc from "fast-check";
import { convert, convertMinor, rateOf, rateOne } from "./convert.ts";
import type { RateTable } from "./convert.ts";
import { minorDigits } from "./currency.ts";
import type { CurrencyCode } from "./currency.ts";
import { money, negate } from "./money.ts";

const codes = ["USD", "CNY", "EUR", "JPY", "KRW", "KWD"] as const satisfies CurrencyCode[];
const code = fc.constantFrom(...codes);
const rate = fc.integer({ min: 10_000, max: 500_000_000 });
const table: fc.Arbitrary<RateTable> = fc
  .record({ CNY: rate, EUR: rate, JPY: rate, KRW: rate, KWD: rate })
  .map((rateE8) => ({ base: "USD", rateE8 }));
const minor = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const exact = Decimal.clone({ precision: 80, rounding: Decimal.ROUND_HALF_UP });

test("conversion agrees with a decimal library in every pair of currencies", () => {
  fc.assert(
    fc.property(minor, code, code, table, (units, from, to, rates) => {
      const oracle = exact
        .div(units.toString(), 10 ** minorDigits(from))
        .mul(rateOf(rates, from))
        .mul(10 ** minorDigits(to))
        .div(rateOf(rates, to))
        .toDecimalPlaces(0);
      assert.equal(convert(money(units, from), to, rates).minor, BigInt(oracle.toFixed()));
    }),
    { numRuns: 2000 },
  );
});

test("a column's amount converts as money does", () => {
  const small = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });
  fc.assert(
    fc.property(small, code, code, table, (units, from, to, rates) => {
      const expected = convert(money(units, from), to, rates).minor;
      const fromRate = rateOf(rates, from);
      if (expected > 2n ** 53n || expected < -(2n ** 53n)) return;
      assert.equal(BigInt(convertMinor(units, from, to, fromRate, rateOf(rates, to))), expected);
    }),
    { numRuns: 2000 },
  );
});

test("there and back stays within one unit, when the way leads over finer units", () => {
  fc.assert(
    fc.property(minor, code, code, table, (units, from, to, rates) => {
      const finer = (c: CurrencyCode) => rateOf(rates, c) / 10 ** minorDigits(c);
      fc.pre(finer(to) <= finer(from));
      const back = convert(convert(money(units, from), to, rates), from, rates);
      assert.ok(back.minor - units <= 1n && units - back.minor <= 1n);
    }),
  );
});

test("the negative of an amount converts to the negative", () => {
  fc.assert(
    fc.property(minor, code, code, table, (units, from, to, rates) => {
      const amount = money(units, from);
      assert.deepEqual(convert(negate(amount), to, rates), negate(convert(amount, to, rates)));
    }),
  );
});

test("100 yuan at 0.14 dollars are 14 dollars; a dollar at 0.0065 dollars a yen is 154 yen", () => {
  const rates: RateTable = { base: "USD", rateE8: { CNY: 14_000_000, JPY: 650_000 } };
  assert.deepEqual(convert(money(10_000, "CNY"), "USD", rates), money(1400, "USD"));
  assert.deepEqual(convert(money(100, "USD"), "JPY", rates), money(154, "JPY"));
  assert.deepEqual(convert(money(123, "CNY"), "CNY", rates), money(123, "CNY"));
  assert.equal(rateOf(rates, "USD"), rateOne);
});

test("a currency without a rate is refused, and so is a rate that is none", () => {
  const rates: RateTable = { base: "USD", rateE8: {} };
  assert.throws(() => convert(money(1, "EUR"), "USD", rates), RangeError);
  assert.throws(() => convertMinor(1, "EUR", "USD", rateOne, 0), RangeError);
  assert.throws(() => convertMinor(1, "EUR", "USD", 0.5, rateOne), RangeError);
});
