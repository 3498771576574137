import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { openEngine, type Engine } from "../state/engine.ts";
import { runExampleDay } from "../examples/example-day.ts";
import { exampleState } from "../examples/example-state.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { pageStart } from "./page.ts";
import { newWorkspace } from "../state/workspace.ts";
import { pageSlots } from "../world/world-limits.ts";

const world = exampleWorld({ stores: 60, offersPerStore: 6, visitsPerDay: 50_000 });
const allocate = (bytes: number) => new ArrayBuffer(bytes);
const { segments, shelves, markets, categories, queries } = world.sizes;

function engineAfterDay(k0: number, logOutside: number): Engine {
  const key = { k0, k1: 1 };
  const state = exampleState(world, key, allocate, { logOutside, advertised: 0.5 });
  const engine = openEngine(world, key, state, newWorkspace(world.sizes, allocate));
  runExampleDay(engine);
  return engine;
}

/** E7 as it is written: every segment and depth class by itself, with the platform's functions. */
function plainRates(engine: Engine, shelf: number): { buying: number[]; seen: number[] } {
  const { work, state } = engine;
  const slice = 3;
  const count = work.slotCount[slice * shelves + shelf]!;
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  const outside = Math.exp(state.logOutside[cell]!);
  const buying = Array.from({ length: count }, () => 0);
  const seen = Array.from({ length: count }, () => 0);
  for (let segment = 0; segment < segments; segment++) {
    const share = world.segmentShare[market * segments + segment]!;
    world.depthSlots.forEach((depth, d) => {
      const visits = work.visits[shelf]! * share * world.depthShares[d]!;
      const slots = Math.min(count, depth);
      const e = Array.from({ length: slots }, (_, slot) => {
        const row = work.factRow[shelf * pageSlots + slot]!;
        return work.attraction[row * segments + segment]!;
      });
      const sum = e.reduce((total, one) => total + one, 0);
      const buys = sum ** 0.6 / (outside + sum ** 0.6);
      e.forEach((one, slot) => {
        buying[slot]! += (visits * buys * one) / sum;
        seen[slot]! += visits;
      });
    });
  }
  return { buying, seen };
}

suite("choice", () => {
  test("rates of slots are the sums of the nested logit over segments and depths", () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: -2, max: 9, noNaN: true }), (k0, logOutside) => {
        const engine = engineAfterDay(k0, logOutside);
        const { work } = engine;
        const slice = 3;
        for (let shelf = 0; shelf < shelves; shelf++) {
          const market = Math.floor(shelf / (categories * queries));
          const { buying, seen } = plainRates(engine, shelf);
          buying.forEach((rate, slot) => {
            const at = shelf * pageSlots + slot;
            const offer = work.pageOffer[pageStart(shelves, slice, shelf) + slot]!;
            const share = work.checkoutShare[offer * markets + market]!;
            assert.ok(Math.abs(work.orderRate[at]! / (rate * share) - 1) < 1e-9);
            const row = work.factRow[at]!;
            const clicks = work.clickRate[row]! * (seen[slot]! - rate) + rate * (1 - share);
            assert.ok(Math.abs(work.clickOnlyRate[at]! - clicks) < 1e-9 * (1 + clicks));
          });
        }
      }),
      { numRuns: 8 },
    );
  });

  test("purchases are fewer than visits, orders than clicks, clicks than examinations", () => {
    const engine = engineAfterDay(5, -4);
    const { work, own } = engine;
    for (let shelf = 0; shelf < shelves; shelf++) {
      let orders = 0;
      const count = work.slotCount[3 * shelves + shelf]!;
      for (let slot = 0; slot < count; slot++) {
        const at = shelf * pageSlots + slot;
        const examined = work.visits[shelf]! * own.examined[slot]!;
        orders += work.orderRate[at]!;
        assert.ok(work.clickOnlyRate[at]! >= 0);
        assert.ok(work.orderRate[at]! + work.clickOnlyRate[at]! <= examined * (1 + 1e-12));
      }
      assert.ok(orders <= work.visits[shelf]!);
    }
  });

  test("slots are seen by 1, .7, .45, .24 and .14 of visits", () => {
    const { own } = engineAfterDay(1, 4);
    const shares = [0, 2, 5, 9, 20].map((slot) => Math.round(own.examined[slot]! * 100));
    assert.deepEqual(shares, [100, 70, 45, 24, 14]);
  });

  test("over many keys orders and clicks have the mean of their rates", () => {
    // Why: the draws are what students see, the rates what every explanation is made of.
    let orders = 0;
    let clicks = 0;
    let wanted = 0;
    let opened = 0;
    for (let k0 = 0; k0 < 12; k0++) {
      const key = { k0, k1: 9 };
      const state = exampleState(world, key, allocate, { logOutside: 4, advertised: 0 });
      const engine = openEngine(world, key, state, newWorkspace(world.sizes, allocate));
      runExampleDay(engine);
      const { work } = engine;
      for (let at = 0; at < 4 * shelves * pageSlots; at++) {
        orders += work.pageOrders[at]!;
        clicks += work.pageClicks[at]!;
      }
      for (let at = 0; at < shelves * pageSlots; at++) {
        wanted += work.orderRate[at]!;
        opened += work.clickOnlyRate[at]!;
      }
    }
    assert.ok(Math.abs(orders - wanted) < 4 * Math.sqrt(wanted), `${orders} for ${wanted}`);
    assert.ok(Math.abs(clicks - orders - opened) < 4 * Math.sqrt(opened), `${clicks}`);
  });
});
