import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesIn, spanOf } from "./sizes.ts";

test("a size is told in the largest unit that leaves a whole part", () => {
  assert.deepEqual(bytesIn(1_023), { value: 1_023, unit: "B" });
  assert.deepEqual(bytesIn(1_536), { value: 1.5, unit: "KB" });
  assert.deepEqual(bytesIn(3 * 2 ** 40), { value: 3, unit: "TB" });
});

test("a wait is told in seconds, then minutes, then hours, then days", () => {
  assert.deepEqual(spanOf(119), { unit: "seconds", count: 119 });
  assert.deepEqual(spanOf(120), { unit: "minutes", count: 2 });
  assert.deepEqual(spanOf(7_200), { unit: "hours", count: 2 });
  assert.deepEqual(spanOf(172_800), { unit: "days", count: 2 });
});
