import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { addToPreview, checkDecision, checkIntervention, previewDay } from "./check-decision.ts";
import { closeDay } from "../day.ts";
import { unnumbered, type LogEntry, type StoreDecision } from "./decision.ts";
import { digestState } from "../state/digest.ts";
import {
  beginnersLog,
  entriesOf,
  entry,
  exampleListing,
  exampleScores,
  exampleSeason,
} from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import type { World } from "../world/world.ts";

/** A season in which a person's store has had its first day. */
function shopOnDayTwo() {
  const { season, work } = exampleSeason();
  const { state } = closeDay(season, beginnersLog(season.world), work);
  const { world } = season;
  const { sku } = world.source.products[0]!;
  const market = world.marketIds[0]!;
  const store = firstSeat(world);
  return { season: { ...season, state }, work, world, store, sku, market };
}

type Shop = ReturnType<typeof shopOnDayTwo>;

function refusal({ season, store }: Shop, decision: StoreDecision): string | null {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused" ? ruling.code : null;
}

function warnings({ season, store }: Shop, decision: StoreDecision): readonly string[] {
  const ruling = checkDecision(season, store, decision);
  assert.equal(ruling.kind, "accepted", JSON.stringify(ruling));
  return ruling.kind === "accepted" ? ruling.warnings.map((warning) => warning.code) : [];
}

test("a product is selected once, within the offers a store may open", () => {
  const shop = shopOnDayTwo();
  const { world, sku } = shop;
  const other = world.source.products[1]!.sku;
  const select = (wanted: string, place = unnumbered): StoreDecision => ({
    kind: "select-product",
    sku: wanted,
    place,
  });
  const ruling = checkDecision(shop.season, shop.store, select(other));
  assert.deepEqual(ruling.kind === "accepted" && ruling.effect.decision, select(other, 1));
  assert.equal(refusal(shop, select(other, 0)), "practice/number-used");
  assert.equal(refusal(shop, select(sku)), "practice/already-selected");
  assert.equal(refusal(shop, select("nothing")), "practice/no-such-product");
  assert.equal(checkDecision(shop.season, 19, select(other)).kind, "refused");
});

test("prices, promotions and texts have bounds; below landed cost is warned about", () => {
  const shop = shopOnDayTwo();
  const { sku, market, world } = shop;
  const price = (priceMinor: number): StoreDecision => ({
    kind: "set-price",
    sku,
    market,
    priceMinor,
  });
  assert.equal(refusal(shop, price(0)), "practice/price-not-allowed");
  assert.equal(refusal(shop, price(2_000_000_000)), "practice/price-not-allowed");
  assert.equal(
    refusal(shop, { ...price(100), market: "xx" } as StoreDecision),
    "practice/no-such-market",
  );
  assert.deepEqual(warnings(shop, price(100)), ["practice/below-landed-cost"]);
  assert.deepEqual(warnings(shop, price(4000)), []);
  const elsewhere = world.marketIds[1]!;
  assert.equal(
    refusal(shop, { kind: "set-price", sku, market: elsewhere, priceMinor: 100 }),
    "practice/not-listed",
  );
  const promotion = { kind: "run-promotion", sku, market, depthBp: 1000, from: 2, to: 4 } as const;
  assert.equal(refusal(shop, promotion), null);
  assert.equal(refusal(shop, { ...promotion, from: 1 }), "practice/promotion-not-allowed");
  assert.equal(refusal(shop, { ...promotion, depthBp: 9500 }), "practice/promotion-not-allowed");
  const running = previewDay(shop.season, entriesOf(shop.store, 2, [promotion], 60));
  assert.equal(refusal({ ...shop, season: running }, promotion), "practice/promotion-overlap");
  const edit = { kind: "edit-listing", sku, market, scores: exampleScores(world) } as const;
  const long = { ...exampleListing, title: "long ".repeat(40) };
  assert.equal(refusal(shop, { ...edit, listing: long }), "practice/listing-incomplete");
  const crowded = { ...exampleListing, keywords: Array.from({ length: 21 }, (_, i) => `k${i}`) };
  assert.equal(refusal(shop, { ...edit, listing: crowded }), "practice/keyword-cap");
});

