import { test } from "node:test";
import assert from "node:assert/strict";
import { clamp } from "./clamp.ts";

test("a number is moved into its bounds and no further", () => {
  assert.deepEqual(
    [-4, -3, 0, 3, 4].map((x) => clamp(x, -3, 3)),
    [-3, -3, 0, 3, 3],
  );
  assert.ok(Number.isNaN(clamp(NaN, 0, 1)));
});
