import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { halve } from "./calibrate.ts";

const [low, high, steps] = [-6, 12, 30];

/** The textbook's halving: one question a step. */
function plainly(excess: (at: number) => number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < steps; step++) {
    const middle = (from + to) / 2;
    if (excess(middle) > 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const logWeight = fc.double({ min: -12, max: 20, noNaN: true });
const wanted = fc.double({ min: 0.001, max: 0.5, noNaN: true });

test("halving with fewer questions ends at the very number that plain halving ends at", () => {
  // Why: a season's digest hangs on every bit of the outside option.
  fc.assert(
    fc.property(share, logWeight, logWeight, wanted, (part, one, other, orders) => {
      let asked = 0;
      const excess = (at: number) => {
        asked++;
        const bought = (weight: number) => exp(weight) / (exp(at) + exp(weight));
        return log((part * bought(one) + (1 - part) * bought(other)) / orders);
      };
      const found = halve(low, high, steps, excess);
      assert.ok(asked <= steps + 2, `${asked} questions`);
      assert.equal(found, plainly(excess));
    }),
  );
});

test("an answer beyond either end is that end, after two questions", () => {
  for (const [sign, end] of [
    [1, high],
    [-1, low],
  ] as const) {
    let asked = 0;
    const found = halve(low, high, steps, () => {
      asked++;
      return sign;
    });
    assert.ok(Math.abs(found - end) < 1e-7);
    assert.equal(asked, 2);
  }
});
