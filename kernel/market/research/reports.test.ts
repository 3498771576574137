import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { LogEntry, ResearchDecision } from "../decisions/decision.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { exampleState } from "../examples/example-state.ts";
import { expectedRates } from "../shelf/expected-rates.ts";
import { addSegmentOrders, noOrders } from "../shelf/segment-orders.ts";
import { openDay, runShard } from "../shelf/phases.ts";
import { openEngine, type Engine } from "../state/engine.ts";
import { firstSeat } from "../state/season.ts";
import { newWorkspace } from "../state/workspace.ts";
import { noEffects } from "../world/shock.ts";
import { demandOf } from "./demand-report.ts";
import type { Estimate } from "./estimate.ts";
import { keywordTable } from "./keyword-table.ts";

const memory = (bytes: number) => new ArrayBuffer(bytes);

/** A market after its first slice, and as many panels as there are stores to ask for one. */
const world = exampleWorld({ stores: 60, visitsPerDay: 20_000, modules: { research: true } });
const { markets, categories, queries } = world.sizes;
function firstSlice(): Engine {
  const key = { k0: 5, k1: 9 };
  const state = exampleState(world, key, memory, { advertised: 0.3 });
  const engine = openEngine(world, key, state, newWorkspace(world.sizes, memory));
  openDay(engine, { effects: noEffects(markets, categories, 1) });
  for (const phase of ["prepare", "rank", "slice"] as const) runShard(engine, phase, 0, 0, 1);
  return engine;
}
const engine = firstSlice();
const panels = Array.from({ length: 400 }, (_, store) => store);
const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);

/** How often figures hold what is true of them. */
function held(figures: readonly Estimate[], truth: number): number {
  const inside = figures.filter(({ value, margin }) => Math.abs(value - truth) <= margin);
  return inside.length / figures.length;
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => sum(values) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  const both = sum(xs.map((one, at) => (one - x) * (ys[at]! - y)));
  const spread = (values: readonly number[], of: number) =>
    Math.sqrt(sum(values.map((one) => (one - of) ** 2)));
  return both / (spread(xs, x) * spread(ys, y));
}

suite("figures of bought reports", () => {
  test("a keyword table's figures hold the truth in nineteen tables of twenty", () => {
    const tables = panels.map((store) => keywordTable(engine, store, 0, 1));
    for (let query = 0; query < queries; query++) {
      const shelf = categories * 0 + 1 * queries + query;
      const rates = expectedRates(engine, [shelf]);
      const [orders, clicks] = [sum(rates.orders), sum(rates.clicks)];
      const impressions = sum(rates.examinations);
      const visits = engine.work.visits[shelf]!;
      const of = (name: "visits" | "impressions" | "clicks" | "orders") =>
        tables.map((table) => table[query]![name]);
      for (const [name, truth] of Object.entries({ visits, impressions, clicks, orders })) {
        const share = held(of(name as "visits"), truth);
        assert.ok(share >= 0.92, `${name} of query ${query}: ${share}`);
      }
      const rate = tables.map((table) => table[query]!.clickRate);
      assert.ok(held(rate, (10_000 * clicks) / impressions) >= 0.92, "click rate");
      const conversion = tables.map((table) => table[query]!.conversion);
      assert.ok(held(conversion, (10_000 * orders) / clicks) >= 0.92, "conversion");
      // A margin that is never passed would be a lie the other way.
      assert.ok(of("visits").some(({ margin }) => margin < visits / 5));
    }
  });

  test("a demand report's figures hold the truth, and its segments make up the market", () => {
    const market = 2;
    const reports = panels.map((store) => demandOf(engine, store, market, 0));
    const truth = noOrders();
    const first = market * categories * queries;
    let visits = 0;
    let ofShelves = 0;
    for (let shelf = first; shelf < first + queries; shelf++) {
      addSegmentOrders(engine, shelf, truth);
      visits += engine.work.visits[shelf]!;
      ofShelves += sum(expectedRates(engine, [shelf]).orders);
    }
    assert.ok(Math.abs(sum(truth.orders) / ofShelves - 1) < 1e-9, "all who buy are of a segment");
    for (let segment = 0; segment < truth.orders.length; segment++) {
      const lines = reports.map((report) => report[segment]!);
      const share = world.segmentShare[market * truth.orders.length + segment]!;
      const inSegment = lines.map((line) => line.visits);
      assert.ok(held(inSegment, visits * share) >= 0.92, `visits of ${segment}`);
      const orders = lines.map((line) => line.orders);
      assert.ok(held(orders, truth.orders[segment]!) >= 0.92, `orders of ${segment}`);
      const paid = lines.map((line) => line.paid).filter(({ value }) => value >= 0);
      const mean = truth.paid[segment]! / truth.orders[segment]!;
      assert.ok(held(paid, mean) >= 0.92, `paid by ${segment}: ${held(paid, mean)}`);
    }
  });

  test("the searches and the segments of a cell's panels are dealt by luck of their own", () => {
    const searched = panels.map((store) => keywordTable(engine, store, 0, 1)[0]!.visits.value);
    const asked = panels.map((store) => demandOf(engine, store, 0, 1)[0]!.visits.value);
    const r = correlation(searched, asked);
    assert.ok(Math.abs(r) < 0.2, `${r}: four errors of so many panels`);
  });
});

