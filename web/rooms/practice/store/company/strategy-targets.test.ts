import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { StrategyTarget } from "@echelon/contract/practice/company-wishes.ts";
import type { StrategyAnswer } from "./company-answer.ts";
import {
  boundsOf,
  countedDraft,
  counts,
  standingDraft,
  targetFields,
  targetsOf,
} from "./strategy-targets.ts";

const target = {
  revenueMinor: 500_000,
  profitMinor: 90_000,
  ratingMilli: 4_600,
  priceIndexBp: 9_500,
};
const said = (revenueMinor: number) => ({
  day: 1,
  author: "周岚",
  strategy: "Good lamps",
  targets: [target, target, { ...target, revenueMinor }],
});
const answer = (of: Partial<StrategyAnswer>): StrategyAnswer => ({
  until: 5,
  nearBp: 8_000,
  indexNearBp: 1_000,
  stated: null,
  amendments: [],
  periods: [1, 11, 21].map((from) => ({ from, to: from + 9, state: "coming", kept: [] })),
  ...of,
});
const typed = { revenueMinor: 1, profitMinor: 1, ratingMilli: 5, priceIndexBp: 90 };

test("what a field takes the wire takes, and nothing beyond", () => {
  const all = [true];
  const sent = (change: object, money: number) =>
    targetsOf({ words: "", targets: [{ ...typed, ...change }] }, all, money)?.[0];
  fc.assert(
    fc.property(fc.constantFrom(1, 100, 1000), fc.constantFrom(...targetFields), (money, field) => {
      const { min, max } = boundsOf(money)[field];
      for (const value of [min, max])
        assert.ok(StrategyTarget.safeParse(sent({ [field]: value }, money)).success);
    }),
  );
  for (const field of ["ratingMilli", "priceIndexBp"] as const) {
    const { min, max } = boundsOf(100)[field];
    for (const value of [min - 0.1, max + 0.1])
      assert.equal(StrategyTarget.safeParse(sent({ [field]: value }, 100)).success, false);
  }
});

test("an amendment is for periods that have not begun, the day of their beginning included", () => {
  const counted = (day: number, isAmendment: boolean) =>
    answer({}).periods.map((period) => counts(period, day, isAmendment));
  assert.deepEqual(counted(5, false), [true, true, true]);
  assert.deepEqual(counted(6, true), [false, true, true]);
  assert.deepEqual(counted(11, true), [false, true, true]);
  assert.deepEqual(counted(12, true), [false, false, true]);
});

test("what was typed for a period that has begun since gives way to what stands", () => {
  const standing = standingDraft(answer({ stated: said(700_000) }), true, 100);
  assert.equal(standing.words, "");
  const draft = { words: "dearer", targets: [typed, typed, typed] };
  const shown = countedDraft(draft, standing, [false, true, true]);
  assert.deepEqual(shown, { words: "dearer", targets: [standing.targets[0], typed, typed] });
  assert.deepEqual(targetsOf(shown, [false, true, true], 100)?.[0], target);
});

test("a store that stated nothing amends without targets for what has begun", () => {
  const standing = standingDraft(answer({}), true, 100);
  assert.equal(targetsOf(standing, [false, true, true], 100), null);
  const [one, ...more] = standing.targets;
  const filled = { words: "at last", targets: [one!, ...more.map(() => typed)] };
  const sent = targetsOf(filled, [false, true, true], 100);
  assert.ok(sent?.every((each) => StrategyTarget.safeParse(each).success));
});

test("the form begins with the last that was said", () => {
  const amended = answer({ stated: said(700_000), amendments: [said(800_000), said(750_000)] });
  const standing = standingDraft(amended, true, 100);
  assert.equal(standing.targets[2]?.revenueMinor, 8_000);
  assert.equal(standingDraft(answer({ stated: said(1) }), false, 100).words, "Good lamps");
});
