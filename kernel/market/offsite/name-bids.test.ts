import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { beginDay, closeDay, endDay, runSlice, type DayResult } from "../day.ts";
import { checkDecision, previewDay } from "../decisions/check-decision.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import {
  adsOf,
  bidOn,
  bids,
  budgetTicks,
  known,
  played,
  rowsOf,
  settled,
  street,
} from "../examples/example-names.ts";
import { entriesOf, entry, exampleSeason, ordinaryMemory } from "../examples/example-season.ts";
import { runShard } from "../shelf/phases.ts";
import { openEngine } from "../state/engine.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { salesSources } from "./channel.ts";
import { openDirectVisits } from "./direct-visits.ts";
import { auctionName, bidsOnNames } from "./name-auction.ts";

const brand = salesSources.indexOf("brand");

test("who has a paid place pays at least the reserve and at most the bid, the better first", () => {
  const of = street();
  const { season } = played(of, settled);
  const log = [1, 2].flatMap((seat) => bids(of, seat, 9, 3_000));
  const run = beginDay(season, [...log, ...bids(of, 0, 9, 3_000)], of.work);
  const { engine } = run;
  const { work, state, world } = engine;
  const names = [...bidsOnNames(engine).values()].flat();
  assert.equal(names.length, 3);
  const cell = state.categoryOf[work.entryOffer[names[0]!]!]!;
  const page = { store: of.first, market: 0, cell };
  const reserve = world.reserveTicks[cell]!;
  const auction = () => auctionName(engine, page, names);
  const ticks = fc.integer({ min: 1, max: 30_000 });
  fc.assert(
    fc.property(fc.tuple(ticks, ticks, ticks), fc.nat(2), ticks, (given, whose, more) => {
      names.forEach((one, at) => (work.entryBid[one] = given[at]!));
      const before = auction();
      assert.ok(before.length <= world.parameters["name.slots"]);
      assert.equal(new Set(before.map(({ offer }) => offer)).size, before.length);
      for (const { entry: one, priceTicks } of before) {
        assert.ok(priceTicks >= reserve && priceTicks <= work.entryBid[one]!);
      }
      const able = names.filter((one) => work.entryBid[one]! >= reserve);
      assert.equal(before.length, Math.min(able.length, world.parameters["name.slots"]));
      // More never stands lower, is never cheaper, and helps no rival.
      work.entryBid[names[whose]!]! += more;
      const after = auction();
      const placeIn = (list: typeof before, one: number) => {
        const at = list.findIndex((place) => place.entry === one);
        return at < 0 ? Infinity : at;
      };
      const [was, is] = [placeIn(before, names[whose]!), placeIn(after, names[whose]!)];
      assert.ok(is <= was);
      if (was < Infinity) assert.ok(after[is]!.priceTicks >= before[was]!.priceTicks);
      for (const one of names) {
        if (one !== names[whose]) assert.ok(placeIn(after, one) >= placeIn(before, one));
      }
    }),
  );
});

test("the own name costs its store less than it costs others to stand there", () => {
  const of = street({ parameters: [known, { name: "name.slots", value: 1 }] });
  const { season } = played(of, settled);
  const log = [...bids(of, 0, 9, 3_000), ...bids(of, 1, 9, 4_000)];
  const { engine } = beginDay(season, log, of.work);
  const [page] = openDirectVisits(engine).pages.filter(({ paid }) => paid.length > 0);
  assert.equal(page!.store, of.first);
  assert.equal(engine.state.storeOf[page!.paid[0]!.offer], of.first);
  assert.equal(page!.paid.length, 1);
});

