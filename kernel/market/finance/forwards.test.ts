import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exchanged } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { cashIn, exampleBank, logOf, play, tomorrow } from "../examples/example-finance.ts";
import { economicProfit } from "../reports/score.ts";
import { replay } from "../replay.ts";
import { firstSeat } from "../state/season.ts";
import { exposureOf, forwardsOpen, forwardsValue } from "./forwards.ts";

const bank = exampleBank();
const { world } = bank.season;
const store = firstSeat(world);
const euro = world.currencies.indexOf("EUR");

const change: StoreDecision = {
  kind: "convert-currency",
  from: "USD",
  to: "EUR",
  amountMinor: 800_000,
};
const hedge = (from: string, to: string, amountMinor: number, days: number): StoreDecision => ({
  kind: "hedge-currency",
  from,
  to,
  amountMinor,
  days,
});

test("a forward's gain is explained to the cent: what it brings less what it takes", () => {
  const cases = fc.tuple(
    fc.integer({ min: 100, max: 600_000 }),
    fc.integer({ min: 1, max: 20 }),
    fc.boolean(),
  );
  fc.assert(
    fc.property(cases, ([asked, days, isSale]) => {
      // What is bought before it is owed is a bet, and those have a line.
      const amount = isSale ? asked : Math.ceil(asked / 2);
      const deal = isSale ? hedge("EUR", "USD", amount, days) : hedge("USD", "EUR", amount, days);
      const due = 3 + days;
      const with_ = play(bank, logOf(bank.season, { 2: [change], 3: [deal] }), due - 1);
      const { columns } = with_.season.state.tables.forwards;
      const brings = columns.toMinor[0]!;
      const settled = play(bank, logOf(bank.season, { 2: [change], 3: [deal] }), due);
      const plain = play(bank, logOf(bank.season, { 2: [change] }), due);
      assert.equal(forwardsOpen(settled.season, store), 0);
      const give = cashIn(plain.season, isSale ? "EUR" : "USD") - amount;
      assert.equal(cashIn(settled.season, isSale ? "EUR" : "USD"), give);
      const take = cashIn(plain.season, isSale ? "USD" : "EUR") + brings;
      assert.equal(cashIn(settled.season, isSale ? "USD" : "EUR"), take);
      // Equity differs by exactly that, at the rates of the day.
      const { book } = tomorrow(settled.season);
      const worth = (minor: number, code: string) =>
        exchanged(book, minor, world.currencies.indexOf(code as "EUR"), world.base);
      const gain =
        worth(cashIn(settled.season, "EUR"), "EUR") -
        worth(cashIn(plain.season, "EUR"), "EUR") +
        cashIn(settled.season, "USD") -
        cashIn(plain.season, "USD");
      const equity = (season: typeof settled.season) => equityOf(tomorrow(season), store);
      assert.equal(equity(settled.season) - equity(plain.season), gain);
    }),
    { numRuns: 12 },
  );
});

test("a forward costs 30 points of the rate, and the score counts what it is worth", () => {
  const { season } = play(bank, logOf(bank.season, { 2: [change] }), 2);
  const before = tomorrow(season);
  const fair = exchanged(before.book, 500_000, euro, world.base);
  const profit = economicProfit(before, store);
  const next = play(
    bank,
    logOf(bank.season, { 2: [change], 3: [hedge("EUR", "USD", 500_000, 90)] }),
    3,
  );
  const { columns } = next.season.state.tables.forwards;
  assert.equal(columns.toMinor[0], fair - Math.floor((fair * 30 + 5000) / 10_000));
  const context = tomorrow(next.season);
  const plain = play(bank, logOf(bank.season, { 2: [change] }), 3);
  const without = economicProfit(tomorrow(plain.season), store);
  assert.equal(economicProfit(context, store) - without, forwardsValue(context, store));
  assert.ok(Number.isFinite(profit));
});

test("who fixes more than depends on the rate is warned, and exposure counts open forwards", () => {
  const plan = { 2: [change], 3: [hedge("EUR", "USD", 200_000, 30)] };
  const { season } = play(bank, logOf(bank.season, plan), 3);
  const context = tomorrow(season);
  const left = cashIn(season, "EUR") - 200_000;
  assert.equal(exposureOf(context, store, euro), left);
  const warned = (decision: StoreDecision) => {
    const ruling = checkDecision(season, store, decision);
    assert.equal(ruling.kind, "accepted");
    return ruling.kind === "accepted" ? ruling.warnings.map(({ code }) => code) : [];
  };
  assert.deepEqual(warned(hedge("EUR", "USD", left, 90)), []);
  assert.deepEqual(warned(hedge("EUR", "USD", left + 1, 90)), ["practice/above-exposure"]);
  assert.deepEqual(warned(hedge("USD", "EUR", 100, 90)), ["practice/above-exposure"]);
  const code = (decision: StoreDecision) => checkDecision(season, store, decision).kind;
  assert.equal(code(hedge("EUR", "USD", 100, 91)), "refused");
  assert.equal(code(hedge("EUR", "JPY", 100, 10)), "refused");
});

test("who lacks the currency on the day buys it at the day's rate and owes none over night", () => {
  const plan = { 2: [hedge("EUR", "USD", 100_000, 5)] };
  const { season } = play(bank, logOf(bank.season, plan), 7);
  assert.equal(forwardsOpen(season, store), 0);
  assert.equal(cashIn(season, "EUR"), 0);
});

test("books balance by currency under any finance decisions, and a replay is equal", () => {
  const code = fc.constantFrom("USD", "EUR", "JPY");
  const amountMinor = fc.integer({ min: 1, max: 3_000_000 });
  const decision: fc.Arbitrary<StoreDecision> = fc.oneof(
    fc.record({
      kind: fc.constant("convert-currency" as const),
      from: code,
      to: code,
      amountMinor,
    }),
    fc.record({
      kind: fc.constant("set-payout-conversion" as const),
      isAtOnce: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant("hedge-currency" as const),
      from: code,
      to: code,
      amountMinor,
      days: fc.integer({ min: 1, max: 12 }),
    }),
    fc.record({
      kind: fc.constant("take-loan" as const),
      term: fc.constantFrom("short" as const, "long" as const),
      amountMinor,
      periods: fc.integer({ min: 1, max: 3 }),
    }),
    fc.record({
      kind: fc.constant("repay-loan" as const),
      loan: fc.integer({ min: 0, max: 10 }),
      amountMinor,
    }),
    fc.record({
      kind: fc.constant("factor-receivable" as const),
      market: fc.constantFrom("us", "de", "jp"),
      amountMinor: fc.integer({ min: 1, max: 3000 }),
    }),
  );
  const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 33 }), decision), { maxLength: 40 });
  fc.assert(
    fc.property(steps, (taken) => {
      const plan: Record<number, StoreDecision[]> = {};
      for (const [day, one] of taken) (plan[day] ??= []).push(one);
      const log = logOf(bank.season, plan);
      const { results } = play(bank, log, 34, ({ ledgerSums }, season) => {
        for (const sum of Object.values(ledgerSums)) assert.equal(sum, 0);
        assert.ok(cashIn(season, "EUR") >= 0 && cashIn(season, "JPY") >= 0);
      });
      const again = [...replay(bank.season, log, 34, bank.work)].map(({ digest }) => digest);
      assert.deepEqual(
        again,
        results.map(({ digest }) => digest),
      );
    }),
    { numRuns: 10 },
  );
});