test("better pictures cost once for the product, and the projection is what is posted", () => {
  const shop = shopOnDayTwo();
  const { season, work, sku, market, world, store } = shop;
  const listing = { ...exampleListing, photoLevel: 2 as const };
  const edit = {
    kind: "edit-listing",
    sku,
    market,
    listing,
    scores: exampleScores(world),
  } as const;
  const ruling = checkDecision(season, store, edit);
  assert.ok(ruling.kind === "accepted" && ruling.effect.cashMinor === -5000);
  const day = closeDay(season, entriesOf(store, 2, [edit], 60), work);
  const posted = day.tables.postings;
  let content = 0;
  for (let row = 0; row < posted.rows; row++) {
    const isOwn = posted.columns.party[row] === store;
    if (isOwn && posted.columns.account[row] === account.content)
      content += posted.columns.amountMinor[row]!;
  }
  assert.equal(content, 5000);
  const again = checkDecision({ ...season, state: day.state }, store, edit);
  assert.ok(again.kind === "accepted" && again.effect.cashMinor === 0);
});

test("a service must reach the market and take the parcel; hasty promises are warned about", () => {
  const shop = shopOnDayTwo();
  const { sku, market, world } = shop;
  const ship = (service: string, promiseDays = 20): StoreDecision => ({
    kind: "set-shipping",
    sku,
    market,
    service,
    feeMinor: 0,
    promiseDays,
  });
  const { services } = world.source.trade;
  const parcel = services.find(({ leg, markets }) => leg === "parcel" && markets.includes(market))!;
  const firstLeg = services.find(({ leg }) => leg === "first-leg")!;
  const foreign = services.find(
    ({ leg, markets }) => leg === "parcel" && !markets.includes(market),
  )!;
  assert.equal(refusal(shop, ship("pigeon")), "practice/service-unknown");
  assert.equal(refusal(shop, ship(firstLeg.id)), "practice/service-unknown");
  assert.equal(refusal(shop, ship(foreign.id)), "practice/service-unknown");
  assert.equal(refusal(shop, ship(parcel.id, 0)), "practice/value-not-allowed");
  assert.deepEqual(warnings(shop, ship(parcel.id, 1)), ["practice/promise-too-short"]);
  const local = services.find(
    ({ leg, markets }) => leg === "last-mile" && markets.includes(market),
  )!;
  assert.ok(warnings(shop, ship(local.id, 9)).includes("practice/warehouse-empty"));
});

test("campaigns need cash for their budget, bids have a ceiling, extremes are warned about", () => {
  const shop = shopOnDayTwo();
  const { sku, market, world } = shop;
  const open = (ticks: number): StoreDecision => ({
    kind: "open-campaign",
    campaign: unnumbered,
    name: "x",
    dailyBudgetTicks: ticks,
    markets: [market],
  });
  const ruling = checkDecision(shop.season, shop.store, open(100_000));
  assert.ok(ruling.kind === "accepted" && "campaign" in ruling.effect.decision);
  assert.equal(
    ruling.kind === "accepted" &&
      ruling.effect.decision.kind === "open-campaign" &&
      ruling.effect.decision.campaign,
    1,
  );
  assert.equal(refusal(shop, open(999_000_000)), "practice/budget-too-high");
  const matches = world.marketIds.map(() => 1);
  const bid = {
    kind: "set-bid",
    campaign: 0,
    sku,
    keyword: "thing",
    match: "exact",
    matches,
  } as const;
  assert.equal(refusal(shop, { ...bid, bidTicks: 1_000_001 }), "practice/bid-too-high");
  assert.equal(refusal(shop, { ...bid, campaign: 7, bidTicks: 100 }), "practice/no-such-campaign");
  assert.equal(refusal(shop, { ...bid, keyword: "", bidTicks: 300 }), "practice/keyword-missing");
  assert.ok(warnings(shop, { ...bid, bidTicks: 100 }).includes("practice/below-reserve"));
  assert.ok(warnings(shop, { ...bid, bidTicks: 500_000 }).includes("practice/above-break-even"));
  const nobody = { ...bid, bidTicks: 900, matches: matches.map(() => 0) };
  assert.ok(warnings(shop, nobody).includes("practice/keyword-reaches-nobody"));
});

