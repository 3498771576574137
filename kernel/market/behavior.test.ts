import { test } from "node:test";
import assert from "node:assert/strict";
import { contextOf, offerRow } from "./decisions/decision-context.ts";
import { closeDay } from "./day.ts";
import type { LogEntry, StoreDecision } from "./decisions/decision.ts";
import { unitMargin } from "./books/economics.ts";
import {
  entriesOf,
  entry,
  exampleListing,
  exampleScores,
  exampleSeason,
} from "./examples/example-season.ts";
import { firstSeat, type Season } from "./state/season.ts";
import type { World } from "./world/world.ts";

type Plan = {
  /** Price in the market's minor units. */
  readonly price: (world: World, market: number) => number;
  readonly units: number;
  readonly bidTicks: number;
  readonly contentMilli?: number;
  readonly claimMilli?: number;
};

/** A store that lists the first products everywhere and then lets things run. */
function shop(
  world: World,
  seat: number,
  plan: Plan,
  skus: readonly string[],
): readonly LogEntry[] {
  const store = firstSeat(world) + seat;
  const decisions: StoreDecision[] = [];
  skus.forEach((sku, place) => decisions.push({ kind: "select-product", sku, place }));
  for (const sku of skus) {
    world.marketIds.forEach((market, m) => {
      const service = world.source.trade.services.find(
        ({ leg, markets }) => leg === "parcel" && markets.includes(market),
      )!;
      decisions.push(
        { kind: "set-shipping", sku, market, service: service.id, feeMinor: 0, promiseDays: 22 },
        {
          kind: "publish-listing",
          sku,
          market,
          listing: exampleListing,
          scores: {
            ...exampleScores(world, 190),
            contentMilli: plan.contentMilli ?? 300,
            claimMilli: plan.claimMilli ?? 0,
          },
          priceMinor: plan.price(world, m),
        },
      );
    });
    if (plan.units > 0) decisions.push({ kind: "place-purchase", sku, units: plan.units });
    const upToUnits = plan.units > 0 ? 60 : 0;
    decisions.push({ kind: "set-reorder-rule", sku, pointUnits: upToUnits / 2, upToUnits });
  }
  decisions.push({
    kind: "open-campaign",
    campaign: 0,
    name: "All",
    dailyBudgetTicks: plan.bidTicks > 10_000 ? 3_000_000 : 100_000,
    markets: world.marketIds,
  });
  for (const sku of skus) {
    decisions.push({
      kind: "set-bid",
      campaign: 0,
      sku,
      keyword: "",
      match: "auto",
      bidTicks: plan.bidTicks,
      matches: world.marketIds.map(() => 2 ** world.sizes.queries - 1),
    });
  }
  return [entry(world, seat, seat), ...entriesOf(store, 1, decisions)];
}

/** US price of about 15 USD, as each market counts. */
const usual = (factor: number) => (world: World, market: number) =>
  Math.max(
    1,
    Math.round(
      (1500 * factor * 1e8) /
        world.startRateE8[world.currencyOfMarket[market]!]! /
        (world.currencies[world.currencyOfMarket[market]!] === "JPY" ? 100 : 1),
    ),
  );

function play(
  season: Season,
  work: ReturnType<typeof exampleSeason>["work"],
  log: readonly LogEntry[],
  days: number,
) {
  let last = closeDay(season, log, work, { into: season.state });
  for (let day = 2; day <= days; day++) last = closeDay(season, [], work, { into: season.state });
  return last;
}

/** What nobody should be able to live on. */
const follies: readonly Plan[] = [
  { price: usual(0.35), units: 60, bidTicks: 0 },
  { price: usual(10), units: 60, bidTicks: 300 },
  // Two of them: alone, one would only pay what the next one bids.
  { price: usual(1), units: 150, bidTicks: 1_000_000 },
  { price: usual(1), units: 150, bidTicks: 1_000_000 },
  { price: usual(1), units: 0, bidTicks: 0 },
];

test("gifts, dreams, the highest bid and empty shelves score below an average bot", () => {
  // Several seasons: of the average bots that open on day 1 each has one or two only.
  const seasons = [7, 8, 9, 10, 11].map(scoresOfFollies);
  const mean = (of: (one: (typeof seasons)[number]) => number) =>
    seasons.reduce((sum, one) => sum + of(one), 0) / seasons.length;
  const par = mean((one) => one.par);
  for (const seat of follies.keys()) {
    const score = mean((one) => one.scores[seat]!);
    assert.ok(score < par, `plan ${seat} scores ${score} against ${par}`);
  }
});

