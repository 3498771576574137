import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { exp } from "./exp.ts";
import { log } from "./log.ts";

const smallestNormal = 2.2250738585072014e-308;

test("the fixed logarithm agrees with the machine's over the range the market uses", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e5, noNaN: true }), (x) => {
      assert.ok(Math.abs(log(x) - Math.log(x)) <= 1.8e-15);
    }),
    { numRuns: 20_000 },
  );
});

test("the fixed logarithm agrees with the machine's for every normal number", () => {
  fc.assert(
    fc.property(fc.double({ min: smallestNormal, max: Number.MAX_VALUE, noNaN: true }), (x) => {
      assert.ok(Math.abs(log(x) - Math.log(x)) <= 1e-15 * Math.max(1, Math.abs(Math.log(x))));
    }),
    { numRuns: 20_000 },
  );
});

test("the exponential undoes the logarithm", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), (x) => {
      assert.ok(Math.abs(exp(log(x)) / x - 1) <= 1e-14);
    }),
  );
});

test("what has no logarithm here is refused as a bug", () => {
  for (const x of [0, -0, -1, NaN, Infinity, -Infinity, smallestNormal / 2, Number.MIN_VALUE]) {
    assert.throws(() => log(x), RangeError, String(x));
  }
  assert.doesNotThrow(() => log(smallestNormal));
  assert.doesNotThrow(() => log(Number.MAX_VALUE));
});
