import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { calibrationOf } from "./calibration.ts";

const pair = fc.record({
  predicted: fc.double({ min: 0, max: 1, noNaN: true }),
  observed: fc.double({ min: 0, max: 1, noNaN: true }),
});

test("every forecast falls into one bin", () => {
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const { bins, pieces } = calibrationOf(pairs);
      assert.equal(bins.length, 10);
      assert.equal(
        bins.reduce((sum, bin) => sum + bin.pieces, 0),
        pairs.length,
      );
      assert.equal(pieces, pairs.length);
    }),
  );
});

test("forecasts that come true have no error and a slope of one", () => {
  const pairs = Array.from({ length: 11 }, (_, at) => ({ predicted: at / 10, observed: at / 10 }));
  const { brier, slope } = calibrationOf(pairs);
  assert.equal(brier, 0);
  assert.ok(slope !== null && Math.abs(slope - 1) < 1e-12);
});

test("an alarm needs many pieces that lie far apart", () => {
  const apart = (count: number, by: number) =>
    calibrationOf(Array.from({ length: count }, () => ({ predicted: 0.55, observed: 0.55 + by })))
      .bins[5]?.isAlarming;
  assert.equal(apart(200, 0.08), true);
  assert.equal(apart(199, 0.08), false);
  assert.equal(apart(200, 0.06), false);
});

test("nothing is said of nothing", () => {
  const { brier, slope, bins } = calibrationOf([]);
  assert.deepEqual([brier, slope, bins[0]?.predicted], [null, null, null]);
});
