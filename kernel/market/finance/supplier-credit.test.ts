import assert from "node:assert/strict";
import { test } from "node:test";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { purchaseCost } from "../books/economics.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { cashIn, exampleBank, logOf, play, tomorrow } from "../examples/example-finance.ts";
import { firstSeat } from "../state/season.ts";
import { creditLeft, onAccountCost } from "./supplier-credit.ts";

const bank = exampleBank();
const { world } = bank.season;
const store = firstSeat(world);
const { sku } = world.source.products[0]!;

const select: StoreDecision = { kind: "select-product", sku, place: 0 };
const buy = (units: number): StoreDecision => ({
  kind: "place-purchase",
  sku,
  units,
  isOnAccount: true,
});

test("goods on account cost no cash until some days after they came, and the fee", () => {
  const log = logOf(bank.season, { 1: [select], 2: [buy(200)] });
  const eve = play(bank, log, 1).season;
  const price = onAccountCost(tomorrow(eve), purchaseCost(tomorrow(eve), 0, 200));
  const owed: number[] = [];
  const { results } = play(bank, log, 70, (_, { state }) =>
    owed.push(0 - balanceOf(state, store, account.payables, world.base)),
  );
  assert.deepEqual(
    results.flatMap(({ refused }) => refused),
    [],
  );
  // Starter goods are on account, too, and paid after their own days.
  const starter = owed[0]!;
  assert.ok(owed.includes(starter + price) || owed.includes(price), "owed from arrival on");
  assert.equal(owed.at(-1), 0, "and paid in the end");
});

test("nothing is paid when it is ordered, and all suppliers together wait for so much only", () => {
  const { season } = play(bank, logOf(bank.season, { 1: [select] }), 1);
  const cash = cashIn(season, "USD");
  const after = play(bank, logOf(bank.season, { 1: [select], 2: [buy(100)] }), 2).season;
  assert.equal(cashIn(after, "USD"), cash);
  // The order is priced at the rates that were known when it was decided.
  const before = tomorrow(season);
  const price = onAccountCost(before, purchaseCost(before, 0, 100));
  assert.equal(creditLeft(before, store) - creditLeft(tomorrow(after), store), price);
  const most = checkDecision(season, store, buy(90_000));
  assert.equal(most.kind === "refused" && most.code, "practice/credit-line");
  const off = exampleBank({ modules: { exchange: true, loans: false } });
  const without = play(off, logOf(off.season, { 1: [select] }), 1).season;
  assert.equal(checkDecision(without, store, buy(100)).kind, "refused");
});
