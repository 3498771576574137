import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { unitBreakdown } from "../books/economics.ts";
import { contextOf } from "../decisions/decision-context.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { exampleBank, logOf, play, tomorrow, type Plan } from "../examples/example-finance.ts";
import { ordinaryMemory } from "../examples/example-season.ts";
import { exampleOffSite, ownStore, playShop } from "../examples/example-off-site.ts";
import { openDirectVisits } from "../offsite/direct-visits.ts";
import { sourceOf } from "../offsite/channel.ts";
import { beginDay, closeDay } from "../day.ts";
import { receiveSupplies } from "../goods/supply.ts";
import { addSupply, supplyMode } from "../goods/supply-table.ts";
import { addLayer } from "../goods/stock-layers.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { unitsThere } from "../goods/pools.ts";
import { costTimes, makeNumber, makeOf, mixMakes, plainMake } from "./product-tiers.ts";
import { beginBlend, swapFactor } from "../why/blend-days.ts";
import { observeDay, type ObservedDay } from "../why/observe-day.ts";
import { quotePurchase, termsOf } from "./supplier-terms.ts";
import { tenderOf } from "./tenders.ts";

const modules = { exchange: false, loans: false, sourcing: true, tenders: true, tiers: true };
const bank = exampleBank({ modules });
const { world, seed } = bank.season;
const store = firstSeat(world);
const p = world.parameters;
const { sku } = world.source.products[0]!;
const select: StoreDecision = { kind: "select-product", sku, place: 0 };
const choose = (tier: number, label: "generic" | "brand" = "generic"): StoreDecision => ({
  kind: "choose-tier",
  sku,
  label,
  tier,
});
const buy = (units: number): StoreDecision => ({ kind: "place-purchase", sku, units });

const played = (plan: Plan, days: number) => {
  const done = play(bank, logOf(bank.season, plan), days);
  assert.deepEqual(
    done.results.flatMap(({ refused }) => refused),
    [],
  );
  assert.ok(done.results.every((one) => Object.values(one.ledgerSums).every((sum) => sum === 0)));
  return done.season;
};
const opened = played({ 1: [select] }, 1);
const codeOf = (decision: StoreDecision, season: Season = opened) => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused"
    ? ruling.code
    : ruling.warnings.map(({ code }) => code).join() || "accepted";
};

const makes = fc
  .record({ tier: fc.integer({ min: 1, max: 3 }), isBrand: fc.boolean() })
  .map(makeNumber);

suite("what may be chosen", () => {
  test("a tier is warned about where goods lie there or nobody looks for the name", () => {
    const dry = copyState(opened.state, ordinaryMemory);
    dry.stock.fill(0);
    const empty = { ...opened, state: dry };
    assert.equal(codeOf(choose(2), empty), "accepted");
    assert.equal(codeOf(choose(2)), "practice/tier-mixes");
    assert.equal(codeOf(choose(1, "brand"), empty), "practice/brand-unseen");
  });

  test("what is so already, what there is not, and seasons without tiers are refused", () => {
    assert.equal(codeOf(choose(1)), "practice/tier-is-that");
    for (const tier of [0, 4, 1.5])
      assert.equal(codeOf(choose(tier)), "practice/value-not-allowed");
    const other = world.source.products[1]!.sku;
    assert.equal(codeOf({ ...choose(2), sku: other } as StoreDecision), "practice/not-selected");
    assert.equal(codeOf({ ...choose(2), sku: "?" } as StoreDecision), "practice/no-such-product");
    const plain = exampleBank({ modules: { ...modules, tiers: false } });
    const there = play(plain, logOf(plain.season, { 1: [select] }), 1).season;
    assert.equal(codeOf(choose(2), there), "practice/module-off");
  });
});