/** A beginner's season with research, one more decision on day 2. */
const shop = exampleSeason({ modules: { research: true } });
const store = firstSeat(shop.season.world);
const market = shop.season.world.marketIds[0]!;
const [category = "", other = ""] = shop.season.world.categoryIds;
const keywords: ResearchDecision = { kind: "buy-report", report: "keywords", market, category };
const demand: ResearchDecision = { kind: "buy-report", report: "demand", market: null, category };
const watch = (...stores: number[]): ResearchDecision => ({ kind: "watch-rivals", stores });

function played(decisions: readonly ResearchDecision[], days = 3): readonly DayResult[] {
  const log: readonly LogEntry[] = [
    ...beginnersLog(shop.season.world),
    ...entriesOf(store, 2, decisions, 100),
  ];
  const results: DayResult[] = [];
  let { season } = shop;
  for (let day = 1; day <= days; day++) {
    const entries = log.filter((one) => one.day === day);
    results.push(closeDay(season, entries, shop.work));
    season = { ...season, state: results.at(-1)!.state };
  }
  return results;
}

const sales = ({ tables }: DayResult) => {
  const { rows, columns } = tables.sales;
  return Object.values(columns).map((column) => [...column.subarray(0, rows)].map(Number));
};

const paid = ({ tables }: DayResult) => {
  const { rows, columns } = tables.postings;
  return sum(
    Array.from({ length: rows }, (_, row) =>
      columns.account[row] === account.research && columns.party[row] === store
        ? columns.amountMinor[row]!
        : 0,
    ),
  );
};

