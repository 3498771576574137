import assert from "node:assert/strict";
import { test } from "node:test";
import { termOf } from "./term.ts";

test("the first term begins in August and lasts into January", () => {
  assert.deepEqual(termOf(2026, 8), { from: 2026, half: 1 });
  assert.deepEqual(termOf(2026, 12), { from: 2026, half: 1 });
  assert.deepEqual(termOf(2027, 1), { from: 2026, half: 1 });
});

test("the second term is that of the school year which began before", () => {
  assert.deepEqual(termOf(2027, 2), { from: 2026, half: 2 });
  assert.deepEqual(termOf(2027, 7), { from: 2026, half: 2 });
});
