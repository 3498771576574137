import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { balanceOf } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import type { DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { cashIn, exampleBank, logOf, play, tomorrow } from "../examples/example-finance.ts";
import { firstSeat } from "../state/season.ts";
import { parOf, scoreMeasures, scoreStore, type Par } from "../reports/score.ts";
import { interestOf, lineLeft, loansOpen, owesEmergency } from "./loans.ts";

const bank = exampleBank();
const store = firstSeat(bank.season.world);

const borrow = (amountMinor: number, periods = 1): StoreDecision => ({
  kind: "take-loan",
  term: periods === 1 ? "short" : "long",
  amountMinor,
  periods,
});

/** What documents of a kind took from a store's cash. */
function paidFor(kind: number, { tables }: DayResult): number {
  const { columns, rows } = tables.postings;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.kind[row] !== kind || columns.party[row] !== store) continue;
    if (columns.account[row] === account.cash) sum -= columns.amountMinor[row]!;
  }
  return sum;
}

test("interest over some days is the sum of what was posted, to the cent", () => {
  const loans = fc.tuple(fc.integer({ min: 1, max: 3_900_000 }), fc.integer({ min: 1, max: 29 }));
  fc.assert(
    fc.property(loans, ([amount, days]) => {
      let posted = 0;
      play(bank, logOf(bank.season, { 1: [borrow(amount)] }), days + 1, (result) => {
        posted += paidFor(documentKind.interest, result);
      });
      assert.equal(posted, interestOf(amount, 800, days));
    }),
    { numRuns: 12 },
  );
});

test("a long loan is paid back in equal parts, a period apart, and then it is gone", () => {
  const paid: [day: number, minor: number][] = [];
  const plan = { 1: [borrow(1_000_000, 3)] };
  const { season } = play(bank, logOf(bank.season, plan), 95, (result) => {
    const minor = paidFor(documentKind.loanRepayment, result);
    if (minor > 0) paid.push([result.day, minor]);
  });
  assert.deepEqual(paid, [
    [31, 333_334],
    [61, 333_334],
    [91, 333_332],
  ]);
  assert.equal(loansOpen(season, store), 0);
  assert.equal(balanceOf(season.state, store, account.loans, season.world.base), 0);
});

test("a loan changes no equity, and each kind has its own line of twice the equity", () => {
  const { season } = play(bank, logOf(bank.season, { 2: [borrow(1_000_000)] }), 2);
  const context = tomorrow(season);
  assert.equal(equityOf(context, store), 2_000_000);
  assert.equal(lineLeft(context, store, "short"), 3_000_000);
  assert.equal(lineLeft(context, store, "long"), 4_000_000);
  const code = (decision: StoreDecision) => {
    const ruling = checkDecision(season, store, decision);
    return ruling.kind === "refused" ? ruling.code : "accepted";
  };
  assert.equal(code(borrow(3_000_001)), "practice/loan-line");
  assert.equal(code(borrow(4_000_000, 12)), "accepted");
  assert.equal(code(borrow(10, 13)), "practice/value-not-allowed");
  const repay = (loan: number, amountMinor: number) =>
    code({ kind: "repay-loan", loan, amountMinor });
  assert.equal(repay(5, 1), "practice/no-such-loan");
  assert.equal(repay(0, 1_000_001), "practice/value-not-allowed");
  assert.equal(repay(0, 1_000_000), "accepted");
});

test("who pays back early pays interest for the nights until then", () => {
  let posted = 0;
  const repay: StoreDecision = { kind: "repay-loan", loan: 0, amountMinor: 400_000 };
  const rest: StoreDecision = { kind: "repay-loan", loan: 0, amountMinor: 600_000 };
  const plan = { 1: [borrow(1_000_000)], 11: [repay], 16: [rest] };
  const { season, results } = play(bank, logOf(bank.season, plan), 20, (result) => {
    posted += paidFor(documentKind.interest, result);
  });
  assert.deepEqual(
    results.flatMap(({ refused }) => refused),
    [],
  );
  assert.equal(posted, interestOf(1_000_000, 800, 10) + interestOf(600_000, 800, 5));
  assert.equal(cashIn(season, "USD"), 2_000_000 - posted);
});

test("after seven days below zero the bank lends at 24 %, and the score is capped", () => {
  // The whole capital and more goes into a product that nobody is sold.
  const { sku } = bank.season.world.source.products[0]!;
  const broke: StoreDecision[] = [
    { kind: "select-product", sku, place: 0 },
    { kind: "place-purchase", sku, units: 16_000 },
  ];
  let lent = 0;
  let below = 0;
  const { season } = play(bank, logOf(bank.season, { 1: broke }), 60, (result, at) => {
    if (lent === 0 && cashIn(at, "USD") < 0) below++;
    lent -= paidFor(documentKind.loan, result);
  });
  assert.ok(lent > 200_000);
  assert.equal(below, 6, "on the seventh morning the loan comes");
  assert.equal(owesEmergency(season, store), true);
  const context = tomorrow(season);
  const { scoreMilli } = scoreStore(context, store, parOf(context));
  assert.ok(scoreMilli <= 350);
  const off = exampleBank({ modules: { exchange: true, loans: false } });
  const without = play(off, logOf(off.season, { 1: broke }), 60).season;
  assert.equal(loansOpen(without, store), 0);
});

test("a capped score is what it would be, and no more than the cap", () => {
  const market = exampleBank({ bots: 12, stores: 14, visitsPerDay: 4000 });
  const plan = { 1: [borrow(100)] };
  const { season } = play(market, logOf(market.season, plan), 2);
  const seat = firstSeat(season.world);
  const context = tomorrow(season);
  const row = { low: 0, high: 1 };
  const par = Object.fromEntries(scoreMeasures.map((name) => [name, row])) as Par;
  const easy = { ...par, profit: { low: -2, high: -1 } };
  const free = scoreStore(context, seat, easy).scoreMilli;
  assert.ok(free > 350);
  season.state.tables.loans.columns.term[0] = 2;
  assert.equal(scoreStore(context, seat, easy).scoreMilli, 350);
});
