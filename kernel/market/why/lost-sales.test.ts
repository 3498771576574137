import assert from "node:assert/strict";
import { test } from "node:test";
import { closeDay } from "../day.ts";
import {
  beginnersLog,
  entriesOf,
  exampleSeason,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { addLayer } from "../goods/stock-layers.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import { newWhyBench } from "./expected-day.ts";
import { lostReasons, lostSales, type LostReason, type LostSale } from "./lost-sales.ts";
import { observeDay } from "./observe-day.ts";

/** A beginner's store after some days, with other figures on the day that is looked at. */
function lost(
  seed: number,
  change: (season: Season, work: Workspace, row: number) => void = () => undefined,
): readonly LostSale[] {
  const { season, work } = exampleSeason({ days: 30 }, seed);
  const store = firstSeat(season.world);
  let { state } = season;
  const log = [0, 1].flatMap((seat) => beginnersLog(season.world, seat));
  for (let day = 1; day <= 5; day++) {
    const today = log.filter((entry) => entry.day === day);
    state = closeDay({ ...season, state }, today, work).state;
  }
  const now = { ...season, state: copyState(state, ordinaryMemory) };
  change(now, work, now.state.storeOf.indexOf(store));
  const seen = observeDay(now, entriesOf(store, 6, []), work);
  return lostSales(newWhyBench(season.world, season.seed), seen, store);
}

const ordersOf = (found: readonly LostSale[], reason: LostReason) =>
  found
    .filter((one) => one.reason === reason)
    .reduce((sum, { ordersMilli }) => sum + ordersMilli, 0);

test("a repair never loses orders, and every reason is one that is known", () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    for (const { reason, ordersMilli, market } of lost(seed)) {
      assert.ok(lostReasons.includes(reason));
      assert.ok(ordersMilli > 0);
      assert.equal(market, 0, "the beginner sells in one market only");
    }
  }
});

test("a listing dearer than the others loses by its price, and a cheap one does not", () => {
  const priced = (factor: number) =>
    lost(6, ({ state }, _work, row) => {
      state.priceMinor[row * state.sizes.markets] =
        state.priceMinor[row * state.sizes.markets]! * factor;
    });
  assert.ok(ordersOf(priced(4), "price") > 0);
  assert.equal(ordersOf(priced(0.2), "price"), 0);
});

test("what is sold out is lost for want of stock, and what is there is not", () => {
  const stocked = (units: number) =>
    lost(7, ({ state }, _work, row) => {
      const home = row * (state.sizes.markets + 1);
      state.stock[home] = 0;
      if (units > 0) addLayer(state, row, 0, units, units * 500, state.day[0]!);
      // Nothing comes on the day either.
      state.tables.supply.rows = 0;
    });
  assert.ok(ordersOf(stocked(0), "soldOut") > 0);
  assert.equal(ordersOf(stocked(30), "soldOut"), 0);
});

test("a listing without the searched words loses by it", () => {
  const found = (relevance: number) =>
    lost(9, ({ state }, _work, row) => {
      const { markets, queries } = state.sizes;
      const first = row * markets * queries;
      state.relevance.fill(relevance, first, first + queries);
    });
  assert.ok(ordersOf(found(20), "search") > ordersOf(found(200), "search"));
  assert.equal(ordersOf(found(255), "search"), 0);
});

test("bad reviews cost orders, good ones do not", () => {
  const rated = (stars: number) =>
    lost(9, ({ state }, _work, row) => {
      for (let other = 0; other < state.offerCount[0]!; other++) {
        state.reviewCount[other] = 40;
        state.starSum[other] = 176;
        state.starSquareSum[other] = 790;
      }
      state.reviewCount[row] = 60;
      state.starSum[row] = 60 * stars;
      state.starSquareSum[row] = 60 * stars * stars;
    });
  assert.ok(ordersOf(rated(2), "reviews") > 0);
  assert.equal(ordersOf(rated(5), "reviews"), 0);
});
