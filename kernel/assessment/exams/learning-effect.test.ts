import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { studentQuantile } from "../../number/student-quantile.ts";
import { otherForm } from "./form-lot.ts";
import { learningEffect, learningGain, type TestPair } from "./learning-effect.ts";

const near = (a: number, b: number, within = 1e-9) =>
  assert.ok(Math.abs(a - b) <= within, `${a} is not ${b}`);
const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const person = fc.record({
  first: fc.constantFrom("a" as const, "b" as const),
  before: share,
  after: share,
});
const group = fc.array(person, { minLength: 10, maxLength: 40 });

/** Ten people of each order whose shares before are spread evenly; half gain a little more. */
const spread = (gain: number, gap = 0): TestPair[] =>
  (["a", "b"] as const).flatMap((first) =>
    Array.from({ length: 10 }, (_, at) => {
      const able = 0.2 + at * 0.04;
      const [easy, hard] = [able + gap / 2, able - gap / 2];
      const more = gain + (at % 2 === 0 ? 0.02 : -0.02);
      return first === "a"
        ? { first, before: hard, after: easy + more }
        : { first, before: easy, after: hard + more };
    }),
  );

test("a gain is told in deviations of the test before, with its bounds", () => {
  const found = learningEffect(spread(0.12))!;
  // Ten evenly spaced shares by 0.04 have the sum of squares 10·99/12·0.04² an order; changes lie
  // 0.02 off their mean.
  const s = Math.sqrt((2 * 82.5 * 0.0016) / 18);
  const changes = Math.sqrt((20 * 0.0004) / 18);
  near(found.gain, 0.12);
  near(found.before, 0.38);
  near(found.after, 0.5);
  near(found.high - found.gain, (studentQuantile(0.975, 18) * changes) / Math.sqrt(20));
  const effect = (1 - 3 / 71) * (0.12 / s);
  near(found.effect, effect);
  const error = Math.sqrt((changes / s) ** 2 / 20 + effect ** 2 / 36);
  near(found.effectHigh - found.effect, 1.959963984540054 * error);
  near(found.effect - found.effectLow, 1.959963984540054 * error);
});

test("a harder form takes nothing away and adds nothing", () => {
  const [even, uneven] = [learningEffect(spread(0.12))!, learningEffect(spread(0.12, 0.1))!];
  for (const part of ["before", "after", "gain", "low", "effect", "effectLow"] as const)
    near(uneven[part], even[part]);
  near(uneven.formGap, 0.1);
});

test("forms that change their names change nothing but the sign of their difference", () => {
  fc.assert(
    fc.property(group, (pairs) => {
      const found = learningEffect(pairs);
      const named = learningEffect(pairs.map((one) => ({ ...one, first: otherForm(one.first) })));
      if (found === null) return assert.equal(named, null);
      for (const part of ["gain", "low", "high", "effect", "effectLow", "effectHigh"] as const)
        near(named![part], found[part]);
      near(named!.formGap, -found.formGap);
    }),
  );
});

test("turned round, a gain is a loss of the same size", () => {
  fc.assert(
    fc.property(group, (pairs) => {
      const found = learningGain(pairs);
      const turned = pairs.map(({ first, before, after }) => ({
        first: otherForm(first),
        before: after,
        after: before,
      }));
      const back = learningGain(turned);
      if (found === null) return assert.equal(back, null);
      near(back!.gain, -found.gain);
      if (found.low !== null) near(back!.high!, -found.low);
    }),
  );
});

test("the order of people changes nothing, and what is found lies within its bounds", () => {
  fc.assert(
    fc.property(group, (pairs) => {
      const found = learningEffect(pairs);
      const back = learningEffect(pairs.toReversed());
      if (found === null) return assert.equal(back, null);
      near(back!.effect, found.effect, 1e-9);
      near(back!.gain, found.gain, 1e-9);
      assert.ok(found.effectLow <= found.effect && found.effect <= found.effectHigh);
      assert.ok(found.low <= found.gain && found.gain <= found.high);
    }),
  );
});

test("a point more for everybody is a point more gain, and its bounds stay as wide", () => {
  fc.assert(
    fc.property(group, (pairs) => {
      const found = learningGain(pairs);
      if (found === null || found.low === null) return;
      const more = learningGain(pairs.map((one) => ({ ...one, after: one.after + 0.1 })))!;
      near(more.gain, found.gain + 0.1);
      near(more.high! - more.low!, found.high! - found.low);
    }),
  );
});

test("of too few people of one order nothing is said", () => {
  const few = spread(0.1).slice(0, 14);
  assert.equal(learningEffect(few), null);
  assert.equal(learningGain(few), null);
  assert.notEqual(learningGain(spread(0.1).slice(0, 15)), null);
});

test("of people who are all alike there is a gain, and no effect", () => {
  const alike = spread(0.1).map((one) => ({ ...one, before: 0.5, after: 0.6 }));
  assert.equal(learningEffect(alike), null);
  const found = learningGain(alike)!;
  near(found.gain, 0.1);
  assert.equal(found.low, null, "a spread of nothing measures nothing");
});
