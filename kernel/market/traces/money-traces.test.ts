import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  day,
  entriesOf,
  home,
  offer,
  selected,
  sku,
  world,
} from "../examples/example-checklist.ts";
import { tracedStore, tracesOf } from "../examples/example-traces.ts";
import { noticeKinds } from "../state/tables.ts";
import { exchangeKinds, moneyAccounts, moneyDays } from "./paid-money.ts";
import { readTraces } from "./read-traces.ts";
import type { MoneyDay, PriceDay, TracedStore } from "./trace.ts";

const base = world.base;
const foreign = world.currencies.findIndex((_, currency) => currency !== base);
const [own, other] = [world.currencies[base]!, world.currencies[foreign]!];

const money = (on: number, part: Partial<MoneyDay> = {}): MoneyDay => ({
  day: on,
  currency: base,
  netMinor: 0,
  paidMinor: 0,
  ...part,
});
const valuesOf = (...asked: Parameters<typeof tracesOf>) =>
  tracesOf(...asked).map(({ value }) => value);
const weeks = (count: number, part = {}) =>
  Array.from({ length: 7 * count }, (_, at) => day(at + 1, { orders: 1, ...part }));

suite("what a store's money shows", () => {
  test("is how long its lowest cash of a week would have lasted", () => {
    const days = weeks(1, { cashMinor: 9_000 }).with(4, day(5, { orders: 1, cashMinor: 3_500 }));
    const paid = [money(2, { paidMinor: 1_000 }), money(6, { paidMinor: 2_500 })];
    assert.deepEqual(valuesOf({ days, money: paid }, "minCashDays"), [7]);
    const overdrawn = days.with(5, day(6, { cashMinor: -1 }));
    assert.deepEqual(valuesOf({ days: overdrawn, money: paid }, "minCashDays"), [0]);
  });

  test("payments of four weeks count, and days on which a bot paid do not", () => {
    const days = weeks(6, { cashMinor: 280 });
    const rent = [money(1, { paidMinor: 9_999 }), money(20, { paidMinor: 560 })];
    // In the fifth week the first day's rent is older than four weeks.
    assert.deepEqual(valuesOf({ days, money: rent }, "minCashDays", 42).slice(4), [14, 14]);
    const byBot = days.filter(({ day: on }) => on !== 20);
    assert.deepEqual(valuesOf({ days: byBot, money: rent.slice(1) }, "minCashDays", 42), []);
  });

  test("cash that nothing was ever near to using up shows nothing of planning it", () => {
    const lasting = (paidMinor: number) =>
      valuesOf(
        { days: weeks(1, { cashMinor: 1_120 }), money: [money(2, { paidMinor })] },
        "minCashDays",
      );
    assert.deepEqual([lasting(70), lasting(69)], [[112], []]);
  });

  test("a week without an order, or without a payment ever, shows nothing of it", () => {
    const paid = [money(2, { paidMinor: 70 })];
    assert.deepEqual(valuesOf({ days: weeks(1, { orders: 0 }), money: paid }, "minCashDays"), []);
    assert.deepEqual(valuesOf({ days: weeks(1), money: [] }, "minCashDays"), []);
  });

  test("an exchange pays nobody, and other currencies count at their day's rate", () => {
    assert.equal(moneyAccounts.length, 2);
    assert.equal(exchangeKinds.length, 2);
    const rates = world.currencies.map((_, of) => (of === base ? 100_000_000 : 200_000_000));
    const parts = [{ day: 3, currency: foreign, netMinor: -50, outMinor: 50 }];
    assert.deepEqual(moneyDays(world, parts, new Map([[3, rates]])), [
      money(3, { currency: foreign, netMinor: -50, paidMinor: 100 }),
    ]);
  });
});

const forward = (amountMinor: number, days: number, from = other, to = own): StoreDecision => ({
  kind: "hedge-currency",
  from,
  to,
  amountMinor,
  days,
});
const settled = (on: number, number: number) => ({
  day: on,
  kind: noticeKinds.indexOf("forward-settled"),
  subject: number,
  market: -1,
  value: 0,
});
const earned = (on: number, netMinor: number) => money(on, { currency: foreign, netMinor });
const reduced = (part: Partial<TracedStore>) => valuesOf(part, "varianceReductionPct");