test("what a name brings is charged in the budget, counted once, and leaves the same stock", () => {
  const of = street();
  const log = [...bids(of, 1, 7, 6_000), ...bids(of, 2, 7, 5_000), ...bids(of, 0, 12, 4_000)];
  const { season, results } = played(of, 18, log);
  const rival = salesSources.indexOf("rival");
  let [sold, clicks] = [0, 0];
  for (const { tables, ledgerSums } of results) {
    assert.ok(Object.values(ledgerSums).every((sum) => sum === 0));
    for (const seat of [0, 1, 2]) {
      const store = of.first + seat;
      const ads = rowsOf(tables.ads).filter((row) => row["store"] === store);
      const spent = ads.reduce((sum, { ticks = 0 }) => sum + ticks, 0);
      assert.ok(spent <= budgetTicks);
      const sales = rowsOf(tables.sales).filter((row) => row["store"] === store);
      const listing = rowsOf(tables.listings).find((row) => row["store"] === store);
      const total = (rows: readonly Record<string, number>[], of_: string) =>
        rows.reduce((sum, row) => sum + row[of_]!, 0);
      assert.equal(total(sales, "units"), listing?.["units"] ?? 0);
      assert.equal(total(ads, "clicks"), listing?.["adClicks"] ?? 0);
      assert.equal(total(ads, "units"), listing?.["adUnits"] ?? 0);
      const paidFor = sales.filter((row) => row["isSponsored"] === 1);
      assert.equal(total(paidFor, "units"), listing?.["adUnits"] ?? 0);
      assert.ok((listing?.["impressions"] ?? 0) >= (listing?.["clicks"] ?? 0));
      for (const sale of sales.filter(({ source }) => source === rival)) {
        assert.ok(seat > 0 && sale["isSponsored"] === 1 && sale["query"] === -1);
        sold += sale["units"]!;
      }
    }
    clicks += adsOf({ tables } as DayResult, of.first + 1).reduce(
      (n, row) => n + row["clicks"]!,
      0,
    );
  }
  assert.ok(sold > 12, `${sold} units came of another's name`);
  assert.ok(clicks > 20, `${clicks} clicks`);
  assert.ok(season.state.stock.every((units) => units >= 0));
});

test("a campaign that cannot pay stands nowhere: the day is the one without its bid", () => {
  // Why: bids on names must not touch the shelves, and a page without a bidder is the usual one.
  const of = street();
  const stop: StoreDecision = { kind: "stop-campaign", campaign: 0 };
  const log = entriesOf(of.first + 1, 7, [stop], 20);
  const tables = (result: DayResult) =>
    ["sales", "listings", "markets", "stores"].map((name) =>
      rowsOf(result.tables[name as "sales"]),
    );
  const [plain, bid] = [played(of, 9, log), played(of, 9, [...log, ...bids(of, 1, 7, 9_000)])];
  assert.deepEqual(bid.results.map(tables), plain.results.map(tables));
});

test("of the store that is searched for only buyers of its name are lost", () => {
  const of = street();
  const { season } = played(of, settled);
  const day = (log: readonly LogEntry[]) => {
    const own = { ...season, state: copyState(season.state, ordinaryMemory) };
    const run = beginDay(own, log, of.work, { into: own.state });
    const pages = run.direct!.visits.pages.filter(({ store }) => store === of.first);
    let rate = 0;
    for (const { orderRate, offers } of pages) {
      offers.forEach((offer, slot) => {
        if (own.state.storeOf[offer] === of.first) rate += orderRate[brand]?.[slot] ?? 0;
      });
    }
    for (const slice of [0, 1, 2, 3] as const) runSlice(run, slice);
    const { outreach } = endDay(run).tables;
    return { rate, rows: rowsOf(outreach).filter((row) => row["store"] === of.first) };
  };
  const [alone, beset] = [day([]), day(bids(of, 1, 9, 9_000))];
  assert.equal(beset.rows.length, alone.rows.length);
  alone.rows.forEach((row, at) => {
    const now = beset.rows[at]!;
    if (row["source"] !== brand) return assert.deepEqual(now, row);
    assert.equal(now["visits"], row["visits"]);
    // The same shoppers come with the same luck: nobody buys there who did not buy before.
    assert.ok(now["orders"]! <= row["orders"]!);
  });
  assert.ok(beset.rate < 0.98 * alone.rate, `${beset.rate} orders of ${alone.rate}`);
  assert.ok(beset.rate > 0.5 * alone.rate);
});

