import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  away,
  home,
  listOf,
  offer,
  other,
  priced,
  published,
  selected,
  shipped,
  sku,
  store,
  taskOf,
  world,
} from "../examples/example-checklist.ts";
import { noticeKinds } from "../state/tables.ts";
import { noEvidence, type StoreEvidence } from "./evidence.ts";
import { markChecklist } from "./mark-checklist.ts";
import {
  type DeductionMeasure,
  deductionMeasures,
  type TaskMeasure,
  taskMeasures,
} from "./measures.ts";

const small = fc.integer({ min: 0, max: 40 });
const signed = fc.integer({ min: -5_000, max: 50_000 });
const place = { day: fc.integer({ min: 1, max: 9 }), market: fc.integer({ min: 0, max: 2 }) };
const decision = fc.constantFrom<StoreDecision>(
  selected,
  { kind: "select-product", sku: other, place: 1 },
  published(),
  published(away),
  shipped(),
  priced(1_900),
  { kind: "withdraw-listing", sku, market: home },
  { kind: "set-answer-policy", disputes: "refund", returns: "resell", handAnswers: 9 },
  { kind: "buy-report", report: "demand", market: null, category: "c" },
);
const anyEvidence = fc.record<StoreEvidence>({
  store: fc.constant(store),
  entries: fc
    .array(fc.record({ day: place.day, decision }), { maxLength: 12 })
    .map((all) => all.map((one, number) => ({ ...one, number }))),
  days: fc
    .array(
      fc.record({
        orders: small,
        adsMinor: small,
        cashMinor: signed,
        ratingMilli: fc.integer({ min: 1_000, max: 5_000 }),
        reviews: small,
        onTimeBp: fc.integer({ min: 0, max: 10_000 }),
        listingsLive: fc.integer({ min: 5, max: 9 }),
        listingsSoldOut: fc.integer({ min: 0, max: 5 }),
      }),
      { maxLength: 9 },
    )
    .map((all) => all.map((one, at) => ({ ...one, day: at + 1 }))),
  delivered: fc.array(fc.record({ day: place.day, units: small })),
  questions: fc.array(fc.record({ day: place.day, answered: small, late: small, lapsed: small })),
  ads: fc.array(fc.record({ day: place.day, units: small, revenueMinor: small })),
  sold: fc.array(fc.record({ ...place, offer: fc.constantFrom(offer, offer + 1), units: small })),
  sent: fc.array(
    fc.record({ ...place, offer: fc.constant(offer), paidMinor: small, marginMinor: signed }),
  ),
  cases: fc.array(
    fc.record({
      day: place.day,
      reason: fc.integer({ min: 0, max: 7 }),
      event: fc.integer({ min: 0, max: 10 }),
      units: small,
    }),
  ),
  verdicts: fc.uniqueArray(fc.record({ day: place.day, number: small, isRight: fc.boolean() }), {
    selector: ({ number }) => number,
  }),
  outside: fc.array(fc.record({ ...place, source: fc.integer({ min: 0, max: 7 }), orders: small })),
  // One notice a day, so that the order of a day's notices is no question.
  notices: fc.uniqueArray(
    fc.record({
      ...place,
      kind: fc.integer({ min: 0, max: noticeKinds.length - 1 }),
      subject: small,
      value: small,
    }),
    { selector: (one) => one.day },
  ),
});
const everything = listOf(
  (Object.keys(taskMeasures) as TaskMeasure[]).map((measure) => taskOf(measure, 1, 1)),
  Object.keys(deductionMeasures) as DeductionMeasure[],
);

test("a mark is whole, of ten thousand, and the same in whatever order one looks", () => {
  fc.assert(
    fc.property(anyEvidence, (given) => {
      const mark = markChecklist(everything, world, given);
      assert.ok(Number.isSafeInteger(mark.reachedBp), String(mark.reachedBp));
      assert.ok(mark.reachedBp >= 0 && mark.reachedBp <= 10_000);
      const turned = Object.fromEntries(
        Object.entries(given).map(([key, value]) => [
          key,
          Array.isArray(value) ? value.toReversed() : value,
        ]),
      ) as unknown as StoreEvidence;
      const again = markChecklist(everything, world, turned);
      assert.equal(again.reachedBp, mark.reachedBp);
      again.tasks.forEach((task, at) => {
        assert.equal(task.figure, mark.tasks[at]!.figure, task.id);
        assert.equal(task.rows.length, mark.tasks[at]!.rows.length, task.id);
      });
      assert.deepEqual(
        again.deductions.map(({ points }) => points),
        mark.deductions.map(({ points }) => points),
      );
    }),
  );
});

test("an empty store has nothing of any task", () => {
  const mark = markChecklist(everything, world, noEvidence(store));
  assert.equal(mark.reachedBp, 0);
  assert.ok(mark.tasks.every(({ state, next }) => state === "not-yet" && next === 1));
});