suite("what a forward shows", () => {
  const have = [earned(1, 1_000)];

  test("is the share of the variance that it took out of what the store had", () => {
    const of = (minor: number) =>
      reduced({
        entries: entriesOf([3, forward(minor, 7)]),
        notices: [settled(10, 0)],
        money: have,
      });
    assert.deepEqual(of(1_000), [100]);
    assert.deepEqual(of(500), [75]);
    assert.deepEqual(of(2_000), [0], "twice what there is turns the risk round");
    assert.deepEqual(of(9_000), [-100], "a bet shows no more than that it is one");
  });

  test("counts the days, and what came in while it was open", () => {
    const entries = entriesOf([3, forward(1_000, 3)]);
    const part = { entries, notices: [settled(6, 0)] };
    // Of four days two had 1,000 and two 2,000: (0 + 0 + 1 + 1) of (1 + 1 + 4 + 4).
    assert.deepEqual(reduced({ ...part, money: [...have, earned(4, 1_000)] }), [80]);
    assert.deepEqual(reduced({ ...part, money: [earned(6, 1_000)] }), [-100]);
  });

  test("two forwards of the same money are one cover and one bet", () => {
    const entries = entriesOf([3, forward(1_000, 7)], [3, forward(1_000, 7)]);
    const notices = [settled(10, 0), settled(10, 1)];
    assert.deepEqual(reduced({ entries, notices, money: have }), [0, 0]);
  });

  test("nothing is told before it is settled, of money bought ahead, or of both at once", () => {
    const entries = entriesOf([3, forward(1_000, 7)]);
    assert.deepEqual(reduced({ entries, money: have }), []);
    const bought = entriesOf([3, forward(1_000, 7, own, other)]);
    assert.deepEqual(reduced({ entries: bought, notices: [settled(10, 0)], money: have }), []);
    const both = entriesOf([3, forward(1_000, 7)], [5, forward(400, 9, own, other)]);
    assert.deepEqual(reduced({ entries: both, notices: [settled(10, 0)], money: have }), []);
  });
});

const repriced = (on: number, usualProfitMinor: number, profitMinor: number): PriceDay => ({
  day: on,
  offer,
  market: 0,
  number: on,
  profitMinor,
  usualProfitMinor,
});

suite("what a changed price shows", () => {
  const gains = (...prices: readonly PriceDay[]) =>
    valuesOf({ entries: entriesOf(selected), prices }, "contributionMarginGain");

  test("is what was expected of it, and is somebody's", () => {
    const prices = [repriced(4, 800, 1_000)];
    const part = { entries: entriesOf(selected), prices };
    const [gain] = tracesOf(part, "contributionMarginGain");
    assert.deepEqual(
      [gain?.value, gain?.day, gain?.decisions, gain?.sku, gain?.market],
      [0.2, 4, [4], sku, home],
    );
  });

  test("a price that goes down and up again gains nothing, whatever it was", () => {
    const profit = fc.integer({ min: -50_000, max: 50_000 });
    fc.assert(
      fc.property(profit, profit, (a, b) => {
        const told = gains(repriced(2, a, b), repriced(3, b, a));
        assert.equal(
          told.reduce((sum, one) => sum + one, 0),
          0,
        );
        for (const one of told) assert.ok(Math.abs(one) <= 2);
      }),
    );
  });

  test("a price at which hardly anything would be sold says nothing", () => {
    assert.deepEqual(gains(repriced(2, 0, 99), repriced(3, -50, 20)), []);
    assert.deepEqual(gains(repriced(2, 0, 100)), [1]);
  });
});

test("a later close adds to what money and prices show and changes none of it", () => {
  const on = fc.integer({ min: 1, max: 28 });
  const amount = fc.integer({ min: 1, max: 5_000 });
  const forwards = fc.array(fc.tuple(on, amount, fc.integer({ min: 1, max: 9 })), { maxLength: 6 });
  const parts = fc.array(
    fc.record({
      day: on,
      currency: fc.constantFrom(base, foreign),
      netMinor: fc.integer({ min: -2_000, max: 4_000 }),
      paidMinor: fc.nat(3_000),
    }),
  );
  fc.assert(
    fc.property(forwards, parts, fc.nat(28), (wishes, rows, closed) => {
      const ordered = wishes.toSorted(([a], [b]) => a - b);
      const all: Partial<TracedStore> = {
        entries: entriesOf(
          ...ordered.map(([of, minor, days]) => [of, forward(minor, days)] as const),
        ),
        notices: ordered.map(([of, , days], number) => settled(of + days, number)),
        days: weeks(4, { cashMinor: 700 }),
        money: rows,
        prices: rows.map((row) => repriced(row.day, row.paidMinor, 500)),
      };
      const known = Object.fromEntries(
        Object.entries(all as Record<string, readonly { readonly day: number }[]>).map(
          ([name, of]) => [name, of.filter((row) => row.day <= closed)],
        ),
      );
      assert.deepEqual(
        readTraces(world, tracedStore(known), closed),
        readTraces(world, tracedStore(all), 40).filter((trace) => trace.day <= closed),
      );
    }),
  );
});
