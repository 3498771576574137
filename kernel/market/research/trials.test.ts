import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { beginDay, closeDay, runSlice, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { LogEntry, ResearchDecision, StoreDecision } from "../decisions/decision.ts";
import {
  beginnersLog,
  entriesOf,
  exampleListing,
  exampleSeason,
} from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import { resultOf } from "./trial-result.ts";
import { dailyOrders } from "../promotions/measure-promotions.ts";
import { plansOfDay } from "../promotions/day-promotions.ts";
import { pageStart } from "../shelf/page.ts";
import { copyState } from "../state/state.ts";
import { pageSlots } from "../world/world-limits.ts";
import { armRates, rightVerdict, splitDay, type ArmRates } from "./trials.ts";
import type { Engine } from "../state/engine.ts";

const shop = exampleSeason({ modules: { research: true }, visitsPerDay: 20_000 });
const { world } = shop.season;
const store = firstSeat(world);
const sku = world.source.products[0]!.sku;
const market = world.marketIds[0]!;
const usd = world.base;

type Start = Extract<ResearchDecision, { kind: "start-experiment" }>;
const prices = (a: number, b: number, change: Partial<Start> = {}): Start => ({
  kind: "start-experiment",
  sku,
  market,
  arms: { field: "price", a, b },
  shareBp: 5_000,
  days: 3,
  measure: "orders",
  hypothesis: "cheaper sells more",
  ...change,
});
const close = (verdict: "A" | "B" | "none"): ResearchDecision => ({
  kind: "close-experiment",
  experiment: 100,
  verdict,
  reason: "",
});

/** A beginner's days, with what is decided on each. */
function played(
  plan: Readonly<Record<number, readonly StoreDecision[]>>,
  days: number,
  { season: first, work } = shop,
) {
  const log: LogEntry[] = [...beginnersLog(first.world)];
  let number = 100;
  for (const [day, decisions] of Object.entries(plan)) {
    log.push(...entriesOf(store, Number(day), decisions, number));
    number += decisions.length;
  }
  const results: DayResult[] = [];
  let season = first;
  for (let day = 1; day <= days; day++) {
    const entries = log.filter((one) => one.day === day);
    results.push(closeDay(season, entries, work));
    season = { ...season, state: results.at(-1)!.state };
  }
  return { results, season };
}

const sales = ({ tables }: DayResult) => {
  const { rows, columns } = tables.sales;
  return Object.values(columns).map((column) => [...column.subarray(0, rows)].map(Number));
};

test("arms that are alike differ by chance alone, and the range says so in 19 of 20", () => {
  const rates: ArmRates = { visits: 900, clicks: 45, orders: 9, priceMinor: 2_000 };
  let held = 0;
  let sum = 0;
  const runs = 600;
  for (let run = 0; run < runs; run++) {
    const engine = {
      key: { k0: run, k1: 5 },
      state: { day: Int32Array.of(30) },
    } as never as Engine;
    const [a, b] = splitDay(engine, 7, 1, 3_000, [rates, rates]);
    assert.equal(a.visits + b.visits, 900);
    assert.ok(a.orders <= a.clicks && a.clicks <= a.visits);
    const arm = ({ visits, orders }: typeof a) => ({ visits, hits: orders, worth: 1 });
    const result = resultOf(arm(a), arm(b));
    if (result.couldBeChance) held++;
    sum += result.difference;
  }
  assert.ok(held / runs >= 0.93, `${held / runs}`);
  // Ten orders of a thousand visits: the mean of so many differences strays by less than one.
  assert.ok(Math.abs(sum / runs) < 1, `${sum / runs}`);
});

test("the range narrows with visits, holds what was seen, and finds what is large", () => {
  const arms = fc.record({
    visits: fc.integer({ min: 50, max: 5_000 }),
    share: fc.double({ min: 0.01, max: 0.5, noNaN: true }),
  });
  fc.assert(
    fc.property(arms, arms, (x, y) => {
      const arm = ({ visits, share }: typeof x, times: number) => ({
        visits: visits * times,
        hits: Math.floor(visits * share) * times,
        worth: 1,
      });
      const one = resultOf(arm(x, 1), arm(y, 1));
      const many = resultOf(arm(x, 20), arm(y, 20));
      assert.ok(many.high - many.low < one.high - one.low);
      assert.ok(one.low <= one.difference && one.difference <= one.high);
    }),
  );
  assert.equal(
    resultOf({ visits: 5_000, hits: 50, worth: 1 }, { visits: 5_000, hits: 150, worth: 1 })
      .couldBeChance,
    false,
  );
  assert.equal(rightVerdict(100, 102, 0.03), "none");
  assert.equal(rightVerdict(100, 110, 0.03), "B");
  assert.equal(rightVerdict(110, 100, 0.03), "A");
});

test("an experiment costs what was shown, changes no sale, and is judged by exact rates", () => {
  const ruling = checkDecision(played({}, 1).season, store, prices(2_499, 1_299));
  assert.equal(ruling.kind, "accepted");
  const cost = ruling.kind === "accepted" ? 0 - ruling.effect.cashMinor : 0;
  assert.equal(cost, 3 * 1_200);
  const plain = played({}, 6);
  const tried = played({ 2: [prices(2_499, 1_299)], 5: [close("B")] }, 6);
  tried.results.forEach((result, at) => assert.deepEqual(sales(result), sales(plain.results[at]!)));
  const cash = ({ season }: typeof plain) => balanceOf(season.state, store, account.cash, usd);
  assert.equal(cash(plain) - cash(tried), cost);
  const rows = tried.results.map(({ tables }) => tables.trials.rows);
  assert.deepEqual(rows, [0, 1, 1, 1, 1, 0], "three days and the verdict");
  const { columns } = tried.results[1]!.tables.trials;
  assert.ok(columns.visitsA[0]! > 0 && columns.visitsB[0]! > 0);
  assert.equal(columns.priceBMinor[0], 1_299);
  const verdict = tried.results[4]!.tables.trials.columns;
  assert.deepEqual([verdict.verdict[0], verdict.isRight[0]], [1, 1], "half the price sells more");
  assert.equal(tried.season.state.tables.experiments.rows, 0);
  const wrong = played({ 2: [prices(2_499, 1_299)], 5: [close("A")] }, 5);
  assert.equal(wrong.results[4]!.tables.trials.columns.isRight[0], 0);
  const again = played({ 2: [prices(2_499, 1_299)], 5: [close("B")] }, 6);
  assert.equal(again.results[5]!.digest, tried.results[5]!.digest);
});

test("a listing in an experiment keeps its coupon and its flash sale all day", () => {
  const modules = { research: true, promotions: true, returns: true };
  const mall = exampleSeason({ modules, visitsPerDay: 12_000 });
  const days = { sku, market, depthBp: 3_000, from: 2, to: 4 };
  const coupon: StoreDecision = { kind: "run-promotion", promotion: "coupon", ...days };
  const flash: StoreDecision = {
    kind: "run-promotion",
    promotion: "flash-sale",
    ...days,
    slices: [0, 1],
  };
  for (const promoted of [[coupon], [flash], [coupon, flash]]) {
    const bare = played({}, 3, mall);
    const plain = played({ 2: promoted }, 3, mall);
    const tried = played({ 2: [...promoted, prices(2_499, 1_299)] }, 3, mall);
    assert.equal(tried.results[1]!.tables.trials.rows, 1);
    assert.notDeepEqual(sales(plain.results[1]!), sales(bare.results[1]!), "it promotes");
    for (const at of [1, 2]) {
      assert.deepEqual(sales(tried.results[at]!), sales(plain.results[at]!), `day ${at + 1}`);
    }
  }
});

test("an arm that is as the listing stands has the listing's own rates, promoted or not", () => {
  const modules = { research: true, promotions: true, returns: true, terms: true };
  const mall = exampleSeason({ modules, visitsPerDay: 12_000 });
  const days = { sku, market, depthBp: 3_000, from: 2, to: 4 };
  const coupon: StoreDecision = { kind: "run-promotion", promotion: "coupon", ...days };
  const cut: StoreDecision = { kind: "run-promotion", promotion: "price-cut", ...days };
  const flash: StoreDecision = {
    kind: "run-promotion",
    promotion: "flash-sale",
    ...days,
    slices: [1, 3],
  };
  const terms: StoreDecision = {
    kind: "set-after-sales",
    market,
    returnDays: 60,
    warrantyMonths: 24,
    returnPayer: "store",
  };
  const { season } = played({}, 1, mall);
  const ordersOf = (decisions: readonly StoreDecision[]) => {
    const state = copyState(season.state, (bytes) => new ArrayBuffer(bytes));
    const log = entriesOf(store, 2, decisions, 100);
    const day = beginDay({ ...season, state }, log, mall.work);
    assert.deepEqual(day.refused, []);
    runSlice(day, 0);
    const { engine, promotions } = day;
    const row = [...state.storeOf.subarray(0, state.offerCount[0])].indexOf(store);
    const [one] = promotions.listings.filter((listing) => listing.row === row);
    const ofPage = () => {
      const { work } = engine;
      let sum = 0;
      for (let shelf = 0; shelf < world.sizes.queries; shelf++) {
        for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
          const isOwn = work.pageOffer[pageStart(work.sizes.shelves, 0, shelf) + slot] === row;
          if (isOwn) sum += work.orderRate[shelf * pageSlots + slot]!;
        }
      }
      return sum;
    };
    const truth =
      one === undefined
        ? ofPage()
        : plansOfDay(engine, one).reduce(
            (sum, plan, slice) =>
              sum + mall.season.world.sliceShares[slice]! * dailyOrders(engine, one, plan),
            0,
          );
    const content = state.contentMilli[row * state.sizes.markets]!;
    for (const [field, value] of [
      ["price", 2_499],
      ["fee", 0],
      ["content", content],
    ] as const) {
      const arm = armRates(engine, promotions, row, 0, field, value);
      assert.ok(Math.abs(arm.orders / truth - 1) < 1e-9, `${field}: ${arm.orders} of ${truth}`);
    }
    const asked = armRates(engine, promotions, row, 0, "price", 2_499).priceMinor;
    return { orders: truth, asked };
  };
  const bare = ordersOf([]);
  assert.equal(bare.asked, 2_499);
  assert.ok(ordersOf([terms]).orders > bare.orders);
  for (const promoted of [[coupon], [cut], [flash], [coupon, terms], [coupon, flash]]) {
    const { orders, asked } = ordersOf(promoted);
    assert.ok(orders > bare.orders && asked < bare.asked, `${orders} at ${asked}`);
  }
});

