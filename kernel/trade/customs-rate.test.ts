import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { fromIso, toIso, weekday } from "../calendar/day.ts";
import { compareRational, rational } from "../number/rational.ts";
import { convertExactly, customsRateDay } from "./customs-rate.ts";
import { customsRateRegimes } from "./rule-set.ts";
import { amounts, rates } from "./testing/generated.ts";

test("each regime takes the day it says", () => {
  const of = (regime: (typeof customsRateRegimes)[number], iso: string) =>
    toIso(customsRateDay(regime, fromIso(iso)));
  assert.equal(of("daily", "2026-11-24"), "2026-11-24");
  assert.equal(of("weekly", "2026-11-24"), "2026-11-20");
  assert.equal(of("weekly", "2026-11-29"), "2026-11-20");
  assert.equal(of("weekly", "2026-11-30"), "2026-11-27");
  assert.equal(of("monthly-third-wednesday", "2026-11-24"), "2026-10-21");
  assert.equal(of("monthly-third-wednesday", "2026-01-05"), "2025-12-17");
  assert.equal(of("monthly-penultimate-wednesday", "2026-11-24"), "2026-10-21");
  // July 2026 has five Wednesdays: the last but one is the fourth.
  assert.equal(of("monthly-penultimate-wednesday", "2026-08-31"), "2026-07-22");
});

test("a customs rate is never of a later day, and monthly ones are of a Wednesday", () => {
  const days = fc.integer({ min: fromIso("2020-01-01"), max: fromIso("2030-12-31") });
  fc.assert(
    fc.property(days, fc.constantFrom(...customsRateRegimes), (day, regime) => {
      const fixed = customsRateDay(regime, day);
      assert.ok(fixed <= day && day - fixed < 63);
      if (regime.startsWith("monthly")) assert.equal(weekday(fixed), 2);
    }),
  );
});

test("conversion there and back is exact, whatever the digits of the currencies", () => {
  fc.assert(
    fc.property(amounts, fc.constantFrom("EUR" as const, "JPY" as const), (amount, to) => {
      const there = convertExactly(amount, to, rates)!;
      const one = convertExactly({ minor: 1, currency: to }, amount.currency, rates)!;
      const back = rational(there.numerator * one.numerator, there.denominator * one.denominator);
      assert.equal(compareRational(back, rational(BigInt(amount.minor))), 0);
    }),
  );
});

test("100 yen at 0.00613329 are 61.3329 cents", () => {
  const cents = convertExactly({ minor: 100, currency: "JPY" }, "EUR", rates)!;
  assert.equal(compareRational(cents, rational(613_329n, 10_000n)), 0);
});

test("a currency without a rate has no amount, unless nothing is to be converted", () => {
  assert.equal(convertExactly({ minor: 100, currency: "GBP" }, "EUR", rates), null);
  assert.equal(convertExactly({ minor: 100, currency: "EUR" }, "GBP", rates), null);
  assert.deepEqual(convertExactly({ minor: 7, currency: "GBP" }, "GBP", rates), rational(7n));
});
