import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { beginDay, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { explainChange } from "../why/explain-change.ts";
import { newWhyBench } from "../why/expected-day.ts";
import { observeDay } from "../why/observe-day.ts";
import { entriesOf, ordinaryMemory } from "../examples/example-season.ts";
import { copyState } from "../state/state.ts";
import { banners, exampleOffSite, ownStore, playShop, post } from "../examples/example-off-site.ts";
import { nextAwareness } from "./awareness.ts";
import { salesSources, spentChannels, type SalesSource } from "./channel.ts";
import { openDirectVisits } from "./direct-visits.ts";
import { influencersOf } from "./influencers.ts";
import { reachOf } from "./reach.ts";

const shop = exampleOffSite();
const { world, seed } = shop.season;
const store = ownStore(shop.season);

const book = (influencer: number, day: number, acceptedAt = 0): StoreDecision => ({
  kind: "book-influencer",
  market: "us",
  influencer,
  day,
  acceptedAt,
});

type Brought = "views" | "visits" | "orders" | "revenueMinor" | "costMinor";

/** What a source brought the own store on a day. */
function brought({ tables }: DayResult, source: SalesSource, what: Brought): number {
  const { columns, rows } = tables.outreach;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store || columns.source[row] !== salesSources.indexOf(source)) {
      continue;
    }
    sum += columns[what][row]!;
  }
  return sum;
}

function paid({ tables }: DayResult): number {
  const { columns, rows } = tables.postings;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.kind[row] !== documentKind.offSite || columns.party[row] !== store) continue;
    if (columns.account[row] === account.cash) sum -= columns.amountMinor[row]!;
  }
  return sum;
}

test("more spent never reaches fewer, and nobody is reached for nothing", () => {
  const usd = fc.double({ min: 0, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.constantFrom(...spentChannels), usd, usd, (channel, a, b) => {
      const [less, more] = [
        reachOf(world, channel, 0, Math.min(a, b)),
        reachOf(world, channel, 0, Math.max(a, b)),
      ];
      assert.ok(less <= more);
      assert.ok(less >= 0);
      assert.equal(reachOf(world, channel, 0, 0), 0);
    }),
  );
});

test("awareness stays between nothing and all, and a half of it is left after thirty days", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const reach = fc.double({ min: 0, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(share, reach, fc.integer({ min: 1, max: 1e6 }), (before, views, visits) => {
      const after = nextAwareness(world, before, views, visits);
      assert.ok(after >= 0 && after <= 1);
      assert.ok(after >= nextAwareness(world, before, 0, visits));
    }),
  );
  let left = 0.8;
  for (let day = 0; day < 30; day++) left = nextAwareness(world, left, 0, 1000);
  assert.ok(Math.abs(left - 0.4) < 1e-12);
});

test("what was projected is paid, once a day and with a document each", () => {
  const plan = { 2: [post(4_000)], 3: [banners(1_500, 3)], 4: [book(0, 6)] };
  const { results } = playShop(shop, plan, 8);
  const [one] = influencersOf(world, seed, 0);
  const price = one!.priceCents;
  assert.deepEqual(results.map(paid), [0, 4_000, 1_500, 1_500 + price, 1_500, 0, 0, 0]);
  const costs = results.map((day) =>
    salesSources.reduce((sum, source) => sum + brought(day, source, "costMinor"), 0),
  );
  assert.deepEqual(costs, results.map(paid));
  assert.equal(brought(results[5]!, "influencer", "views"), one!.reach);
  assert.ok(results.every(({ ledgerSums }) => Object.values(ledgerSums).every((sum) => sum === 0)));
});

test("a spent channel is one campaign a day, however many decisions it took", () => {
  const whole = playShop(shop, { 2: [post(3_000)] }, 2).results[1]!;
  const parts = playShop(shop, { 2: [post(1_000), post(2_000)] }, 2).results[1]!;
  assert.equal(brought(parts, "post", "views"), brought(whole, "post", "views"));
  assert.equal(brought(parts, "post", "visits"), brought(whole, "post", "visits"));
});

