import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { openEngine, type Engine } from "../state/engine.ts";
import { exampleState } from "../examples/example-state.ts";
import { exampleWorld } from "../examples/example-world.ts";
import { expectedRates, type Override, type Rates } from "./expected-rates.ts";
import { pageStart } from "./page.ts";
import { openDay, runShard } from "./phases.ts";
import { noEffects } from "../world/shock.ts";
import { copyState, type State } from "../state/state.ts";
import { newWorkspace } from "../state/workspace.ts";
import { pageSlots } from "../world/world-limits.ts";

const world = exampleWorld({ stores: 90, offersPerStore: 6, visitsPerDay: 50_000 });
const { markets, categories, queries, shelves } = world.sizes;
const key = { k0: 11, k1: 3 };
const allocate = (bytes: number) => new ArrayBuffer(bytes);
const budgetTicks = [1_000_000_000, 1_000_000_000] as const;

function firstSlice(state: State): Engine {
  const engine = openEngine(world, key, state, newWorkspace(world.sizes, allocate));
  openDay(engine, { effects: noEffects(markets, categories, 1) });
  for (const phase of ["prepare", "rank", "slice"] as const) runShard(engine, phase, 0, 0, 1);
  return engine;
}

const start = () => exampleState(world, key, allocate, { advertised: 0.3, budgetTicks });
const engine = firstSlice(start());
const { state, work } = engine;

/** A listing on a page, spread over shelves and places. */
type Shown = { shelf: number; slot: number; offer: number; at: number };

/** A thousand listings that stand on pages, by a fixed stride over all of them. */
const shown: readonly Shown[] = Array.from({ length: 1000 }, (_, index) => {
  const shelf = (index * 7) % shelves;
  const slot = (index * 13) % work.slotCount[shelf]!;
  const offer = work.pageOffer[pageStart(shelves, 0, shelf) + slot]!;
  const market = Math.floor(shelf / (categories * queries));
  return { shelf, slot, offer, at: offer * markets + market };
});

/** Rates of one shelf as they are, kept: they do not change from test to test. */
const base = Array.from({ length: shelves }, (_, shelf) => expectedRates(engine, [shelf]));

/** What an override does to the listing's own rate and to its rivals', in the same place order. */
function effect({ shelf, slot }: Shown, overrides: readonly Override[]) {
  const before = base[shelf]!;
  const after = expectedRates(engine, [shelf], overrides);
  const rivals = [...after.orders].map((rate, other) => rate - before.orders[other]!);
  const [own] = rivals.splice(slot, 1);
  return { own: own!, rivals, after };
}

/** Rounding may move a rival's rate by its last bits. */
const tiny = 1e-12;
const isSame = (a: Rates, b: Rates) => a.orders.every((rate, row) => rate === b.orders[row]);

suite("expected rates, all else frozen", () => {
  test("a price that rises lowers the own rate and no rival's", () => {
    for (const one of shown) {
      const priceMinor = state.priceMinor[one.at]!;
      const value = priceMinor + Math.ceil(priceMinor * 0.07);
      const { own, rivals } = effect(one, [{ column: "priceMinor", index: one.at, value }]);
      assert.ok(own < 0, "own rate did not fall");
      assert.ok(rivals.every((change) => change >= -tiny));
    }
  });

  test("stars, good reviews, fast delivery, content, a low fee: all sell more", () => {
    for (const one of shown) {
      const { offer, at } = one;
      const reviews = state.reviewCount[offer]!;
      const better: readonly (readonly Override[])[] = [
        [
          // Five more stars in all and the spread as it was.
          { column: "reviewCount", index: offer, value: reviews + 5 },
          { column: "starSum", index: offer, value: state.starSum[offer]! + 25 },
          { column: "starSquareSum", index: offer, value: state.starSquareSum[offer]! + 125 },
        ],
        [{ column: "promiseDays", index: at, value: state.promiseDays[at]! - 1 }],
        [{ column: "contentMilli", index: at, value: state.contentMilli[at]! + 50 }],
      ];
      for (const overrides of better) assert.ok(effect(one, overrides).own > 0);
      const dearer = effect(one, [{ column: "feeMinor", index: at, value: 300 }]);
      assert.ok(dearer.own < 0);
    }
  });

  test("a better outside option lowers every rate", () => {
    for (const { shelf } of shown.slice(0, 200)) {
      const cell = Math.floor(shelf / queries);
      const value = state.logOutside[cell]! + 0.1;
      const after = expectedRates(engine, [shelf], [{ column: "logOutside", index: cell, value }]);
      after.orders.forEach((rate, row) => assert.ok(rate < base[shelf]!.orders[row]!));
    }
  });

  test("orders are fewer than clicks, clicks than examinations, purchases than visits", () => {
    base.forEach((rates, shelf) => {
      let orders = 0;
      for (let row = 0; row < rates.rows; row++) {
        orders += rates.orders[row]!;
        assert.ok(rates.orders[row]! <= rates.clicks[row]!);
        assert.ok(rates.clicks[row]! <= rates.examinations[row]! * (1 + tiny));
      }
      assert.ok(orders <= work.visits[shelf]!);
    });
  });

  test("asking changes nothing: the same question has the same answer", () => {
    const wanted = Array.from({ length: shelves }, (_, shelf) => shelf);
    const again = expectedRates(engine, wanted);
    let row = 0;
    for (const rates of base) {
      const part = { ...again, orders: again.orders.subarray(row, row + rates.rows) };
      assert.ok(isSame(rates, part));
      row += rates.rows;
    }
  });

  test("two listings of one place each that swap all they are swap their rates", () => {
    const columns = ["fit", "reviewCount", "starSum", "starSquareSum"] as const;
    const listed = ["priceMinor", "feeMinor", "promiseDays", "contentMilli", "service"] as const;
    for (const one of shown.slice(0, 300)) {
      const rates = base[one.shelf]!;
      // Within one depth class a place does not matter.
      const other = rates.offer[one.slot ^ 1];
      if (other === undefined || one.slot >= 4) continue;
      const market = one.at % markets;
      const otherAt = other * markets + market;
      const swap: Override[] = [];
      for (const column of columns) {
        swap.push({ column, index: one.offer, value: state[column][other]! });
        swap.push({ column, index: other, value: state[column][one.offer]! });
      }
      for (const column of listed) {
        swap.push({ column, index: one.at, value: state[column][otherAt]! });
        swap.push({ column, index: otherAt, value: state[column][one.at]! });
      }
      const sameTax = state.skuOf[one.offer] === state.skuOf[other];
      if (!sameTax) continue;
      const after = expectedRates(engine, [one.shelf], swap);
      const ratio = after.orders[one.slot]! / rates.orders[one.slot ^ 1]!;
      assert.ok(Math.abs(ratio - 1) < 1e-9, `${ratio}`);
    }
  });
});

