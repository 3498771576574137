import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cashCurve, lowestExpected } from "./cash-curve.ts";
import { currencySums } from "./currency-sums.ts";
import { inProfitOrder } from "./statement-order.ts";
import { salesShares } from "./statement-share.ts";

const past = [
  { day: 1, cashMinor: 900, heldMinor: 50 },
  { day: 2, cashMinor: 800, heldMinor: 90 },
];

test("expected cash begins where cash ends and takes each payment on its day", () => {
  const points = cashCurve(
    past,
    [
      { day: 4, amountMinor: -300 },
      { day: 3, amountMinor: 100 },
      { day: 4, amountMinor: 50 },
    ],
    1_000,
  );
  assert.deepEqual(
    points.map(({ day, expectedMinor }) => [day, expectedMinor]),
    [
      [1, null],
      [2, 800],
      [3, 900],
      [4, 650],
    ],
  );
  assert.deepEqual(points[3], { day: 4, cashMinor: null, heldMinor: null, expectedMinor: 650 });
  assert.equal(lowestExpected(points)?.day, 4);
});

test("before the first close the curve begins with the opening cash", () => {
  const points = cashCurve([], [{ day: 2, amountMinor: -10 }], 1_000);
  assert.equal(points[0]?.cashMinor, 1_000);
  assert.equal(points.at(-1)?.expectedMinor, 990);
  assert.equal(lowestExpected(cashCurve([], [], 1_000)), null);
});

test("the end of the curve is today's cash and everything that is due", () => {
  const due = fc.array(
    fc.record({
      day: fc.integer({ min: 3, max: 30 }),
      amountMinor: fc.integer({ min: -999, max: 999 }),
    }),
  );
  fc.assert(
    fc.property(due, (payments) => {
      const end = cashCurve(past, payments, 0).at(-1)?.expectedMinor;
      assert.equal(
        end,
        payments.reduce((sum, { amountMinor }) => sum + amountMinor, 800),
      );
    }),
  );
});

test("each result of a profit and loss account stands below what makes it", () => {
  const codes = [
    "revenue",
    "ads",
    "costOfGoods",
    "exchange",
    "grossProfit",
    "operatingProfit",
    "netProfit",
    "refunds",
  ];
  const lines = codes.map((code) => ({ code, level: 2 }));
  assert.deepEqual(
    inProfitOrder(lines).map(({ code }) => code),
    [
      "revenue",
      "refunds",
      "costOfGoods",
      "grossProfit",
      "ads",
      "operatingProfit",
      "exchange",
      "netProfit",
    ],
  );
});

test("shares are of net sales, and there are none without sales", () => {
  const lines = [
    { code: "revenue", amountMinor: 1_100 },
    { code: "refunds", amountMinor: -100 },
    { code: "ads", amountMinor: -65 },
  ];
  assert.equal(salesShares(lines).get("ads"), -650);
  assert.equal(salesShares([{ code: "ads", amountMinor: -65 }]).size, 0);
});

test("a document's lines are summed by currency, in order", () => {
  const sums = currencySums([
    { currency: "EUR", amountMinor: 500 },
    { currency: "USD", amountMinor: 7 },
    { currency: "EUR", amountMinor: -500 },
  ]);
  assert.deepEqual(sums, [
    { currency: "EUR", sumMinor: 0 },
    { currency: "USD", sumMinor: 7 },
  ]);
});

test("every account that stands below operations in the books stands there on the screen", () => {
  const below = ["interest", "exchange", "revaluation", "helpAndPenalty", "incomeTax"];
  const lines = [...below, "ads", "operatingProfit"].map((code) => ({ code, level: 2 }));
  const order = inProfitOrder(lines).map(({ code }) => code);
  assert.deepEqual(order, ["ads", "operatingProfit", ...below]);
});
