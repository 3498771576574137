import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { computeSum, isRight, numbersOf, readSum } from "./sum.ts";

const comesTo = (text: string) => {
  const line = readSum(text);
  assert.ok(line, text);
  return computeSum(line);
};

test("a worked sum is computed exactly and rounded half up to the decimals it shows", () => {
  assert.equal(comesTo("毛利 = 19.99 − 6.40 − 3.00 = 0.00 USD"), "10.59");
  assert.equal(comesTo("佣金 = 19.99 × 15% = 0.00 USD"), "3.00");
  assert.equal(comesTo("share = 10.59 ÷ 19.99 ≈ 0.0%"), "53.0");
  assert.equal(comesTo("all = 1,234.5 × (2 + 3) = 0"), "6173");
  assert.equal(comesTo("loss = 2.005 − 4.01 = 0.00 USD"), "-2.01");
  assert.equal(comesTo("fees = -(1 + 2) * 2 / 4 = 0.0"), "-1.5");
  assert.equal(comesTo("none = 1 ÷ (2 − 2) = 0"), null);
  assert.equal(comesTo("none = 12,34 + 1 = 0"), null);
  assert.equal(comesTo("none = 2 x 3 = 0"), null);
  assert.equal(readSum("profit 10.59"), null);
});

test("a sum is right as it is written in any of its signs, and in no other figure", () => {
  for (const text of ["a = 1 − 2.5 = −1.5 USD", "a = 1 - 2.5 = -1.5", "a = 999 + 1 = 1,000 件"])
    assert.ok(isRight(readSum(text)!), text);
  assert.ok(!isRight(readSum("a = 1 − 2.5 = 1.5 USD")!));
  assert.deepEqual(numbersOf(readSum("毛利 = 1,000.5 × 15% = 150.08 USD")!), [
    "1000.5",
    "15",
    "150.08",
  ]);
});

test("cents add up as integers do", () => {
  const cents = fc.integer({ min: 0, max: 10_000_000 });
  const written = (minor: number) =>
    `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, "0")}`;
  fc.assert(
    fc.property(cents, cents, fc.integer({ min: 1, max: 99 }), (a, b, times) => {
      const due = written((a + b) * times);
      assert.equal(comesTo(`x = (${written(a)} + ${written(b)}) × ${times} = 0.00`), due);
    }),
  );
});
