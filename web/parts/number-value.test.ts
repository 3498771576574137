import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { digitsOf, numberIn, sideOutside } from "./number-value.ts";

test("a price is the same number however many zeros are typed behind it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.nat(2), (cents, zeros) => {
      const typed = (cents / 100).toFixed(2) + "0".repeat(zeros);
      assert.equal(Math.round((numberIn(typed) ?? NaN) * 100), cents);
    }),
  );
});

test("half a number is its beginning, and no number is none", () => {
  assert.equal(numberIn("25."), 25);
  assert.equal(numberIn(".5"), 0.5);
  assert.equal(numberIn(""), null);
  assert.equal(numberIn("-"), null);
  assert.equal(numberIn(14.49), 14.49);
});

test("a bid shows the digits it has, and no more than it may have", () => {
  assert.deepEqual(
    [0, 7, 0.5, 0.35, 0.123_4, 0.1 + 0.2].map((value) => digitsOf(value, 4)),
    [0, 0, 1, 2, 4, 4],
  );
});

test("a number is outside exactly where it is not what it would be brought to", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.nat(), (value, min, span) => {
      const max = min + span;
      const side = sideOutside(value, min, max);
      assert.equal(side === null, Math.min(max, Math.max(min, value)) === value);
      if (side !== null) assert.equal(side === "above", value > max);
    }),
  );
  assert.equal(sideOutside(null, 1, 2), null);
  assert.equal(sideOutside(-5), null);
});
