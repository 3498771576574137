import { test } from "node:test";
import assert from "node:assert/strict";
import { contextOf } from "../decisions/decision-context.ts";
import { exampleSeason } from "../examples/example-season.ts";
import { drawReviews, expectedStars } from "./reviews.ts";

/** Reviews of a large delivery of one offer. */
function reviewsOf(change: { fit?: number; claimMilli?: number; lateDays?: number }) {
  const { season } = exampleSeason();
  const context = contextOf(season);
  const { state } = season;
  if (change.fit !== undefined) state.fit[0] = change.fit;
  const units = 20_000;
  const rows = state.tables.reviewsDue.rows;
  for (let orderedOn = 0; orderedOn < 3; orderedOn++) {
    drawReviews(context, {
      row: 0,
      market: 0,
      service: 0,
      orderedOn,
      units,
      claimMilli: change.claimMilli ?? 0,
      lateDays: change.lateDays ?? 0,
      lot: 0,
    });
  }
  const { columns } = state.tables.reviewsDue;
  const counts = [0, 0, 0, 0, 0, 0];
  for (let row = rows; row < state.tables.reviewsDue.rows; row++) counts[columns.stars[row]!]!++;
  const total = counts.reduce((a, b) => a + b);
  const mean = counts.reduce((sum, count, stars) => sum + count * stars, 0) / total;
  return { counts, mean, share: total / (3 * units), world: season.world };
}

test("six units of a hundred are reviewed, most with five stars, some with one", () => {
  const { counts, share } = reviewsOf({ fit: -0.1 });
  const total = counts.reduce((a, b) => a + b);
  assert.ok(share > 0.045 && share < 0.075, `share ${share}`);
  assert.ok(counts[5]! / total > 0.45 && counts[5]! / total < 0.75);
  assert.ok(counts[1]! / total > 0.04 && counts[1]! / total < 0.18);
});

test("a better product, an honest text and a kept promise are rewarded", () => {
  const plain = reviewsOf({ fit: 0 }).mean;
  assert.ok(reviewsOf({ fit: 1 }).mean > plain + 0.3);
  assert.ok(reviewsOf({ fit: 0, claimMilli: 1500 }).mean < plain - 0.2);
  assert.ok(reviewsOf({ fit: 0, lateDays: 12 }).mean < plain - 0.2);
});

test("what latent fit alone predicts is what an honest parcel in time gets", () => {
  for (const fit of [-1, 0, 1]) {
    const { mean, world } = reviewsOf({ fit });
    assert.ok(Math.abs(mean - expectedStars(world, fit)) < 0.12, `fit ${fit}: ${mean}`);
  }
});
