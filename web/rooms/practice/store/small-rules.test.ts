import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exchangedMinor } from "./exchange-rates.ts";
import { guideProgress, guideSteps, mayAdvertise } from "./guide-steps.ts";
import { placeOnScale, positionWord, scaleEnds } from "./price-position.ts";
import { sumProjections } from "./projection-sum.ts";
import { spanDays } from "./spans.ts";

test("the guide asks for no advertisement of what is sold out", () => {
  assert.equal(mayAdvertise([]), true, "nothing is chosen yet");
  assert.equal(mayAdvertise([{ onHand: 0 }]), false);
  assert.equal(mayAdvertise([{ onHand: 0 }, { onHand: 1 }]), true);
});

test("the guided day goes to the first step that is not done, in any order", () => {
  assert.equal(guideProgress(["publish", "price"], true).next, "select");
  assert.equal(guideProgress(["select", "publish", "price", "shipping"], true).next, "advertise");
  assert.equal(guideProgress(["select", "publish", "price", "shipping"], false).next, "close");
  assert.equal(guideProgress([...guideSteps], true).isOver, true);
});

test("a season without advertising has five steps", () => {
  assert.equal(guideProgress([], false).steps.length, 5);
  assert.equal(guideProgress([], true).steps.length, 6);
});

test("a week is the last seven closed days, and fewer at the start", () => {
  assert.deepEqual(spanDays("week", 14), { from: 8, to: 14 });
  assert.deepEqual(spanDays("week", 3), { from: 1, to: 3 });
  assert.deepEqual(spanDays("day", 14), { from: 14, to: 14 });
  assert.deepEqual(spanDays("all", 14), { from: 1, to: 14 });
  assert.deepEqual(spanDays("all", 0), { from: 1, to: 1 });
});

test("a scale keeps the order of prices and holds all of them", () => {
  const price = fc.integer({ min: 1, max: 10_000_000 });
  fc.assert(
    fc.property(fc.array(price, { minLength: 2, maxLength: 8 }), (prices) => {
      const { low, high } = scaleEnds(prices);
      const places = prices.map((minor) => placeOnScale(minor, low, high));
      for (const [index, place] of places.entries()) {
        assert.ok(place >= 0 && place <= 100);
        const next = prices[index + 1];
        if (next !== undefined && next >= (prices[index] ?? 0))
          assert.ok((places[index + 1] ?? 0) >= place);
      }
    }),
  );
});

test("without prices the scale has no ends and everything stands in the middle", () => {
  const { low, high } = scaleEnds([0, 0]);
  assert.equal(placeOnScale(500, low, high), 50);
});

test("a price is called by the tenth, quarter or half of rivals it belongs to", () => {
  const spread = { p10Minor: 100, p25Minor: 200, p75Minor: 400, p90Minor: 500 };
  const words = [99, 100, 199, 200, 400, 401, 500, 501].map((one) => positionWord(one, spread));
  assert.deepEqual(words, ["lowest", "low", "low", "middle", "middle", "high", "high", "highest"]);
});

test("the last projection says what a unit earns, all of them what is paid", () => {
  const accepted = (cashMinor: number, marginMinor: number | null) =>
    ({
      kind: "accepted",
      cashMinor,
      warnings: [{ code: "practice/no-shipping", facts: {} }],
      economics: marginMinor === null ? null : { marginMinor },
      scores: null,
    }) as never;
  const refusal = { code: "practice/cash-short", facts: {} };
  const refused = { kind: "refused", refusal } as const;
  const sum = sumProjections([accepted(-300, 5), accepted(-200, 9), refused, accepted(0, null)]);
  assert.equal(sum.cashMinor, -500);
  assert.equal(sum.economics?.marginMinor, 9);
  assert.equal(sum.warnings.length, 3);
  assert.deepEqual(sum.refusals, [refusal]);
});

const rates = [
  { currency: "USD", rateE8: 100_000_000 },
  { currency: "CNY", rateE8: 14_000_000 },
  { currency: "JPY", rateE8: 650_000 },
];
const digits = (currency: string) => (currency === "JPY" ? 0 : 2);

test("a price in yuan is compared in dollars and in yen, which have no cents", () => {
  assert.equal(exchangedMinor(4_500, "CNY", "USD", rates, digits), 630);
  assert.equal(exchangedMinor(650, "USD", "JPY", rates, digits), 1_000);
  assert.equal(exchangedMinor(77, "EUR", "EUR", rates, digits), 77);
  assert.equal(exchangedMinor(77, "EUR", "USD", rates, digits), null);
});
