import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { microOfWhole, outcomeMicro, type OutcomeRule, reachedMicro } from "./outcome.ts";

const finite = { noNaN: true, noDefaultInfinity: true } as const;

/** Any rule on any scale, turned either way. */
const rules: fc.Arbitrary<OutcomeRule> = fc
  .record({
    low: fc.double({ min: -100, max: 100, ...finite }),
    width: fc.double({ min: 0.01, max: 100, ...finite }),
    at: fc.double({ min: 0.01, max: 1, ...finite }),
    isLow: fc.boolean(),
  })
  .map(({ low, width, at, isLow }) => {
    const sign = isLow ? -1 : 1;
    const high = low + width;
    // At 1 the threshold is the best value to the bit, which a sum would miss.
    const threshold = at === 1 ? high : low + at * width;
    const ends = { threshold: sign * threshold, worst: sign * low, best: sign * high };
    return { op: isLow ? ("<=" as const) : (">=" as const), ...ends };
  });
const means = fc.double({ min: -300, max: 300, ...finite });

test("an outcome lies between nothing and the whole, and is a whole number", () => {
  fc.assert(
    fc.property(rules, means, (rule, mean) => {
      const micro = outcomeMicro(rule, mean);
      assert.ok(Number.isInteger(micro) && micro >= 0 && micro <= microOfWhole);
    }),
  );
});

test("reaching the rule is three quarters, or the whole where nothing is better", () => {
  fc.assert(
    fc.property(rules, (rule) => {
      const whole = rule.threshold === rule.best ? microOfWhole : reachedMicro;
      assert.equal(outcomeMicro(rule, rule.threshold), whole);
    }),
  );
});

test("an outcome reaches three quarters exactly where the rule is reached", () => {
  fc.assert(
    fc.property(rules, means, (rule, mean) => {
      const isReached = rule.op === ">=" ? mean >= rule.threshold : mean <= rule.threshold;
      assert.equal(outcomeMicro(rule, mean) >= reachedMicro, isReached);
    }),
  );
});

test("a better measure is never a worse outcome", () => {
  fc.assert(
    fc.property(rules, means, means, (rule, one, other) => {
      const sign = rule.op === ">=" ? 1 : -1;
      const [worse, better] = one * sign <= other * sign ? [one, other] : [other, one];
      assert.ok(outcomeMicro(rule, worse) <= outcomeMicro(rule, better));
    }),
  );
});

test("a scale without room is refused", () => {
  const rule = { op: ">=", threshold: 1, worst: 0, best: 2 } as const;
  for (const broken of [
    { ...rule, best: 0 },
    { ...rule, threshold: 0 },
    { ...rule, threshold: 3 },
    { ...rule, op: "<=" as const },
  ]) {
    assert.throws(() => outcomeMicro(broken, 1), RangeError);
  }
});
