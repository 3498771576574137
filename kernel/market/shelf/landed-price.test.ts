import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { openEngine, type Engine } from "../state/engine.ts";
import { exampleState } from "../examples/example-state.ts";
import { serviceOf } from "../examples/example-trade.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { openDay, runShard } from "./phases.ts";
import { noEffects, type DayEffects } from "../world/shock.ts";
import { card, cardWidth, newWorkspace } from "../state/workspace.ts";

const world = exampleWorld({ stores: 6, offersPerStore: 3 });
const { markets, categories } = world.sizes;
const key = { k0: 1, k1: 1 };
const allocate = (bytes: number) => new ArrayBuffer(bytes);

function prepared(effects: DayEffects = noEffects(markets, categories, 1), engine = opened()) {
  openDay(engine, { effects });
  runShard(engine, "prepare", 0, 0, 1);
  return engine;
}

function opened(): Engine {
  const state = exampleState(world, key, allocate);
  return openEngine(world, key, state, newWorkspace(world.sizes, allocate));
}

const germany = 1;
/** Row of the first offer's listing in a market. */
const at = (market: number) => market;

suite("the landed price", () => {
  test("tax at the sale counts whole, at the door by half, a fee half as much again", () => {
    const engine = opened();
    engine.state.feeMinor.fill(400);
    const { work } = prepared(undefined, engine);
    for (let market = 0; market < markets; market++) {
      const goods = work.goodsMinor[at(market)]!;
      const atSale = work.atSaleMinor[at(market)]!;
      const atDoor = work.atDoorMinor[at(market)]!;
      const price = goods + 1.5 * 400 + atSale + 0.5 * atDoor;
      assert.ok(Math.abs(Math.exp(work.logPrice[at(market)]!) / price - 1) < 1e-12);
      assert.equal(
        work.landedMinor[at(market)],
        Math.floor(goods + 400 + atSale + atDoor / 2 + 0.5),
      );
    }
    // Germany's VAT is taken at the sale, its duty is due at the door.
    assert.ok(work.atSaleMinor[at(germany)]! > 0 && work.atDoorMinor[at(germany)]! > 0);
    assert.equal(work.atSaleMinor[at(0)], 0);
  });

  test("a tariff step raises the charges by exactly its rate, and only where it is levied", () => {
    const before = prepared().work;
    const effects = noEffects(markets, categories, 1);
    const category = opened().state.categoryOf[0]!;
    effects.tariffStepBp[germany * categories + category] = 1000;
    const { work } = prepared(effects);
    const goods = work.goodsMinor[at(germany)]!;
    const step = Math.floor(goods * 0.1 + 0.5);
    const vat = work.atSaleMinor[at(germany)]! - before.atSaleMinor[at(germany)]!;
    assert.equal(work.atDoorMinor[at(germany)]! - before.atDoorMinor[at(germany)]!, step);
    // VAT is due on the new duty as well, to a cent of rounding.
    assert.ok(Math.abs(vat - step * 0.19) <= 1, `${vat} on ${step}`);
    assert.equal(work.logPrice[at(0)], before.logPrice[at(0)]);
  });

  test("the same workspace follows every change and returns", () => {
    const engine = prepared();
    const { state, work } = engine;
    const first = work.logPrice.slice();
    const effects = noEffects(markets, categories, 1);
    effects.tariffStepBp.fill(2500);
    prepared(effects, engine);
    assert.notDeepEqual(work.logPrice, first);
    prepared(undefined, engine);
    assert.deepEqual(work.logPrice, first);
    const changes = [
      () => (state.priceMinor[0]! += 100),
      () => (state.feeMinor[0]! += 100),
      () => (state.service[0] = serviceOf(0, "line")),
      () => (state.promiseDays[0] = 1),
    ];
    for (const change of changes) {
      const seen = [work.logPrice[0], work.checkoutShare[0]];
      change();
      prepared(undefined, engine);
      assert.notDeepEqual([work.logPrice[0], work.checkoutShare[0]], seen);
    }
  });

  test("a promotion counts from its first to its last day", () => {
    const engine = opened();
    const { state, work } = engine;
    const { burnInDays } = world.source.scenario;
    state.priceMinor[0] = 1999;
    state.discountBp[0] = 2500;
    state.discountFrom[0] = 3;
    state.discountTo[0] = 5;
    const prices = [2, 3, 4, 5, 6].map((seasonDay) => {
      state.day[0] = burnInDays + seasonDay - 1;
      prepared(undefined, engine);
      return work.goodsMinor[0];
    });
    assert.deepEqual(prices, [1999, 1499, 1499, 1499, 1999]);
  });

  test("a listing that no service carries stands on no page", () => {
    const engine = opened();
    engine.state.service[0] = serviceOf(2, "post");
    const { work } = prepared(undefined, engine);
    const position = work.positionOf[0]!;
    const field = (market: number, of: number) =>
      work.cards[(market * world.sizes.offers + position) * cardWidth + of];
    assert.equal(field(0, card.logPrice), -Infinity);
    assert.equal(field(0, card.rankBase), -Infinity);
    assert.ok(field(1, card.rankBase)! > -Infinity);
  });

  test("hidden cost loses carts, at most half of them, and so does slowness", () => {
    const engine = opened();
    const { work, state } = engine;
    state.promiseDays.fill(14);
    prepared(undefined, engine);
    const shown = work.goodsMinor[at(germany)]! + work.atSaleMinor[at(germany)]!;
    const hidden = (0.35 * work.atDoorMinor[at(germany)]!) / shown;
    assert.ok(Math.abs(work.checkoutShare[at(germany)]! - (1 - hidden)) < 1e-12);
    state.promiseDays.fill(8);
    prepared(undefined, engine);
    assert.ok(Math.abs(work.checkoutShare[at(germany)]! - 0.9 * (1 - hidden)) < 1e-12);
  });

  test("a price of nothing and a price of ten million have finite logarithms", () => {
    const engine = opened();
    engine.state.priceMinor[0] = 0;
    engine.state.priceMinor[1] = 1_000_000_000;
    const { work } = prepared(undefined, engine);
    assert.equal(work.logPrice[0], 0);
    assert.ok(work.logPrice[1]! > 20 && work.logPrice[1]! < 22);
  });
});