test("searches for a store's name never exceed their share of the market's visits", () => {
  const { results } = playShop(shop, { 2: [banners(60_000, 14)] }, 16);
  const share = world.parameters["brand.visitShare"];
  let before = 0;
  for (const { tables } of results) {
    const { markets, brand } = tables;
    let visits = 0;
    for (let row = 0; row < markets.rows; row++) {
      if (markets.columns.market[row] === 0) visits += markets.columns.visits[row]!;
    }
    const seen = brought({ tables } as DayResult, "brand", "visits");
    assert.ok(seen <= share * visits + 1e-9);
    assert.ok(Math.abs(seen - share * visits * before) < 1e-3 * visits * share + 1e-9);
    before = brand.rows === 0 ? 0 : brand.columns.awarenessPpm[0]! / 1e6;
  }
  assert.ok(before > 0.5, "so much is remembered");
});

test("what is sold on a store's own page leaves the same stock as all else", () => {
  const rich = exampleOffSite({
    parameters: [
      { name: "brand.visitShare", value: 0.02 },
      { name: "display.clickRate", value: 0.5 },
      { name: "display.outside", value: 0.05 },
    ],
  });
  const { results, season } = playShop(rich, { 2: [banners(60_000, 10)] }, 12);
  let sold = 0;
  let direct = 0;
  for (const { tables } of results) {
    const { columns, rows } = tables.sales;
    for (let row = 0; row < rows; row++) {
      if (columns.store[row] !== store) continue;
      sold += columns.units[row]!;
      if (columns.source[row]! > 0) direct += columns.units[row]!;
      assert.equal(columns.source[row] === 0, columns.query[row]! >= 0);
    }
  }
  const row = season.state.offerNumber.indexOf(store * 256);
  const pools = world.sizes.markets + 1;
  assert.ok(direct > 100, "it was a campaign to see");
  assert.equal(season.state.soldTotal[row], sold);
  assert.ok(season.state.stock.subarray(row * pools, (row + 1) * pools).every((n) => n >= 0));
  const short = results.some(({ tables }) => {
    const at = tables.stores.columns.store.indexOf(store);
    return tables.stores.columns.lostUnits[at]! > 0;
  });
  assert.ok(short, "some who came found nothing: rationing took part");
});

test("without the campaign only what depended on it is lost", () => {
  const plan = (extra: readonly StoreDecision[]) => ({ 2: [post(2_000, "de"), ...extra] });
  const day = (extra: readonly StoreDecision[]) => playShop(shop, plan(extra), 2).results[1]!;
  const [with_, without] = [day([banners(20_000, 1)]), day([])];
  for (const what of ["views", "visits", "orders", "revenueMinor"] as const) {
    assert.equal(brought(with_, "post", what), brought(without, "post", what));
    assert.equal(brought(without, "display", what), 0);
    assert.ok(brought(with_, "display", what) >= 0);
  }
  assert.ok(brought(with_, "display", "visits") > 0);
  const others = (result: DayResult) => {
    const { columns, rows } = result.tables.markets;
    return Array.from(columns.visits.subarray(0, rows));
  };
  assert.deepEqual(others(with_), others(without));
});

test("of two who ask for one influencer the earlier has him, and only he pays", () => {
  const late = playShop(shop, { 2: [book(1, 3, 500)] }, 1).season;
  const rival = store + 1;
  const work = shop.work;
  const state = copyState(late.state, ordinaryMemory);
  state.storeKind[rival] = state.storeKind[store]!;
  state.balance.copyWithin(0, 0);
  const entries = [
    ...entriesOf(store, 2, [book(1, 3, 500)], 50),
    ...entriesOf(rival, 2, [book(1, 3, 100)], 50),
  ];
  const width = world.sizes.accounts * world.sizes.currencies;
  state.balance.set(state.balance.slice(store * width, (store + 1) * width), rival * width);
  const observed = observeDay({ ...late, state }, entries, work);
  assert.equal(paid(observed.result), 0);
  const next = { ...late, state: observed.result.state };
  const again = checkDecision(next, store, book(1, 3));
  assert.equal(again.kind === "refused" && again.code, "practice/media-slot-taken");
  assert.equal(checkDecision(next, store, book(1, 4)).kind, "accepted");
});

