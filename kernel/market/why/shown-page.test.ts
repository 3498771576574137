import assert from "node:assert/strict";
import { test } from "node:test";
import { closeDay } from "../day.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import { observeDay } from "./observe-day.ts";
import { shownPage } from "./shown-page.ts";

/** Two beginners' stores on a day on which both sell. */
function seenDay(seed: number) {
  const { season, work } = exampleSeason({ days: 30 }, seed);
  let { state } = season;
  const log = [0, 1].flatMap((seat) => beginnersLog(season.world, seat));
  for (let day = 1; day <= 4; day++) {
    const today = log.filter((entry) => entry.day === day);
    state = closeDay({ ...season, state }, today, work).state;
  }
  return { world: season.world, seen: observeDay({ ...season, state }, [], work) };
}

test("every sale stands on its page where the report says, and at its price", () => {
  for (const seed of [1, 2, 3]) {
    const { world, seen } = seenDay(seed);
    const { rows, columns: sold } = seen.result.tables.sales;
    assert.ok(rows > 0, "something was sold");
    for (let row = 0; row < rows; row++) {
      const at = seen.state.offerNumber.indexOf(sold.offer[row]!);
      const slots = shownPage(world, seen, {
        market: sold.market[row]!,
        category: seen.state.categoryOf[at]!,
        query: sold.query[row]!,
        slice: sold.slice[row]!,
      });
      const slot = slots[sold.slot[row]!];
      assert.deepEqual(
        [slot?.offer, slot?.isSponsored, slot?.priceMinor, slot?.feeMinor, slot?.promiseDays],
        [
          sold.offer[row],
          sold.isSponsored[row] === 1,
          sold.priceMinor[row],
          sold.feeMinor[row],
          sold.promiseDays[row],
        ],
      );
    }
  }
});

test("a page shows an offer once, and rates it by the reviews it had in the morning", () => {
  const { world, seen } = seenDay(4);
  const { markets, categories, queries } = world.sizes;
  for (let market = 0; market < markets; market++) {
    for (let category = 0; category < categories; category++) {
      for (let query = 0; query < queries; query++) {
        const slots = shownPage(world, seen, { market, category, query, slice: 3 });
        assert.equal(new Set(slots.map(({ offer }) => offer)).size, slots.length);
        for (const { offer, reviews, starsMilli } of slots) {
          const row = seen.state.offerNumber.indexOf(offer);
          assert.equal(reviews, seen.state.reviewCount[row]);
          assert.ok(reviews === 0 ? starsMilli === 0 : starsMilli >= 1000 && starsMilli <= 5000);
        }
      }
    }
  }
});

test("a flash sale stands at its price in its quarter of the day, at the usual one else", () => {
  const { season, work } = exampleSeason({ days: 30, modules: { promotions: true } }, 5);
  const { world } = season;
  const store = firstSeat(world);
  let { state } = season;
  const log = beginnersLog(world);
  for (let day = 1; day <= 4; day++) {
    const today = log.filter((entry) => entry.day === day);
    state = closeDay({ ...season, state }, today, work).state;
  }
  const row = state.storeOf.indexOf(store);
  const flash = {
    kind: "run-promotion",
    promotion: "flash-sale",
    sku: world.source.products[state.skuOf[row]!]!.sku,
    market: world.marketIds[0]!,
    depthBp: 4_000,
    slices: [1],
    from: 5,
    to: 5,
  } as const;
  const seen = observeDay({ ...season, state }, entriesOf(store, 5, [flash], 100), work);
  assert.deepEqual(seen.result.refused, []);
  const priceIn = (slice: number) => {
    const category = state.categoryOf[row]!;
    const queries = Array.from({ length: world.sizes.queries }, (_, query) => query);
    const slots = queries.flatMap((query) =>
      shownPage(world, seen, { market: 0, category, query, slice }),
    );
    return slots.find((slot) => slot.store === store)?.priceMinor ?? 0;
  };
  assert.ok(priceIn(0) > 0, "it stands on a page");
  assert.deepEqual([priceIn(1), priceIn(2)], [Math.round(priceIn(0) * 0.6), priceIn(0)]);
});
