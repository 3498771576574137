import assert from "node:assert/strict";
import { test } from "node:test";
import { typedOf, unitOf, valueOf } from "./typed-number.ts";

test("a decision's number is typed in the unit that people know", () => {
  assert.deepEqual(unitOf("priceMinor", "USD"), { sign: "USD", per: 100, digits: 2 });
  assert.deepEqual(unitOf("priceMinor", "JPY"), { sign: "JPY", per: 1, digits: 0 });
  assert.equal(unitOf("bidTicks", "").per, 10_000);
  assert.equal(unitOf("depthBp", "").sign, "%");
  assert.equal(unitOf("units", "").sign, "");
});

test("what was typed is the number again", () => {
  for (const [field, currency, value] of [
    ["priceMinor", "USD", 1_999],
    ["priceMinor", "JPY", 2_980],
    ["bidTicks", "", 1_234],
    ["depthBp", "", 1_550],
    ["units", "", 40],
  ] as const) {
    const unit = unitOf(field, currency);
    assert.equal(valueOf(typedOf(value, unit), unit), value);
  }
});
