import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { newsvendorCost } from "./demand-columns.ts";

const scenarios = fc.array(
  fc.record({ need: fc.integer({ min: 0, max: 500 }), share: fc.integer({ min: 1, max: 9 }) }),
  { minLength: 1, maxLength: 12 },
);

suite("the newsvendor's function", () => {
  test("is the expected cost of lack and excess, for any number of people", () => {
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 0, max: 600 }), (drawn, people) => {
        const sum = drawn.reduce((total, { share }) => total + share, 0);
        const need = Float64Array.from(drawn, (one) => one.need);
        const probability = Float64Array.from(drawn, ({ share }) => share / sum);
        const costs = { shortage: 1.8, surplus: 0.5 };
        const { atZero, pieces } = newsvendorCost(need, probability, costs);
        let [cost, left] = [atZero, people];
        for (const { width, slope } of pieces) {
          cost += slope * Math.min(width, left);
          left -= Math.min(width, left);
        }
        const expected = drawn.reduce((total, one, at) => {
          const beyond = people - one.need;
          return total + probability[at]! * (beyond < 0 ? -1.8 * beyond : 0.5 * beyond);
        }, 0);
        assert.ok(Math.abs(cost - expected) < 1e-9, `${cost} is not ${expected}`);
      }),
    );
  });

  test("is convex, so that a solver fills its pieces in order", () => {
    fc.assert(
      fc.property(scenarios, (drawn) => {
        const sum = drawn.reduce((total, { share }) => total + share, 0);
        const { pieces } = newsvendorCost(
          Float64Array.from(drawn, ({ need }) => need),
          Float64Array.from(drawn, ({ share }) => share / sum),
          { shortage: 3, surplus: 0.6 },
        );
        for (const [at, { slope }] of pieces.entries()) {
          if (at > 0) assert.ok(slope >= pieces[at - 1]!.slope);
        }
        assert.deepEqual(pieces.at(-1), { width: Infinity, slope: 0.6 });
      }),
    );
  });
});
