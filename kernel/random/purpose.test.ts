import { test } from "node:test";
import assert from "node:assert/strict";
import { address, assertIndices, indexCount, purpose } from "./purpose.ts";

test("no two purposes share a number, and every one fits the upper half of a word", () => {
  const numbers = Object.values(purpose);
  assert.equal(new Set(numbers).size, numbers.length);
  for (const number of numbers) assert.ok(number > 0 && number < 65_536);
  assert.ok(Object.isFrozen(purpose));
});

test("a purpose that seasons were stored with keeps its number", () => {
  const { purchase, click, rankNoise, ration, cohortReject, transit, review, botPrice, orderPage } =
    purpose;
  assert.deepEqual(
    [purchase, click, rankNoise, ration, cohortReject, transit, review, botPrice, orderPage],
    [1, 2, 7, 9, 16, 22, 32, 64, 81],
  );
});

test("an index stays inside its purpose", () => {
  assert.equal(address(purpose.click), purpose.click * 65_536);
  assert.equal(address(purpose.click, 65_535) + 1, address(purpose.click + 1));
  for (const index of [-1, indexCount, NaN]) {
    assert.throws(() => address(purpose.click, index), RangeError);
  }
  assert.doesNotThrow(() => assertIndices(address(5, 65_000), 536));
  assert.throws(() => assertIndices(address(5, 65_000), 537), RangeError);
});