test("what promotion changed is explained to the last cent, by advertising and its price", () => {
  const rich = exampleOffSite({ parameters: [{ name: "brand.visitShare", value: 0.02 }] });
  const { season } = playShop(rich, { 2: [banners(40_000, 6)] }, 4);
  const state = copyState(season.state, ordinaryMemory);
  const before = observeDay({ ...season, state }, [], rich.work);
  const after = observeDay(
    { ...season, state: before.result.state },
    entriesOf(store, 6, [post(4_000), banners(0, 0)], 90),
    rich.work,
  );
  const bench = newWhyBench(season.world, season.seed);
  const { figures } = explainChange(bench, before, after, store);
  for (const { before: from, after: to, parts, luck, aside } of Object.values(figures)) {
    const sum = [...Object.values(parts), ...Object.values(aside)].reduce((a, b) => a + b, luck);
    assert.equal(sum, to - from);
  }
  assert.equal(figures.profit.aside.promotion, 40_000 - 4_000);
  assert.notEqual(figures.profit.parts.ads, 0);
});

test("a season in which nobody is known sells as one without the module", () => {
  // Why: the shelves must not feel the visits beside them when there are none.
  const quiet = (offsite: boolean) => {
    const season = exampleOffSite({
      modules: { offsite },
      parameters: [{ name: "brand.visitShare", value: 0 }],
    });
    return playShop(season, {}, 4).results.map(({ tables }) => [
      Array.from(tables.stores.columns.orders.subarray(0, tables.stores.rows)),
      Array.from(tables.stores.columns.profitMinor.subarray(0, tables.stores.rows)),
      tables.sales.rows,
    ]);
  };
  assert.deepEqual(quiet(true), quiet(false));
});

test("better known, better written, more spent: never fewer orders on exact rates", () => {
  const { season } = playShop(shop, { 2: [post(3_000)] }, 2);
  const run = beginDay(season, entriesOf(store, 3, [post(3_000, "us", 500)], 50), shop.work);
  const place = store * world.sizes.markets;
  const { engine } = run;
  const { columns, rows } = engine.state.tables.outreach;
  const last = rows - 1;
  const expected = () =>
    openDirectVisits(engine, store).pages.reduce(
      (sum, { orderRate }) =>
        orderRate.reduce((all, rates) => rates.reduce((one, rate) => one + rate, all), sum),
      0,
    );
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const milli = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(
      share,
      milli,
      milli,
      fc.integer({ min: 0, max: 90_000 }),
      (known, fit, page, usd) => {
        engine.state.awareness[place] = known;
        engine.state.landingMilli[place] = Math.max(1, page);
        columns.fitMilli[last] = fit;
        columns.usdCents[last] = usd;
        const before = expected();
        const more = [
          () => (engine.state.awareness[place] = Math.min(1, known + 0.1)),
          () => (engine.state.landingMilli[place] = Math.min(1000, page + 100)),
          () => (columns.fitMilli[last] = Math.min(1000, fit + 100)),
          () => (columns.usdCents[last] = usd + 5_000),
        ];
        let least = before;
        for (const raise of more) {
          raise();
          const after = expected();
          assert.ok(after >= least - 1e-9);
          least = after;
        }
      },
    ),
    { numRuns: 40 },
  );
});

test("promotion is accepted, warned about or refused with its reason", () => {
  const { season } = playShop(shop, {}, 1);
  const code = (decision: StoreDecision) => {
    const ruling = checkDecision(season, store, decision);
    return ruling.kind === "refused" ? ruling.code : ruling.warnings.map((one) => one.code);
  };
  assert.deepEqual(code(post(200)), []);
  assert.deepEqual(code(post(200, "us", 100)), ["practice/text-fits-badly"]);
  assert.deepEqual(code(post(200, "de")), ["practice/nothing-on-sale-there"]);
  assert.deepEqual(code(post(1_000_000)), ["practice/reach-used-up"]);
  assert.equal(code(post(90_000_000)), "practice/cash-short");
  assert.equal(code(post(0)), "practice/value-not-allowed");
  assert.equal(code(post(200, "xx")), "practice/no-such-market");
  assert.deepEqual(code(banners(500, 14)), []);
  assert.equal(code(banners(500, 15)), "practice/value-not-allowed");
  assert.equal(code(book(99, 3)), "practice/value-not-allowed");
  assert.equal(code(book(0, 60)), "practice/value-not-allowed");
  const off = exampleOffSite({ modules: { offsite: false } });
  const ruling = checkDecision(off.season, 0, post(200));
  assert.equal(ruling.kind === "refused" && ruling.code, "practice/module-off");
});
