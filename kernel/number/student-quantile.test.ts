import assert from "node:assert/strict";
import { test } from "node:test";
import { normalQuantile } from "./normal-quantile.ts";
import { studentQuantile } from "./student-quantile.ts";

test("known quantiles of Student's distribution", () => {
  // Abramowitz and Stegun, table 26.10.
  const known = [
    [0.975, 8, 2.306],
    [0.975, 10, 2.228],
    [0.975, 20, 2.086],
    [0.975, 30, 2.042],
    [0.975, 60, 2],
    [0.975, 120, 1.98],
    [0.95, 10, 1.812],
    [0.995, 10, 3.169],
    [0.995, 20, 2.845],
  ] as const;
  for (const [p, freedom, t] of known)
    assert.ok(Math.abs(studentQuantile(p, freedom) - t) <= 6e-4, `${p} ${freedom}`);
});

test("the more is seen, the nearer the distribution is to the normal one, from outside", () => {
  const z = normalQuantile(0.975);
  let before = Number.POSITIVE_INFINITY;
  for (const freedom of [8, 9, 12, 20, 50, 200, 10_000]) {
    const t = studentQuantile(0.975, freedom);
    assert.ok(t < before && t > z, `${freedom}`);
    assert.ok(Math.abs(studentQuantile(0.025, freedom) + t) < 1e-12);
    before = t;
  }
  assert.throws(() => studentQuantile(0.975, 7), RangeError);
});
