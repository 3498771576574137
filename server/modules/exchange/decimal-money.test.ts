import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { decimalOf, minorOf } from "./decimal-money.ts";

test("decimals become minor units by the currency's digits, rounded half up", () => {
  assert.equal(minorOf("12.9", "CNY"), 1_290);
  assert.equal(minorOf("12.905", "CNY"), 1_291);
  assert.equal(minorOf("12.904", "CNY"), 1_290);
  assert.equal(minorOf("180", "JPY"), 180);
  assert.equal(minorOf("180.5", "JPY"), 181);
  assert.equal(minorOf("0.99", "USD"), 99);
});

test("what is no price of a known currency is none", () => {
  for (const text of ["", "-1", "1,5", "1e3", "99999999999999"])
    assert.equal(minorOf(text, "USD"), null);
  assert.equal(minorOf("1", "XXX"), null);
  assert.equal(minorOf("999999999999", "USD"), null);
});

test("minor units written and read again are the same", () => {
  const currency = fc.constantFrom("CNY", "USD", "JPY", "KRW", "GBP");
  fc.assert(
    fc.property(fc.nat(1_000_000_000), currency, (minor, code) => {
      assert.equal(minorOf(decimalOf(minor, code), code), minor);
    }),
  );
});
