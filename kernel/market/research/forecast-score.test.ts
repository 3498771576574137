import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { certain, errorBp, naiveUnits, pinballLoss, rankLoss } from "./forecast-score.ts";

const quantiles = (least: number, most: number) =>
  fc
    .tuple(
      fc.integer({ min: least, max: most }),
      fc.integer({ min: least, max: most }),
      fc.integer({ min: least, max: most }),
    )
    .map((three) => {
      const [p10 = 0, p50 = 0, p90 = 0] = three.toSorted((a, b) => a - b);
      return { p10, p50, p90 };
    });

test("nobody scores better than who says what comes, and only who says it scores 0", () => {
  fc.assert(
    fc.property(
      quantiles(-5_000, 5_000),
      fc.integer({ min: -5_000, max: 5_000 }),
      (said, actual) => {
        assert.equal(pinballLoss(certain(actual), actual), 0);
        const isExact = said.p10 === actual && said.p50 === actual && said.p90 === actual;
        assert.equal(pinballLoss(said, actual) === 0, isExact);
        assert.ok(pinballLoss(said, actual) >= 0);
      },
    ),
  );
  fc.assert(
    fc.property(quantiles(1, 40), fc.integer({ min: 1, max: 40 }), (said, actual) => {
      assert.equal(rankLoss(certain(actual), actual, 40), 0);
      assert.ok(rankLoss(said, actual, 40) >= 0 && rankLoss(said, actual, 40) <= 1);
    }),
  );
});

test("who moves away from what comes scores worse, and who doubts with reason better", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2_000 }),
      fc.integer({ min: 1, max: 500 }),
      (actual, by) => {
        const near = pinballLoss(certain(actual + by), actual);
        assert.ok(pinballLoss(certain(actual + by + 1), actual) > near);
        const doubting = { p10: actual, p50: actual + by, p90: actual + by };
        assert.ok(pinballLoss(doubting, actual) < near);
      },
    ),
  );
  const sure = rankLoss(certain(12), 20, 40);
  assert.ok(rankLoss(certain(13), 20, 40) < sure);
  assert.ok(rankLoss({ p10: 8, p50: 14, p90: 22 }, 20, 40) < sure);
});

test("errors are of what came, and the naive forecast is last week's mean day", () => {
  assert.equal(errorBp(certain(120), 100), 2_000);
  assert.equal(errorBp(certain(80), -100), 18_000);
  assert.equal(errorBp(certain(3), 0), 30_000);
  assert.equal(naiveUnits([10, 12, 8, 10, 10, 10, 11], 14), 142);
  assert.equal(naiveUnits([5], 3), 15);
});
