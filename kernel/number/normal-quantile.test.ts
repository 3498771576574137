import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { normalQuantile } from "./normal-quantile.ts";

test("normal quantiles match the values published with the algorithm", () => {
  // Wichura 1988, test data of PPND16.
  const published = [
    [0.25, -0.6744897501960817],
    [0.001, -3.090232306167814],
    [1e-20, -9.26234008979841],
  ] as const;
  for (const [p, x] of published) {
    assert.ok(Math.abs(normalQuantile(p) / x - 1) < 1e-15, String(p));
  }
});

test("normal quantiles match tables of other packages", () => {
  const tabulated = [
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.95, 1.6448536269514722],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.9999999, 5.199337582187471],
  ] as const;
  for (const [p, x] of tabulated) {
    assert.ok(Math.abs(normalQuantile(p) - x) < 1e-9, String(p));
  }
});

test("the normal distribution is symmetric", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: (1 << 20) - 1 }), (i) => {
      const p = i / (1 << 20);
      assert.equal(normalQuantile(p), 0 - normalQuantile(1 - p));
    }),
  );
});

test("a larger probability has a larger quantile, across the seams of the approximation", () => {
  let last = -Infinity;
  for (let i = 1; i < 20_000; i++) {
    const x = normalQuantile(i / 20_000);
    assert.ok(x > last, String(i));
    last = x;
  }
});

test("only probabilities between 0 and 1 have a quantile", () => {
  for (const p of [0, 1, -0.1, 1.1, NaN]) assert.throws(() => normalQuantile(p), RangeError);
});
