import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { closeDay, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import {
  entriesOf,
  entry,
  exampleListing,
  exampleScores,
  exampleSeason,
  firstDay,
  ordinaryMemory,
} from "../examples/example-season.ts";
import type { ExampleOptions } from "../examples/example-world.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import { newWhyBench } from "../why/expected-day.ts";
import { explainChange } from "../why/explain-change.ts";
import { figures } from "../why/day-figures.ts";
import { lostSales } from "../why/lost-sales.ts";
import { observeDay } from "../why/observe-day.ts";
import { tradeOn } from "../world/world.ts";
import { keywordTable } from "./keyword-table.ts";
import { dealPriceMost, marketPrices } from "./market-price.ts";
import { crowds, fates } from "./seller.ts";

const sandbox: ExampleOptions = {
  matching: "sandbox",
  visitsPerDay: 40_000,
  modules: { returns: false, service: false },
  parameters: [{ name: "traffic.shockSd", value: 0 }],
};

/** A person's store at a price that the rule of the sandbox allows. */
function studentLog(season: Season, percent = 90): readonly LogEntry[] {
  const { world } = season;
  const { sku, category } = world.source.products[0]!;
  const reference = marketPrices(world, tradeOn(world, season.state.day[0]!))[category]!;
  const price = Math.floor((reference * percent) / 100);
  return [entry(world, 0, 0), ...entriesOf(firstSeat(world), 1, firstDay(world, sku, price))];
}

function play(
  season: Season,
  work: Workspace,
  log: readonly LogEntry[],
  days: number,
): readonly DayResult[] {
  const state = copyState(season.state, ordinaryMemory);
  return Array.from({ length: days }, (_, at) => {
    const today = log.filter(({ day }) => day === at + 1);
    return closeDay({ ...season, state }, today, work, { into: state });
  });
}

suite("a season of the sandbox", () => {
  test("closes with balanced books, and the same log gives the same orders", () => {
    const { season, work } = exampleSeason(sandbox);
    const log = studentLog(season);
    const days = play(season, work, log, 12);
    for (const day of days) assert.deepEqual(day.refused, []);
    assert.deepEqual(
      play(season, work, log, 12).map(({ digest }) => digest),
      days.map(({ digest }) => digest),
    );
    const sold = days.reduce((sum, { tables }) => {
      const { columns, rows } = tables.stores;
      return sum + columns.units.subarray(0, rows).reduce((total, units) => total + units, 0);
    }, 0);
    assert.ok(sold > 100, `${sold} units`);
    assert.ok(days.at(-1)!.state.stock.every((units) => units >= 0));
  });

  test("every row of the deal agrees with the table that was public before the day", () => {
    const { season, work } = exampleSeason(sandbox);
    const log = studentLog(season);
    const table = keywordTable(season);
    const [first, second] = play(season, work, log, 2);
    for (const { row, wanted } of table.map((row, shelf) => ({ row, wanted: table[shelf]! }))) {
      assert.equal(
        row.crowds.reduce((sum, units) => sum + units, 0),
        wanted.conversions,
      );
      assert.ok(row.conversions <= row.clicks && row.clicks <= row.impressions);
    }
    const { deals } = second!.tables;
    assert.ok(deals.rows > 0);
    // The store sells one product in the first market: its shelves are the first ones.
    const later = keywordTable(season, 1);
    for (let row = 0; row < deals.rows; row++) {
      const query = deals.columns.query[row]!;
      assert.equal(deals.columns.brandWanted[row], later[query]!.crowds[0]);
    }
    assert.equal(first!.tables.deals.rows, season.world.sizes.queries);
    const { columns } = first!.tables.deals;
    const shelfOf = (row: number) => columns.query[row]!;
    for (let row = 0; row < first!.tables.deals.rows; row++) {
      crowds.forEach((crowd, at) => {
        assert.equal(columns[`${crowd}Wanted`][row], table[shelfOf(row)]!.crowds[at]);
      });
    }
  });

  test("a listing that is sold out is still told why it sold nothing", () => {
    const { season, work } = exampleSeason(sandbox);
    const days = play(season, work, studentLog(season), 12);
    const noStock = fates.indexOf("noStock");
    const isEmptyDay = days.some(({ tables: { deals } }) => {
      const told = deals.columns.lowPriceFate.subarray(0, deals.rows);
      return told.some((fate) => fate === noStock);
    });
    assert.ok(isEmptyDay);
  });

  test("a change between two days is explained without any luck in its orders", () => {
    // Few visits: the store's stock must outlast the days that are compared.
    const { season, work } = exampleSeason({ ...sandbox, visitsPerDay: 9_000 });
    const store = firstSeat(season.world);
    const { sku, category } = season.world.source.products[0]!;
    const reference = marketPrices(season.world, tradeOn(season.world, season.state.day[0]!));
    const state = play(season, work, studentLog(season, 118), 2).at(-1)!.state;
    const before = observeDay({ ...season, state }, [], work);
    const cheaper = entriesOf(store, 4, [
      {
        kind: "set-price",
        sku,
        market: season.world.marketIds[0]!,
        priceMinor: Math.floor(reference[category]! * 0.7),
      },
    ]);
    const after = observeDay({ ...season, state: before.result.state }, cheaper, work);
    const bench = newWhyBench(season.world, season.seed);
    const { figures: parts } = explainChange(bench, before, after, store);
    assert.equal(parts.orders.luck, 0);
    assert.ok(parts.orders.parts.price > 0, JSON.stringify(parts.orders));
    for (const name of figures) {
      const { before: from, after: to, parts: each, luck, aside } = parts[name];
      const sum = [...Object.values(each), ...Object.values(aside), luck];
      assert.equal(
        sum.reduce((total, one) => total + one, 0),
        to - from,
      );
    }
    for (const lost of lostSales(bench, after, store)) assert.ok(lost.ordersMilli > 0);
  });
});

suite("the brand crowd in a season with promotion off the market", () => {
  test("buys from a store that lets itself be seen, and why says that it was that", () => {
    const modules = { ...sandbox.modules, offsite: true };
    const { season, work } = exampleSeason({ ...sandbox, visitsPerDay: 9_000, bots: 0, modules });
    const store = firstSeat(season.world);
    const state = play(season, work, studentLog(season, 100), 2).at(-1)!.state;
    const before = observeDay({ ...season, state }, [], work);
    const post = entriesOf(store, 4, [
      {
        kind: "publish-post",
        market: season.world.marketIds[0]!,
        text: "Look at us",
        spendMinor: 50_000,
        fitMilli: 500,
      },
    ]);
    const after = observeDay({ ...season, state: before.result.state }, post, work);
    assert.deepEqual(after.result.refused, []);
    const { deals } = after.result.tables;
    const sold = deals.columns.brandUnits.subarray(0, deals.rows);
    assert.ok(sold.some((units) => units > 0));
    const bench = newWhyBench(season.world, season.seed);
    const { figures: parts } = explainChange(bench, before, after, store);
    assert.equal(parts.orders.luck, 0);
    assert.ok(parts.orders.parts.ads > 0, JSON.stringify(parts.orders));
  });
});

suite("what the sandbox refuses", () => {
  const { season, work } = exampleSeason({ ...sandbox, bots: 0 });
  const store = firstSeat(season.world);
  const { sku, category } = season.world.source.products[0]!;
  const market = season.world.marketIds[0]!;
  const reference = marketPrices(season.world, tradeOn(season.world, 7))[category]!;
  const most = dealPriceMost(season.world, reference);
  const { state } = play(season, work, studentLog(season), 1).at(-1)!;
  const answer = (decision: StoreDecision) => {
    const ruling = checkDecision({ ...season, state }, store, decision);
    return ruling.kind === "refused" ? ruling.code : ruling.kind;
  };
  const price = (priceMinor: number): StoreDecision => ({
    kind: "set-price",
    sku,
    market,
    priceMinor,
  });

  test("a price above the market price and its band, and freight that lifts it above", () => {
    assert.equal(answer(price(most)), "accepted");
    assert.equal(answer(price(most + 1)), "practice/price-not-allowed");
    const shipping = (feeMinor: number): StoreDecision => ({
      kind: "set-shipping",
      sku,
      market,
      service: season.world.source.trade.services.find(({ leg }) => leg === "parcel")!.id,
      feeMinor,
      promiseDays: 20,
    });
    assert.equal(answer(shipping(1)), "accepted");
    assert.equal(answer(shipping(most)), "practice/price-not-allowed");
  });

  test("an eighth title keyword", () => {
    const edit = (count: number): StoreDecision => ({
      kind: "edit-listing",
      sku,
      market,
      listing: { ...exampleListing, keywords: Array.from({ length: count }, (_, i) => `k${i}`) },
      scores: exampleScores(season.world),
    });
    assert.equal(answer(edit(7)), "accepted");
    assert.equal(answer(edit(8)), "practice/keyword-cap");
  });
});