/** Scores of the follies and of the average bots after three weeks. */
function scoresOfFollies(seed: number) {
  const { season, work } = exampleSeason(
    { bots: 30, stores: 36, visitsPerDay: 28_000, productsPerCategory: 6 },
    seed,
  );
  const { world } = season;
  const skus = world.source.products.slice(0, 3).map((product) => product.sku);
  const log = follies.flatMap((plan, seat) => shop(world, seat, plan, skus));
  const { tables } = play(season, work, log, 21);
  const scoreOf = (store: number) => {
    const { columns, rows } = tables.stores;
    return columns.scoreMilli[columns.store.subarray(0, rows).indexOf(store)]!;
  };
  const average = Array.from({ length: 30 }, (_, store) => store).filter(
    (store) => season.state.botLevel[store] === 2 && season.state.enteredOn[store]! >= 7,
  );
  const context = contextOf(season);
  const given = offerRow(context, firstSeat(world), skus[0]!);
  assert.ok(
    unitMargin(context, firstSeat(world), given, 0, usual(0.35)(world, 0))! < 0,
    "a gift loses on every unit",
  );
  return {
    par: average.reduce((sum, store) => sum + scoreOf(store), 0) / average.length,
    scores: follies.map((_, seat) => scoreOf(firstSeat(world) + seat)),
  };
}

test("an honest listing outsells one that promises too much, once the reviews are in", () => {
  // Several seasons, for in one of them luck with a few early reviews may outweigh it.
  const wanted = [0, 0];
  for (const seed of [7, 8, 9, 10]) {
    const { demand, lead } = honestAndBoaster(seed);
    assert.ok(lead > 0.3, `seed ${seed}: the honest store's rating leads by ${lead}`);
    demand.forEach((units, i) => (wanted[i]! += units));
  }
  assert.ok(wanted[0]! > wanted[1]!, `sold ${wanted[0]} against ${wanted[1]}`);
});

/** Units wanted of both from day 45 on, and by how many stars the honest one leads. */
function honestAndBoaster(seed: number) {
  const { season, work } = exampleSeason({ visitsPerDay: 20_000, days: 60 }, seed);
  const { world } = season;
  const skus = world.source.products.slice(0, 2).map((product) => product.sku);
  const plan: Plan = { price: usual(1), units: 100, bidTicks: 600 };
  const log = [
    ...shop(world, 0, { ...plan, contentMilli: 300, claimMilli: 0 }, skus),
    ...shop(world, 1, { ...plan, contentMilli: 600, claimMilli: 1800 }, skus),
  ];
  const [honest, boaster] = [firstSeat(world), firstSeat(world) + 1];
  closeDay(season, log, work, { into: season.state });
  // The same luck with the product for both.
  const { state } = season;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row]! >= honest) state.fit[row] = 0.2;
  }
  const demand = [0, 0];
  for (let day = 2; day <= 55; day++) {
    const { tables } = closeDay(season, [], work, { into: state });
    const { columns, rows } = tables.stores;
    if (day < 45) continue;
    [honest, boaster].forEach((store, i) => {
      const row = columns.store.subarray(0, rows).indexOf(store);
      demand[i]! += columns.units[row]! + columns.lostUnits[row]!;
    });
  }
  const rating = (store: number) =>
    state.storeStars[store]! / Math.max(1, state.storeReviews[store]!);
  return { demand, lead: rating(honest) - rating(boaster) };
}

test("a burnt-in market turns two to five of a hundred visits into orders", () => {
  const { season, work } = exampleSeason({
    bots: 18,
    visitsPerDay: 30_000,
    offersPerStore: 8,
    productsPerCategory: 8,
  });
  let orders = 0;
  let visits = 0;
  let clicks = 0;
  for (let day = 1; day <= 7; day++) {
    const { tables } = closeDay(season, [], work, { into: season.state });
    for (let row = 0; row < tables.stores.rows; row++) {
      orders += tables.stores.columns.orders[row]!;
      clicks += tables.stores.columns.clicks[row]!;
    }
    for (let row = 0; row < tables.markets.rows; row++)
      visits += tables.markets.columns.visits[row]!;
  }
  assert.ok(orders / visits > 0.02 && orders / visits < 0.05, `conversion ${orders / visits}`);
  assert.ok(orders / clicks > 0.02 && orders / clicks < 0.12, `orders a click ${orders / clicks}`);
});
