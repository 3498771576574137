import assert from "node:assert/strict";
import { test } from "node:test";
import { mainCause, partsBySize, rowsOf, type Why, type WhyFigure } from "./why-parts.ts";

const figure: WhyFigure = {
  id: "sales",
  before: 10_000,
  after: 7_000,
  parts: [
    { cause: "season", value: 4_000 },
    { cause: "rivals", value: -6_000 },
    { cause: "price", value: 0 },
    { cause: "luck", value: -1_000 },
  ],
};
const row = { sku: "A", name: { zh: "甲", en: "A" }, ordersMilli: -400, profitMinor: -300 };
const why: Why = {
  day: 4,
  against: "yesterday",
  beforeDay: 3,
  figures: [figure],
  listings: [
    { ...row, market: "us", cause: "rivals", salesMinor: 500 },
    { ...row, market: "de", cause: "rivals", salesMinor: -6_500 },
    { ...row, market: "de", cause: "season", salesMinor: 4_000 },
  ],
};

test("the parts of a change come by size, without those that are nothing", () => {
  assert.deepEqual(
    partsBySize(figure).map(({ cause }) => cause),
    ["rivals", "season", "luck"],
  );
});

test("the main cause is the largest that pulled the way the figure went, and where it did", () => {
  const found = mainCause(why, "sales");
  assert.equal(found?.part.cause, "rivals");
  assert.equal(found?.row?.market, "de");
  const same = { ...why, figures: [{ ...figure, after: 10_000 }] };
  assert.equal(mainCause(same, "sales"), null);
  assert.equal(mainCause(why, "profit"), null);
});

test("a cause opens to its listings in the figure's own unit", () => {
  assert.deepEqual(
    rowsOf(why, figure, "rivals").map(({ value }) => value),
    [-6_500, 500],
  );
  assert.deepEqual(
    rowsOf(why, { ...figure, id: "orders" }, "season").map(({ value }) => value),
    [-0.4],
  );
});