test("purchases respect minimum, output and cash; the deposit is what cash loses at once", () => {
  const shop = shopOnDayTwo();
  const { sku, season, store, work, world } = shop;
  const buy = (units: number): StoreDecision => ({ kind: "place-purchase", sku, units });
  assert.equal(refusal(shop, buy(1)), "practice/below-moq");
  assert.equal(refusal(shop, buy(100_001)), "practice/above-output");
  assert.equal(refusal(shop, buy(90_000)), "practice/cash-short");
  const ruling = checkDecision(season, store, buy(200));
  assert.ok(ruling.kind === "accepted" && ruling.effect.cashMinor < 0);
  const preview = previewDay(season, entriesOf(store, 2, [buy(200)], 60));
  const before = balanceOf(season.state, store, account.cash, world.base);
  const after = balanceOf(preview.state, store, account.cash, world.base);
  assert.equal(after - before, ruling.kind === "accepted" && ruling.effect.cashMinor);
  const rule = { kind: "set-reorder-rule", sku, pointUnits: 10, upToUnits: 5 } as const;
  assert.equal(refusal(shop, rule), "practice/reorder-not-ordered");
  assert.equal(refusal(shop, { ...rule, upToUnits: 60 }), null);
  assert.equal(refusal(shop, { kind: "drop-product", sku }), "practice/stock-open");
  const move = { kind: "move-stock", sku, market: shop.market, mode: "sea", units: 5000 } as const;
  assert.equal(refusal(shop, move), "practice/stock-short");
  assert.equal(refusal(shop, { ...move, units: 5 }), null);
  assert.equal(closeDay(season, [], work).day, 2);
});

test("interventions are of the future, of known places and of existing stores", () => {
  const { season, world } = shopOnDayTwo();
  const shock = {
    kind: "viral-demand",
    from: 3,
    days: 2,
    markets: [world.marketIds[0]!],
    categories: [],
    sizeBp: 20_000,
    noticeDays: 0,
    headline: { zh: "", en: "" },
  } as const;
  const inject = (change: object) =>
    checkIntervention(season, { kind: "inject-event", shock: { ...shock, ...change } });
  assert.equal(inject({}).kind, "accepted");
  assert.deepEqual(codeOf(inject({ from: 1 })), "practice/intervention-in-past");
  assert.deepEqual(codeOf(inject({ markets: ["xx"] })), "practice/value-not-allowed");
  assert.deepEqual(codeOf(inject({ categories: ["xx"] })), "practice/value-not-allowed");
  for (const kind of ["viral-demand", "port-closure", "supplier-failure", "tariff-step"]) {
    assert.equal(codeOf(inject({ kind, sizeBp: -5_000 })), "practice/value-not-allowed", kind);
    assert.equal(codeOf(inject({ kind, sizeBp: 100_001 })), "practice/value-not-allowed", kind);
    assert.equal(inject({ kind, sizeBp: 100_000 }).kind, "accepted", kind);
  }
  assert.equal(inject({ kind: "exchange-jump", sizeBp: -5_000 }).kind, "accepted");
  const seat = firstSeat(world);
  const enter = (store: number) =>
    checkIntervention(season, { kind: "enter-store", store, name: "" });
  assert.equal(codeOf(enter(seat)), "practice/seat-taken");
  assert.equal(enter(seat + 1).kind, "accepted");
  const help = { kind: "help-store", store: 19, amountMinor: 100, reason: "x" } as const;
  assert.equal(codeOf(checkIntervention(season, help)), "practice/no-such-store");
  assert.equal(
    codeOf(checkIntervention(season, { ...help, store: seat, amountMinor: 0 })),
    "practice/value-not-allowed",
  );
});

const codeOf = (ruling: { readonly kind: string; readonly code?: string }) => ruling.code;

const skusOf = (world: World) =>
  fc.constantFrom(...world.source.products.slice(0, 3).map((one) => one.sku), "none");
const marketsOf = (world: World) => fc.constantFrom(...world.marketIds, "xx");
const one = <const K extends StoreDecision["kind"]>(...kinds: readonly K[]) =>
  fc.constantFrom(...kinds);

function anyListing(world: World): fc.Arbitrary<StoreDecision> {
  const where = { sku: skusOf(world), market: marketsOf(world) };
  const price = fc.constantFrom(-5, 0, 1, 1999, 1e8, 2e9);
  const service = fc.constantFrom(...world.source.trade.services.slice(0, 5).map(({ id }) => id));
  const listing = fc
    .constantFrom(0 as const, 1 as const, 2 as const, 3 as const)
    .map((photoLevel) => ({ ...exampleListing, photoLevel }));
  const scores = fc.constant(exampleScores(world));
  return fc.oneof(
    fc.record({ kind: one("publish-listing"), ...where, listing, scores, priceMinor: price }),
    fc.record({ kind: one("edit-listing"), ...where, listing, scores }),
    fc.record({ kind: one("withdraw-listing", "relist-listing"), ...where }),
    fc.record({ kind: one("set-price"), ...where, priceMinor: price }),
    fc.record({
      kind: one("run-promotion"),
      ...where,
      depthBp: fc.constantFrom(0, 500, 9999),
      from: fc.integer({ min: 0, max: 3 }),
      to: fc.integer({ min: 0, max: 5 }),
    }),
    fc.record({
      kind: one("set-shipping"),
      ...where,
      service,
      feeMinor: fc.constantFrom(0, 300, -1),
      promiseDays: fc.constantFrom(0, 5, 30),
    }),
  );
}

