import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { closeDay } from "../day.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import {
  beginnersLog,
  entriesOf,
  exampleSeason,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import { beginBlend } from "./blend-days.ts";
import { asides, figures } from "./day-figures.ts";
import { expectedDay, newWhyBench } from "./expected-day.ts";
import { explainChange, type Explanation, type FigureChange } from "./explain-change.ts";
import { factors, type Factor } from "./factor.ts";
import { observeDay, type ObservedDay } from "./observe-day.ts";

type Played = { readonly season: Season; readonly work: Workspace };

/** Three people's stores trade; some decide something on most days. */
function played(seed: number, days: number, log: readonly LogEntry[] = []): Played {
  const { season: opened, work } = exampleSeason({ days: 30 }, seed);
  const { world, seed: key } = opened;
  const entries = [0, 1, 2].flatMap((seat) => beginnersLog(world, seat));
  let state = opened.state;
  for (let day = 1; day <= days; day++) {
    const today = [...entries, ...log].filter((entry) => entry.day === day);
    state = closeDay({ world, seed: key, state }, today, work).state;
  }
  return { season: { world, seed: key, state }, work };
}

function observe({ season, work }: Played, entries: readonly LogEntry[] = []): ObservedDay {
  const state = copyState(season.state, ordinaryMemory);
  return observeDay({ ...season, state }, entries, work);
}

/** The day after, with its own entries. */
function next({ season, work }: Played, day: ObservedDay): Played {
  return { season: { ...season, state: day.result.state }, work };
}

function explained(
  { season }: Played,
  before: ObservedDay,
  after: ObservedDay,
  store: number,
  order?: readonly Factor[],
): Explanation {
  const bench = newWhyBench(season.world, season.seed);
  return explainChange(bench, before, after, store, order);
}

const partsOf = ({ parts, luck, aside }: FigureChange) =>
  [...factors.map((one) => parts[one]), luck, ...asides.map((one) => aside[one])] as const;
const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0);

const price = (season: Season, seat: number, priceMinor: number): StoreDecision => ({
  kind: "set-price",
  sku: season.world.source.products[seat % season.world.source.products.length]!.sku,
  market: season.world.marketIds[0]!,
  priceMinor,
});

test("the parts of a change sum to it to the last minor unit, in any order of factors", () => {
  const orders = fc.shuffledSubarray([...factors], { minLength: factors.length });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.integer({ min: 3, max: 8 }),
      fc.integer({ min: 900, max: 4_000 }),
      orders,
      (seed, days, priceMinor, order) => {
        const start = played(seed, days);
        const before = observe(start);
        const then = next(start, before);
        const decision = price(start.season, 0, priceMinor);
        const store = firstSeat(start.season.world);
        const after = observe(then, entriesOf(store, days + 2, [decision], 100));
        for (const seat of [0, 1, 2]) {
          const { figures: changes } = explained(start, before, after, store + seat, order);
          for (const name of figures) {
            const { before: from, after: to } = changes[name];
            assert.equal(total(partsOf(changes[name])), to - from);
            assert.ok(partsOf(changes[name]).every(Number.isSafeInteger));
          }
        }
      },
    ),
    { numRuns: 12 },
  );
});

test("what is expected of a day does not depend on the day it is compared with", () => {
  // Why: the blend must end in the later day; what it forgot to swap would hide in luck.
  for (const seed of [3, 11]) {
    const start = played(seed, 5);
    const store = firstSeat(start.season.world);
    const first = observe(start);
    const then = next(start, first);
    const second = observe(then, entriesOf(store, 7, [price(start.season, 0, 1_900)], 100));
    const third = observe(next(then, second));
    const backwards = factors.toReversed();
    for (const seat of [0, 1, 2]) {
      const luckOf = (from: ObservedDay, to: ObservedDay, order?: readonly Factor[]) =>
        figures.map((name) => explained(start, from, to, store + seat, order).figures[name].luck);
      const [a, b, whole] = [luckOf(first, second), luckOf(second, third), luckOf(first, third)];
      assert.deepEqual(
        a.map((one, at) => one + b[at]!),
        whole,
      );
      assert.deepEqual(luckOf(first, third, backwards), whole);
    }
  }
});

test("of a day and the same day without one's own change, only that change is a cause", () => {
  const start = played(5, 6);
  const store = firstSeat(start.season.world);
  const without = observe(start);
  const dearer = entriesOf(store, 7, [price(start.season, 0, 3_900)], 100);
  const { figures: changes, listings } = explained(start, without, observe(start, dearer), store);
  for (const name of figures) {
    const others = factors.filter((one) => one !== "price" && changes[name].parts[one] !== 0);
    assert.deepEqual(others, [], name);
  }
  assert.ok(changes.sales.parts.price < 0, "a dearer price sells less");
  assert.deepEqual(
    new Set(listings.map(({ market }) => market)),
    new Set([0]),
    "only the listing whose price changed",
  );
});

test("a day without one's own new products is that day in all that others did", () => {
  // Why: without them others' offers and campaigns stand in other rows; only their numbers stay.
  const { season, work } = exampleSeason({ days: 30 }, 13);
  const { world } = season;
  const log = [0, 1, 2].flatMap((seat) => beginnersLog(world, seat));
  const day = (entries: readonly LogEntry[]) =>
    observeDay({ ...season, state: copyState(season.state, ordinaryMemory) }, entries, work);
  const store = firstSeat(world);
  const whole = day(log);
  const without = day(log.filter((entry) => entry.store !== store));
  const bench = newWhyBench(world, season.seed);
  for (const seat of [0, 1, 2]) {
    const { figures: changes } = explainChange(bench, without, whole, store + seat);
    const causes = factors.filter((one) => changes.sales.parts[one] !== 0);
    const own = ["stock", "price", "content", "delivery", "ads", "rank", "reviews"];
    if (seat === 0) assert.ok(causes.length > 0 && causes.every((one) => own.includes(one)));
    else
      assert.ok(
        causes.every((one) => one === "rivals"),
        `${causes.join()} of store ${seat}`,
      );
    const { before, after } = changes.sales;
    assert.equal(total(partsOf(changes.sales)), after - before);
  }
});

test("the listings of a factor sum to its part in money", () => {
  const start = played(9, 6);
  const before = observe(start);
  const after = observe(next(start, before));
  const store = firstSeat(start.season.world) + 1;
  const { figures: changes, listings } = explained(start, before, after, store);
  for (const name of ["sales", "profit"] as const) {
    for (const factor of factors) {
      const sum = total(listings.map(({ parts }) => parts[name][factor] ?? 0));
      assert.equal(sum, changes[name].parts[factor], `${name} by ${factor}`);
    }
  }
});

test("luck is nobody's: over many stores it is nothing on the mean", () => {
  // Why: an expected day that forgets a cause would be too high or too low every day.
  let [realized, expected] = [0, 0];
  for (const seed of [21, 22, 23]) {
    let now = played(seed, 6);
    for (let day = 7; day <= 9; day++) {
      const seen = observe(now);
      const bench = newWhyBench(now.season.world, now.season.seed);
      const { stores } = seen.result.tables;
      for (let row = 0; row < stores.rows; row++) {
        const blend = beginBlend(now.season, seen, seen, stores.columns.store[row]!);
        realized += stores.columns.orders[row]!;
        expected += total([...expectedDay(bench, blend, "all").orders]);
      }
      now = next(now, seen);
    }
  }
  assert.ok(realized > 1_000, `${realized} orders`);
  const z = (realized - expected) / Math.sqrt(expected);
  assert.ok(Math.abs(z) < 4, `${realized} orders, ${expected} expected, z ${z}`);
});