suite("buying to know", () => {
  test("what is bought changes no sale of anybody, and the cash by its price alone", () => {
    const bought = played([keywords, demand, watch(0, 1)]);
    const plain = played([]);
    bought.forEach((result, day) => assert.deepEqual(sales(result), sales(plain[day]!)));
    const cash = ({ state }: DayResult) =>
      balanceOf(state, store, account.cash, shop.season.world.base);
    const cost = sum(bought.map(paid));
    assert.equal(cost, 4_000 + 12_000 + 2 * 400);
    assert.equal(cash(plain.at(-1)!) - cash(bought.at(-1)!), cost);
  });

  test("a report is made on its day, once, and a replay makes the same one", () => {
    const [, day, after] = played([keywords, demand]);
    const again = played([keywords, demand])[1]!;
    const { rows, columns } = day!.tables.research;
    assert.equal(rows, queries + 8 * shop.season.world.sizes.markets);
    assert.equal(after!.tables.research.rows, 0);
    assert.deepEqual(columns, again.tables.research.columns);
    assert.equal(day!.digest, again.digest);
    const relevances = [...columns.relevance.subarray(0, queries)];
    assert.deepEqual(new Set(relevances), new Set([200]), "of the own listing");
  });

  test("rivals are seen where one sells, and no longer once it ends", () => {
    const [, day] = played([watch(0, 1, 2, 3, 4)]);
    const { rows, columns } = day!.tables.rivals;
    assert.ok(rows > 0);
    const { state } = day!;
    for (let row = 0; row < rows; row++) {
      assert.equal(columns.store[row], store);
      assert.equal(columns.category[row], 0, "the category of the own product");
      assert.ok(columns.priceMinor[row]! > 0 && columns.landedMinor[row]! > 0);
      assert.ok(columns.place[row]! >= 0 && columns.place[row]! <= 54);
    }
    assert.equal(state.tables.watches.rows, 5);
    const ended = played([watch(0, 1), watch()])[2]!;
    assert.equal(ended.tables.rivals.rows, 0);
    assert.equal(paid(ended), 0);
  });

  test("what a rival has chosen and not listed is told to nobody", () => {
    const [first] = played([], 1);
    const { state } = first!;
    const said = (rival: number) => {
      const ruling = checkDecision({ ...shop.season, state }, store, watch(rival));
      return ruling.kind === "accepted" ? ruling.warnings.map(({ code }) => code) : null;
    };
    const near = panels.findIndex((rival) => rival !== store && said(rival)?.length === 0);
    assert.ok(near >= 0, "somebody sells in the own category");
    for (let offer = 0; offer < state.offerCount[0]!; offer++) {
      const from = offer * state.sizes.markets;
      if (state.storeOf[offer] === near) state.listing.fill(2, from, from + state.sizes.markets);
    }
    assert.deepEqual(said(near), ["practice/rival-elsewhere"]);
  });

  test("each has its yes, its warning and its no", () => {
    const [first] = played([], 1);
    const season = { ...shop.season, state: first!.state };
    const rule = (decision: ResearchDecision) => checkDecision(season, store, decision);
    const said = (decision: ResearchDecision) => {
      const ruling = rule(decision);
      if (ruling.kind === "refused") return ruling.code;
      return ruling.warnings.map(({ code }) => code).join();
    };
    const yes = rule(keywords);
    assert.equal(yes.kind === "accepted" && yes.effect.cashMinor, -4_000);
    assert.equal(said(keywords), "");
    assert.equal(said({ ...keywords, category: other }), "practice/not-listed-there");
    assert.equal(said({ ...keywords, market: null }), "practice/value-not-allowed");
    assert.equal(said({ ...demand, market }), "practice/value-not-allowed");
    assert.equal(said({ ...keywords, market: "xx" }), "practice/no-such-market");
    assert.equal(said({ ...demand, category: "none" }), "practice/value-not-allowed");
    assert.equal(said(demand), "");
    assert.equal(said(watch(store)), "practice/no-such-store");
    assert.equal(said(watch(1, 1)), "practice/no-such-store");
    assert.equal(said(watch(19)), "practice/no-such-store", "not in the season");
    assert.equal(said(watch(...Array.from({ length: 11 }, (_, i) => i))).length > 0, true);
    const forecast = (p10: number, p50: number, p90: number, days = 7): ResearchDecision => ({
      kind: "submit-forecast",
      measure: "units",
      days,
      p10,
      p50,
      p90,
    });
    assert.equal(said(forecast(10, 20, 30)), "");
    assert.equal(said(forecast(20, 20, 20)), "practice/forecast-without-doubt");
    assert.equal(said(forecast(20, 10, 30)), "practice/forecast-not-ordered");
    assert.equal(said(forecast(10, 20, 30, 29)), "practice/value-not-allowed");
    assert.equal(said(forecast(-1, 20, 30)), "practice/value-not-allowed");
    const twice = played([keywords, keywords])[1]!.refused;
    assert.deepEqual(
      twice.map(({ code }) => code),
      ["practice/report-ordered"],
    );
    const off = exampleSeason({ modules: { research: false } });
    assert.equal(checkDecision(off.season, 0, keywords).kind, "refused");
    season.state.balance.fill(0);
    assert.equal(said(demand), "practice/cash-short");
    assert.equal(said(watch(0)), "practice/cash-short");
  });
});
