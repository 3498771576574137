import { describe, test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { transitDaysMax, transitQuantile, transitWeights } from "./transit.ts";

const quantiles = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 0, max: 30 }),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([p10, more, most]) => [p10, p10 + more, p10 + more + most] as const);

const sum = (weights: Int32Array) => weights.reduce((total, weight) => total + weight, 0);

describe("days under way", () => {
  test("have weights that sum to one, none negative, none before the first day", () => {
    fc.assert(
      fc.property(quantiles, ([p10, p50, p90]) => {
        const weights = transitWeights(p10, p50, p90);
        assert.equal(weights.length, transitDaysMax + 1);
        assert.equal(sum(weights), 1_000_000);
        assert.ok(weights.every((weight) => weight >= 0));
        assert.equal(weights[0], 0);
      }),
    );
  });

  test("give the card's quantiles back exactly", () => {
    fc.assert(
      fc.property(quantiles, ([p10, p50, p90]) => {
        const weights = transitWeights(p10, p50, p90);
        const read = [100_000, 500_000, 900_000].map((share) => transitQuantile(weights, share));
        assert.deepEqual(read, [p10, p50, p90]);
      }),
    );
  });

  test("are certain where the card says one day three times", () => {
    const weights = transitWeights(5, 5, 5);
    assert.equal(weights[5], 1_000_000);
  });

  test("run in straight lines from half the rise before the tenth percentile", () => {
    const weights = transitWeights(4, 8, 12);
    const byDay = [2, 3, 4, 5, 8, 12, 16, 20].map((day) => sum(weights.subarray(0, day + 1)));
    assert.deepEqual(byDay, [0, 50_000, 100_000, 200_000, 500_000, 900_000, 990_000, 1_000_000]);
  });

  test("beyond the last day count as the last day", () => {
    const weights = transitWeights(60, 90, 120);
    assert.equal(weights[transitDaysMax], 1_000_000 - sum(weights.subarray(0, transitDaysMax)));
    assert.equal(transitQuantile(weights, 900_000), 120);
  });

  test("have the means that the design measured for the five kinds of service", () => {
    const mean = (p10: number, p50: number, p90: number) => {
      const weights = transitWeights(p10, p50, p90);
      const days = weights.reduce((total, weight, day) => total + weight * day, 0);
      return Math.round(days / 100_000) / 10;
    };
    // The mean of the continuous law; counting whole days adds half a day.
    const means = [
      mean(12, 22, 45),
      mean(7, 11, 20),
      mean(6, 10, 16),
      mean(2, 4, 7),
      mean(1, 3, 6),
    ];
    for (const [i, expected] of [27.5, 13.4, 11.4, 4.9, 3.9].entries()) {
      assert.ok(Math.abs(means[i]! - expected) <= 0.6, `${means[i]} for ${expected}`);
    }
  });
});