test("a day with bids on names gives one digest in 1, 2, 3 or 5 parts", () => {
  const of = street();
  const { season } = played(of, settled);
  const log = [...bids(of, 0, 9, 4_000), ...bids(of, 1, 9, 6_000), ...bids(of, 2, 9, 5_000)];
  const digests = [1, 2, 3, 5].map((shards) => {
    const engine = openEngine(season.world, season.seed, season.state, of.work);
    const own = { ...season, state: copyState(season.state, ordinaryMemory) };
    const crew = { ...engine, state: own.state };
    const run = beginDay(own, log, of.work, {
      into: own.state,
      engine: crew,
      runPhase: (phase, slice) => {
        for (let shard = 0; shard < shards; shard++) runShard(crew, phase, slice, shard, shards);
      },
    });
    for (const slice of [0, 1, 2, 3] as const) runSlice(run, slice);
    return endDay(run).digest;
  });
  assert.equal(new Set(digests).size, 1, digests.join(" "));
});

test("a bid on a name is accepted, warned about or refused with its reason", () => {
  const of = street();
  const { season } = played(of, 2);
  const code = (decision: StoreDecision, store = of.first + 1) => {
    const ruling = checkDecision(season, store, decision);
    return ruling.kind === "refused" ? ruling.code : ruling.warnings.map((one) => one.code);
  };
  const bid = (more: object) => ({ ...bidOn(of, of.first, 300), ...more }) as StoreDecision;
  assert.deepEqual(code(bid({})), []);
  assert.deepEqual(code(bid({ store: of.first + 1 })), ["practice/own-name"]);
  assert.deepEqual(code(bid({ bidTicks: 1 })), ["practice/below-reserve"]);
  assert.deepEqual(code(bid({ bidTicks: 90_000 })), ["practice/above-break-even"]);
  assert.deepEqual(code(bid({ bidTicks: 0 })), []);
  assert.equal(code(bid({ store: 9 })), "practice/no-such-store");
  assert.equal(code(bid({ store: -1 })), "practice/no-such-store");
  assert.equal(code(bid({ campaign: 3 })), "practice/no-such-campaign");
  assert.equal(code(bid({ sku: "nothing" })), "practice/no-such-product");
  assert.equal(code(bid({ bidTicks: 9_999_999 })), "practice/bid-too-high");
  const other = season.world.source.products[1]!.sku;
  assert.equal(code(bid({ sku: other })), "practice/not-selected");
  const off = exampleSeason({ modules: { offsite: false } });
  const log = [entry(off.season.world, 0, 0), ...entriesOf(firstSeat(off.season.world), 1, [])];
  const opened = closeDay(off.season, log, off.work).state;
  const store = firstSeat(off.season.world);
  const campaign: StoreDecision = {
    kind: "open-campaign",
    campaign: 0,
    name: "First",
    dailyBudgetTicks: 10_000,
    markets: ["us"],
  };
  const now = closeDay({ ...off.season, state: opened }, entriesOf(store, 2, [campaign]), off.work);
  const ruling = checkDecision({ ...off.season, state: now.state }, store, bidOn(of, store, 300));
  assert.equal(ruling.kind === "refused" && ruling.code, "practice/module-off");
});

test("a campaign bids on no more names than it may, however it comes by them", () => {
  const most = decisionLimits.nameBidsPerCampaignMax;
  const of = street({ stores: most + 12, bots: most + 2, visitsPerDay: 2_000 });
  const store = of.first + 1;
  const all = Array.from({ length: most }, (_, bot) => bidOn(of, bot, 300));
  const { season } = played(of, 3, entriesOf(store, 3, all, 50));
  const code = (now: Season, named: number, ticks = 300) => {
    const ruling = checkDecision(now, store, bidOn(of, named, ticks));
    return ruling.kind === "refused" ? ruling.code : ruling.kind;
  };
  assert.equal(code(season, most), "practice/name-bid-cap");
  assert.equal(code(season, 0, 400), "accepted", "what stands may change");
  const less = previewDay(season, entriesOf(store, 4, [bidOn(of, 0, 0)], 200));
  assert.equal(code(less, most), "accepted");
  const other = previewDay(
    season,
    entriesOf(store, 4, [bidOn(of, 0, 0), bidOn(of, most, 300)], 200),
  );
  assert.equal(code(other, 0), "practice/name-bid-cap", "taken back is not kept");
});