suite("what it costs and makes", () => {
  test("a number says tier and name, and better goods never cost less", () => {
    fc.assert(
      fc.property(makes, makes, (one, other) => {
        const [a, b] = [makeOf(one), makeOf(other)];
        assert.equal(makeNumber(a), one);
        const isBelow = a.tier <= b.tier && Number(a.isBrand) <= Number(b.isBrand);
        if (isBelow) assert.ok(costTimes(p, one) <= costTimes(p, other));
      }),
    );
    assert.equal(costTimes(p, plainMake), 1);
  });

  test("goods ordered after the choice cost more by it, those ordered before do not change", () => {
    const unitAt = (season: Season) => {
      const context = tomorrow(season);
      return quotePurchase(context, 0, termsOf(context, store, 0)!, 20, {}).costMinor;
    };
    // The same purchases on the same days, for the maker asks less of whom it knows.
    const plain = unitAt(played({ 1: [select, buy(20)], 2: [buy(20)] }, 2));
    const better = played({ 1: [select, buy(20)], 2: [choose(3), buy(20)] }, 2);
    assert.ok(Math.abs(unitAt(better) - plain * (1 + 2 * p["tier.costStep"])) <= 20);
    const { columns, rows } = better.state.tables.supply;
    assert.equal(rows, 2);
    assert.ok(columns.costMinor[1]! > columns.costMinor[0]!);
    assert.deepEqual([columns.make[0], columns.make[1]], [plainMake, 2]);
    const market = 0;
    const service = better.world.source.trade.services.findIndex(({ leg }) => leg === "parcel");
    const unit = { store, product: 0, market, service, priceMinor: 2000, feeMinor: 0 };
    const goodsOf = (season: Season) => unitBreakdown(contextOf(season), unit)!.goodsMinor;
    assert.ok(goodsOf(better) > goodsOf(opened), "margins are told by what it costs now");
  });

  test("a heap of several makes fits as their mean, and as the last one when it was empty", () => {
    const shiftOf = (make: number) => p["tier.fitStepMilli"] * (makeOf(make).tier - 1);
    const parts = fc.array(fc.record({ make: makes, units: fc.integer({ min: 1, max: 500 }) }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(parts, (all) => {
        const state = copyState(opened.state, ordinaryMemory);
        const context = { ...contextOf(opened), state };
        const base = state.fit[0]!;
        state.stock.fill(0);
        state.tables.layers.rows = 0;
        for (const { make, units } of all) {
          mixMakes(context, 0, units, make);
          addLayer(state, 0, 0, units, units, 1);
        }
        const units = unitsThere(state, 0);
        const mean = all.reduce((sum, one) => sum + one.units * shiftOf(one.make), 0) / units;
        const named = all.reduce((sum, one) => sum + (one.make >= 4 ? 1000 * one.units : 0), 0);
        // Each lot is rounded to a thousandth.
        assert.ok(Math.abs(state.tierShiftMilli[0]! - mean) <= all.length);
        assert.ok(Math.abs(state.brandShareMilli[0]! - named / units) <= all.length);
        assert.ok(Math.abs(state.fit[0]! - base - state.tierShiftMilli[0]! / 1000) < 1e-9);
        state.stock.fill(0);
        mixMakes(context, 0, 1, plainMake);
        assert.equal(state.tierShiftMilli[0], 0);
        assert.ok(Math.abs(state.fit[0]! - base) < 1e-9, "nothing is left of what was sold");
      }),
    );
  });

  test("goods on their way between pools or back weigh in the heap, and once on arrival", () => {
    const units = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(units, units, units, units, (there, moved, back, comes) => {
        const mixed = (onWay: boolean) => {
          const state = copyState(opened.state, ordinaryMemory);
          const context = contextOf({ ...opened, state });
          state.stock.fill(0);
          state.inbound.fill(0);
          state.tables.layers.rows = 0;
          state.tables.supply.rows = 0;
          addLayer(state, 0, 0, there + (onWay ? 0 : moved + back), 1, 1);
          const way = { row: 0, costMinor: 100, paidMinor: 100, number: 0 };
          const dueOn = context.engineDay;
          if (onWay) {
            // One comes before the purchase on the same day, the other later.
            addSupply(context, { ...way, pool: 1, units: moved, dueOn, mode: supplyMode.sea });
            addSupply(context, { ...way, pool: 0, units: back, dueOn: 999, mode: supplyMode.back });
          }
          const mode = supplyMode.supplier;
          addSupply(context, { ...way, pool: 0, units: comes, dueOn, mode, make: 2 });
          receiveSupplies(context);
          assert.equal(state.tables.supply.rows, onWay ? 1 : 0);
          return [state.tierShiftMilli[0], state.defectShiftPpm[0], state.fit[0]];
        };
        assert.deepEqual(mixed(true), mixed(false));
      }),
      { numRuns: 30 },
    );
  });

  test("the choice alone makes nothing better; goods that come do, by their part", () => {
    const days = 20;
    const base = opened.state.fit[0]!;
    const chosen = played({ 1: [select], 2: [choose(3)] }, 2);
    assert.equal(chosen.state.fit[0], base);
    const bought = played({ 1: [select], 2: [choose(3, "brand"), buy(200)] }, days);
    assert.equal(bought.state.tables.supply.rows, 0);
    assert.ok(bought.state.fit[0]! > base);
    assert.ok(bought.state.fit[0]! < base + 0.4 + 1e-9);
    assert.ok(bought.state.brandShareMilli[0]! > 0 && bought.state.brandShareMilli[0]! <= 1000);
  });

  test("what a tender sells is plainly made", () => {
    const lot = tenderOf({ world, key: seed }, 0)!;
    const product = world.source.products[lot.product]!.sku;
    const plan: Plan = {
      1: [
        { kind: "select-product", sku: product, place: 0 },
        { kind: "choose-tier", sku: product, label: "brand", tier: 3 },
        {
          kind: "bid-tender",
          tender: 0,
          sku: "",
          unitMinor: lot.highMinor,
          units: 5,
          acceptedAt: 0,
        },
      ],
    };
    const { state } = played(plan, lot.closesOn);
    assert.equal(state.tables.supply.columns.make[0], plainMake);
  });
});

