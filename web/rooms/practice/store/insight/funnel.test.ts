import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { funnelBars, funnelSteps, funnelSum, type FunnelCounts } from "./funnel.ts";

const counts: FunnelCounts = {
  visits: 54_230,
  impressions: 27_115,
  clicks: 1_561,
  carts: 231,
  orders: 102,
  delivered: 0,
};
const anyCounts = fc.record(
  Object.fromEntries(funnelSteps.map((step) => [step, fc.nat(1_000_000)])),
) as fc.Arbitrary<FunnelCounts>;

test("each step tells which share of the step before it kept", () => {
  const bars = funnelBars(counts);
  assert.equal(bars[0]?.keptBp, null);
  assert.equal(bars[1]?.keptBp, 5_000);
  assert.equal(bars[4]?.keptBp, 4_416);
});

test("deliveries are of orders of earlier days, and no share of the span's", () => {
  assert.equal(funnelBars(counts).at(-1)?.step, "delivered");
  assert.equal(funnelBars(counts).at(-1)?.keptBp, null);
  assert.equal(funnelBars({ ...counts, delivered: 300 }).at(-1)?.keptBp, null);
});

test("after a step that nobody reached there is no share", () => {
  const bars = funnelBars({ ...counts, clicks: 0, carts: 0 });
  assert.equal(bars[3]?.keptBp, null);
});

test("bars are as long as they are many, and fit", () => {
  fc.assert(
    fc.property(anyCounts, (any) => {
      const bars = funnelBars(any);
      for (const a of bars) {
        assert.ok(a.width >= 0 && a.width <= 100);
        for (const b of bars) if (a.count > b.count) assert.ok(a.width >= b.width);
      }
    }),
  );
});

test("listings together have the counts of all of them", () => {
  fc.assert(
    fc.property(fc.array(anyCounts), (rows) => {
      const sum = funnelSum(rows);
      for (const step of funnelSteps)
        assert.equal(
          sum[step],
          rows.reduce((total, row) => total + row[step], 0),
        );
    }),
  );
});
