import assert from "node:assert/strict";
import { test } from "node:test";
import { upperMedian } from "./median-prices.ts";

test("the middle of two prices is the upper one, and of none there is none", () => {
  assert.equal(upperMedian([900, 100]), 900);
  assert.equal(upperMedian([300, 100, 200]), 200);
  assert.equal(upperMedian([]), undefined);
});