function anyCampaign(world: World): fc.Arbitrary<StoreDecision> {
  const campaign = fc.integer({ min: -1, max: 2 });
  const markets = fc.array(marketsOf(world), { maxLength: 2 });
  return fc.oneof(
    fc.record({
      kind: one("open-campaign"),
      campaign,
      name: fc.constant("c"),
      dailyBudgetTicks: fc.constantFrom(0, 50_000, 900_000_000),
      markets,
    }),
    fc.record({ kind: one("stop-campaign", "resume-campaign"), campaign }),
    fc.record({
      kind: one("set-bid"),
      campaign,
      sku: skusOf(world),
      keyword: fc.constantFrom("", "thing", "blue thing"),
      match: fc.constantFrom("exact" as const, "auto" as const),
      bidTicks: fc.constantFrom(0, 700, 2_000_000),
      matches: fc.constant(world.marketIds.map(() => 3)),
    }),
    fc.record({
      kind: one("bid-on-name"),
      campaign,
      sku: skusOf(world),
      store: fc.constantFrom(0, 12, 19, -1),
      bidTicks: fc.constantFrom(0, 700, 2_000_000),
    }),
    fc.record({
      kind: one("set-negative"),
      campaign,
      keyword: fc.constantFrom("", "thing"),
      isOn: fc.boolean(),
      matches: fc.constant([{ market: 0, category: 0, mask: 5 }]),
    }),
  );
}

function anyStock(world: World): fc.Arbitrary<StoreDecision> {
  const sku = skusOf(world);
  const place = fc.constantFrom(-1, 0, 1, 5, 300);
  return fc.oneof(
    fc.record({ kind: one("select-product"), sku, place }),
    fc.record({ kind: one("drop-product"), sku }),
    fc.record({ kind: one("place-purchase"), sku, units: fc.constantFrom(0, 1, 20, 500, 20_000) }),
    fc.record({
      kind: one("set-reorder-rule"),
      sku,
      pointUnits: fc.constantFrom(0, 10),
      upToUnits: fc.constantFrom(0, 5, 60),
    }),
    fc.record({
      kind: one("move-stock"),
      sku,
      market: marketsOf(world),
      mode: fc.constantFrom("air" as const, "sea" as const),
      units: fc.constantFrom(0, 5, 50),
    }),
  );
}

test("whatever a store sends, the preview and the close accept and refuse the same", () => {
  const { season, work } = exampleSeason({ modules: { offsite: true } });
  const { world } = season;
  const store = firstSeat(world);
  const decision = fc.oneof(anyListing(world), anyCampaign(world), anyStock(world));
  fc.assert(
    fc.property(fc.array(decision, { maxLength: 30 }), (decisions) => {
      const log: LogEntry[] = [entry(world, 0, 0), ...entriesOf(store, 1, decisions)];
      const preview = previewDay(season, log.slice(0, 1));
      const predicted: number[] = [];
      for (const one of log.slice(1)) {
        const before = balanceOf(preview.state, store, account.cash, world.base);
        const digest = digestState(preview.state);
        const ruling = checkDecision(preview, store, one.decision as StoreDecision);
        assert.equal(digestState(preview.state), digest, "a check changes nothing");
        assert.equal(addToPreview(preview, one).kind, ruling.kind);
        const after = balanceOf(preview.state, store, account.cash, world.base);
        if (ruling.kind === "refused") {
          predicted.push(one.number);
          assert.match(ruling.code, /^practice\/[a-z-]+$/);
          assert.equal(digestState(preview.state), digest, "a refusal changes nothing");
        } else assert.equal(after - before, ruling.effect.cashMinor, one.decision.kind);
      }
      const closed = closeDay(season, log, work);
      assert.deepEqual(
        closed.refused.map(({ number }) => number),
        predicted,
      );
    }),
    { numRuns: 40 },
  );
});