test("one at a time a listing, closed when it is over, and within its bounds", () => {
  const first = played({}, 1).season;
  const said = (decision: ResearchDecision, season = first) => {
    const ruling = checkDecision(season, store, decision);
    if (ruling.kind === "refused") return ruling.code;
    return ruling.warnings.map(({ code }) => code).join();
  };
  assert.equal(said(prices(2_000, 1_000)), "");
  assert.equal(said(prices(2_000, 2_000)), "practice/arms-equal");
  assert.equal(said(prices(2_000, 0)), "practice/value-not-allowed");
  assert.equal(said(prices(2_000, 1_000, { days: 2 })), "practice/value-not-allowed");
  assert.equal(said(prices(2_000, 1_000, { shareBp: 900 })), "practice/value-not-allowed");
  assert.equal(said(prices(2_000, 1_000, { sku: "none" })), "practice/not-selected");
  const elsewhere = world.marketIds[1]!;
  assert.equal(said(prices(2_000, 1_000, { market: elsewhere })), "practice/not-listed");
  const words = { field: "content", listing: exampleListing, contentMilli: 900 } as const;
  assert.equal(said(prices(0, 0, { arms: words })), "");
  assert.equal(said(close("A")), "practice/no-such-experiment");
  const running = played({ 2: [prices(2_000, 1_000)] }, 2).season;
  assert.equal(said(prices(2_000, 1_000), running), "practice/experiment-running");
  assert.equal(said(close("A"), running), "practice/experiment-not-over");
  const over = played({ 2: [prices(2_000, 1_000)] }, 4).season;
  assert.equal(said(prices(2_000, 1_000), over), "practice/experiment-running", "no verdict yet");
  assert.equal(said(close("none"), over), "");
});
