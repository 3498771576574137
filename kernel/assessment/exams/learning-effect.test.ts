import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { learningEffect, type TestPair } from "./learning-effect.ts";

const near = (a: number, b: number, within = 1e-9) =>
  assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const person = fc.record({
  first: fc.constantFrom("a" as const, "b" as const),
  before: share,
  after: share,
});
const group = fc.array(person, { minLength: 10, maxLength: 40 });

/** Ten people of each order whose shares before are spread evenly. */
const spread = (gain: number, gap = 0): TestPair[] =>
  (["a", "b"] as const).flatMap((first) =>
    Array.from({ length: 10 }, (_, at) => {
      const able = 0.2 + at * 0.04;
      const [easy, hard] = [able + gap / 2, able - gap / 2];
      return first === "a"
        ? { first, before: hard, after: easy + gain }
        : { first, before: easy, after: hard + gain };
    }),
  );

test("a gain is told in deviations of the test before", () => {
  // Ten evenly spaced shares by 0.04 have the sum of squares 10·99/12·0.04² an order.
  const s = Math.sqrt((2 * 82.5 * 0.0016) / 18);
  const found = learningEffect(spread(0.12))!;
  near(found.gain, 0.12);
  near(found.effect, (1 - 3 / 75) * (0.12 / s));
  // Before and after are alike to the last: only the effect's own part of the variance is left.
  near(found.high - found.effect, 1.959963984540054 * (found.effect / Math.sqrt(40)), 1e-6);
});

test("a harder form takes nothing away and adds nothing", () => {
  const [even, uneven] = [learningEffect(spread(0.12))!, learningEffect(spread(0.12, 0.1))!];
  near(uneven.gain, even.gain);
  near(uneven.effect, even.effect);
  near(uneven.formGap, 0.1);
});

test("turned round, a gain is a loss of the same size only where both tests spread alike", () => {
  const back = spread(0.12).map(({ first, before, after }) => ({
    first,
    before: after,
    after: before,
  }));
  near(learningEffect(back)!.effect, -learningEffect(spread(0.12))!.effect);
});

test("the order of people changes nothing, and the effect lies within its bounds", () => {
  fc.assert(
    fc.property(group, (pairs) => {
      const found = learningEffect(pairs);
      const back = learningEffect(pairs.toReversed());
      if (found === null) return assert.equal(back, null);
      near(back!.effect, found.effect, 1e-9);
      assert.ok(found.low <= found.effect && found.effect <= found.high);
    }),
  );
});

test("of too few people, and of people who are all alike, nothing is said", () => {
  assert.equal(learningEffect(spread(0.1).slice(0, 14)), null);
  assert.equal(learningEffect(spread(0.1).map((one) => ({ ...one, before: 0.5 }))), null);
});