/** Where an offer stands on a shelf's first page, and whether its place is sponsored. */
function placesOf(of: Engine, shelf: number) {
  const page = pageStart(shelves, 0, shelf);
  return Array.from({ length: of.work.slotCount[shelf]! }, (_, slot) => ({
    offer: of.work.pageOffer[page + slot]!,
    isSponsored: of.work.pageEntry[page + slot]! >= 0,
    price: of.work.pagePrice[page + slot]!,
    clicks:
      of.work.orderRate[shelf * pageSlots + slot]! +
      of.work.clickOnlyRate[shelf * pageSlots + slot]!,
  }));
}

suite("the auction under a raised bid", () => {
  test("the own place is no worse, the own click no cheaper, no rival's ad place better", () => {
    const { rows } = state.tables.adEntries;
    for (let entry = 0; entry < rows; entry += 3) {
      const raised = copyState(start(), allocate);
      const { columns } = raised.tables.adEntries;
      columns.bidTicks[entry] = Math.ceil(columns.bidTicks[entry]! * 1.25) + 1;
      const offer = columns.offer[entry]!;
      const after = firstSlice(raised);
      const category = state.categoryOf[offer]!;
      for (let shelf = 0; shelf < shelves; shelf++) {
        if (Math.floor(shelf / queries) % categories !== category) continue;
        const old = placesOf(engine, shelf);
        const now = placesOf(after, shelf);
        const place = (of: typeof old, one: number) => {
          const slot = of.findIndex((each) => each.offer === one);
          return slot < 0 ? pageSlots : slot;
        };
        const from = place(old, offer);
        const to = place(now, offer);
        assert.ok(to <= from, `from place ${from} to ${to}`);
        if (from === pageSlots) continue;
        if (old[from]!.isSponsored) assert.ok(now[to]!.price >= old[from]!.price);
        // Examinations never fall. Clicks may by a trace: who fills the place left behind may draw
        // off some buyers of the same depth class.
        assert.ok(engine.own.examined[to]! >= engine.own.examined[from]!);
        assert.ok(now[to]!.clicks >= old[from]!.clicks * 0.99);
        for (const rival of now) {
          if (!rival.isSponsored || rival.offer === offer) continue;
          const before = old.findIndex((each) => each.offer === rival.offer);
          const wasSponsored = before >= 0 && old[before]!.isSponsored;
          if (wasSponsored) assert.ok(place(now, rival.offer) >= before);
        }
      }
    }
  });
});

suite("a rival appended at the end of a page", () => {
  test("no incumbent sells more, and all together not less", () => {
    let appended = 0;
    for (let shelf = 0; shelf < shelves; shelf++) {
      const slice = firstSlice(start());
      const count = slice.work.slotCount[shelf]!;
      if (count < 2) continue;
      // The page without its last offer, and with it.
      const whole = expectedRates(slice, [shelf]);
      slice.work.slotCount[shelf] = count - 1;
      const shorter = expectedRates(slice, [shelf]);
      const total = (rates: Rates) => rates.orders.reduce((sum, rate) => sum + rate, 0);
      shorter.orders.forEach((rate, row) => assert.ok(whole.orders[row]! <= rate * (1 + tiny)));
      assert.ok(total(whole) >= total(shorter) * (1 - tiny));
      appended++;
      if (appended === 12) break;
    }
    assert.equal(appended, 12);
  });
});
