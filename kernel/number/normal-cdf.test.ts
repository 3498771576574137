import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { normalCdf } from "./normal-cdf.ts";
import { normalQuantile } from "./normal-quantile.ts";

const errorMax = 7.5e-8;

test("the normal distribution is the inverse of its quantiles", () => {
  // Why: the quantiles are exact to 16 digits, so what is left is this formula's published error.
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true }), (p) => {
      assert.ok(Math.abs(normalCdf(normalQuantile(p)) - p) <= errorMax);
    }),
  );
});

test("known values of the normal distribution", () => {
  // Abramowitz and Stegun, table 26.1.
  const known = [
    [0, 0.5],
    [0.5, 0.6914624613],
    [1, 0.8413447461],
    [1.96, 0.9750021049],
    [-1.644853627, 0.05],
    [4, 0.9999683288],
  ] as const;
  for (const [z, p] of known) assert.ok(Math.abs(normalCdf(z) - p) <= errorMax, `${z}`);
});

test("a tail and the one across from it add up to one", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 40, noNaN: true }), (z) => {
      assert.equal(normalCdf(z), 1 - normalCdf(-z));
      assert.ok(normalCdf(z) >= 0 && normalCdf(z) <= 1);
    }),
  );
});
