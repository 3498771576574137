import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { openEngine, type Engine } from "../state/engine.ts";
import { runExampleDay } from "../examples/example-day.ts";
import { exampleState, type ExampleStateOptions } from "../examples/example-state.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { pageStart } from "./page.ts";
import { newWorkspace } from "../state/workspace.ts";
import { pageSlots, slices } from "../world/world-limits.ts";

const world = exampleWorld({ stores: 20, offersPerStore: 4, visitsPerDay: 60_000 });
const allocate = (bytes: number) => new ArrayBuffer(bytes);
const { markets, shelves } = world.sizes;

function engineWith(k0: number, options: ExampleStateOptions): Engine {
  const key = { k0, k1: 1 };
  const state = exampleState(world, key, allocate, options);
  return openEngine(world, key, state, newWorkspace(world.sizes, allocate));
}

const scarce = fc.record({
  k0: fc.integer(),
  stock: fc.integer({ min: 0, max: 120 }),
  localShare: fc.double({ min: 0, max: 1, noNaN: true }),
  budget: fc.integer({ min: 1, max: 60_000 }),
});

/** Sums a page column by listing over all slices. */
function byListing(engine: Engine, column: "pageUnits" | "pageOrders" | "pageClicks"): Int32Array {
  const { work } = engine;
  const sums = new Int32Array(work.clicks.length);
  for (let slice = 0; slice < slices; slice++) {
    for (let shelf = 0; shelf < shelves; shelf++) {
      const market = Math.floor(shelf / (world.sizes.categories * world.sizes.queries));
      const start = pageStart(shelves, slice, shelf);
      for (let slot = 0; slot < work.slotCount[slice * shelves + shelf]!; slot++) {
        sums[work.pageOffer[start + slot]! * markets + market]! += work[column][start + slot]!;
      }
    }
  }
  return sums;
}

suite("settlement", () => {
  test("stock is never sold twice, and every unit that leaves it is sold", () => {
    fc.assert(
      fc.property(scarce, ({ k0, stock, localShare }) => {
        const engine = engineWith(k0, { stock, localShare });
        const { state, work } = engine;
        const before = state.stock.slice();
        runExampleDay(engine, {
          afterSlice: () => assert.ok(state.stock.every((units) => units >= 0)),
        });
        for (let offer = 0; offer < state.offerCount[0]!; offer++) {
          let gone = 0;
          let sold = 0;
          for (let pool = 0; pool <= markets; pool++) {
            const at = offer * (markets + 1) + pool;
            gone += before[at]! - state.stock[at]!;
          }
          for (let market = 0; market < markets; market++) {
            sold += work.soldUnits[offer * markets + market]!;
          }
          assert.equal(gone, sold);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("pages add up to what listings sold, unit by unit and order by order", () => {
    fc.assert(
      fc.property(scarce, ({ k0, stock, localShare }) => {
        const engine = engineWith(k0, { stock, localShare });
        runExampleDay(engine);
        const { work } = engine;
        assert.deepEqual(byListing(engine, "pageUnits"), work.soldUnits);
        assert.deepEqual(byListing(engine, "pageOrders"), work.soldOrders);
        assert.deepEqual(byListing(engine, "pageClicks"), work.clicks);
        for (let at = 0; at < work.soldUnits.length; at++) {
          assert.ok(work.soldOrders[at]! <= work.soldUnits[at]!);
          assert.equal(work.soldOrders[at] === 0, work.soldUnits[at] === 0);
          assert.ok(work.soldOrders[at]! <= work.clicks[at]!);
        }
      }),
      { numRuns: 15 },
    );
  });

  test("a short pool is dealt fairly over its markets", () => {
    // Why: a seller of 30 units must not lose a market because its shelf comes last.
    let served = [0, 0, 0];
    let wanted = [0, 0, 0];
    for (let k0 = 0; k0 < 12; k0++) {
      const engine = engineWith(k0, { stock: 12, localShare: 0, logOutside: 1 });
      runExampleDay(engine);
      const { soldUnits, lostUnits } = engine.work;
      served = served.map((sum, m) => sum + columnSum(soldUnits, m));
      wanted = wanted.map((sum, m) => sum + columnSum(soldUnits, m) + columnSum(lostUnits, m));
    }
    const shares = served.map((units, m) => units / wanted[m]!);
    const whole = sum(served) / sum(wanted);
    assert.ok(whole > 0.05 && whole < 0.95, `the test needs scarcity, not ${whole}`);
    for (const share of shares) assert.ok(Math.abs(share / whole - 1) < 0.15, shares.join(" "));
  });

  test("a campaign never pays beyond its budget, nor an entry outside reserve and bid", () => {
    fc.assert(
      fc.property(scarce, ({ k0, budget }) => {
        const engine = engineWith(k0, { advertised: 0.8, budgetTicks: [1, budget] });
        const { state, work } = engine;
        const { columns, rows } = state.tables.campaigns;
        runExampleDay(engine, {
          afterSlice: () => {
            for (let row = 0; row < rows; row++) {
              assert.ok(columns.spentTicks[row]! <= columns.dailyBudgetTicks[row]!);
              assert.ok(columns.pacing[row]! >= 0.05 && columns.pacing[row]! <= 1);
            }
          },
        });
        let paid = 0;
        for (let at = 0; at < slices * shelves * pageSlots; at++) {
          const slot = at % pageSlots;
          const page = Math.floor(at / pageSlots);
          const entry = work.pageEntry[at]!;
          if (slot >= work.slotCount[page]! || entry < 0) continue;
          const price = work.pagePrice[at]!;
          assert.ok(price <= work.entryBid[entry]!);
          assert.ok(price >= world.parameters["auction.reserveTicks"]);
          paid += price * work.pageClicks[at]!;
        }
        const charged = sum(work.adTicks);
        assert.equal(charged, sum(columns.spentTicks.subarray(0, rows)));
        assert.ok(charged <= paid);
      }),
      { numRuns: 20 },
    );
  });

  test("a sold-out listing leaves the pages of the next slice", () => {
    const engine = engineWith(3, { stock: 3, logOutside: 0 });
    const { state, work } = engine;
    let gone = new Set<number>();
    runExampleDay(engine, {
      afterSlice: (slice) => {
        for (let page = slice * shelves; page < (slice + 1) * shelves; page++) {
          for (let slot = 0; slot < work.slotCount[page]!; slot++) {
            assert.ok(!gone.has(work.pageOffer[page * pageSlots + slot]!));
          }
        }
        const empty = [...state.stock.keys()].filter((at) => at % (markets + 1) === 0);
        gone = new Set(
          empty
            .filter((at) => state.stock[at] === 0)
            .map((at) => at / (markets + 1))
            .filter((offer) => offer < state.offerCount[0]!),
        );
      },
    });
    assert.ok(gone.size > 0, "nothing sold out");
  });
});

function columnSum(column: Int32Array, market: number): number {
  let total = 0;
  for (let at = market; at < column.length; at += markets) total += column[at]!;
  return total;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