test("who searches for a store's name comes rather to goods that bear it", () => {
  const shop = exampleOffSite({ modules: { offsite: true, tiers: true } });
  const { season } = playShop(shop, {}, 2);
  const visitsAt = (shareMilli: number) => {
    const state = copyState(season.state, ordinaryMemory);
    state.awareness.fill(0.8);
    for (let row = 0; row < state.offerCount[0]!; row++) {
      if (state.storeOf[row] === ownStore(season)) state.brandShareMilli[row] = shareMilli;
    }
    const { engine } = beginDay({ ...season, state }, [], shop.work);
    const { pages } = openDirectVisits(engine, ownStore(season));
    return pages.reduce((sum, { visits }) => sum + visits[sourceOf("brand")]!, 0);
  };
  const pull = shop.season.world.parameters["tier.brandPull"];
  const none = visitsAt(0);
  assert.ok(none > 0);
  assert.ok(Math.abs(visitsAt(1000) / none - (1 + pull)) < 1e-9);
  assert.ok(Math.abs(visitsAt(500) / none - (1 + pull / 2)) < 1e-9);
});

test("that better goods came is told as stock when two days are compared", () => {
  const season = played({ 1: [select], 2: [choose(3, "brand"), buy(200)] }, 2);
  const { columns } = season.state.tables.supply;
  const arrives = columns.dueOn[0]! - season.state.day[0]!;
  let state = season.state;
  for (let day = 0; day < arrives - 1; day++)
    state = closeDay({ ...season, state }, [], bank.work).state;
  const before = observeDay({ ...season, state }, [], bank.work);
  const after = observeDay({ ...season, state: before.result.state }, [], bank.work);
  const told = ({ state: { fit, brandShareMilli } }: ObservedDay) => [fit[0], brandShareMilli[0]];
  assert.notDeepEqual(told(after), told(before), "they came in between");
  const blend = beginBlend(season, before, after, store);
  assert.deepEqual([blend.state.fit[0], blend.state.brandShareMilli[0]], told(before));
  assert.equal(swapFactor(blend, "stock"), "own");
  assert.deepEqual([blend.state.fit[0], blend.state.brandShareMilli[0]], told(after));
});
