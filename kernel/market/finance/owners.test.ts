import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { FinanceDecision } from "../decisions/decision.ts";
import { cashIn, exampleBank, logOf, play, tomorrow } from "../examples/example-finance.ts";
import { worthOf } from "../reports/score.ts";
import { firstSeat } from "../state/season.ts";
import { earnedLeft, ownersAdded, raiseFee, raiseLeft } from "./owners.ts";

const bank = exampleBank({ modules: { equity: true } });
const { world } = bank.season;
const store = firstSeat(world);
const opening = world.source.scenario.openingCashMinor;
const raise = (amountMinor: number): FinanceDecision => ({ kind: "raise-equity", amountMinor });
const pay = (amountMinor: number): FinanceDecision => ({ kind: "pay-dividend", amountMinor });

function after(...decisions: readonly FinanceDecision[]) {
  const { season, results } = play(bank, logOf(bank.season, { 2: decisions }), 2);
  assert.deepEqual(
    results.flatMap(({ refused }) => refused),
    [],
  );
  const context = tomorrow(season);
  const [row] = [...results.at(-1)!.tables.stores.columns.store].flatMap((one, at) =>
    one === store ? [at] : [],
  );
  return {
    season,
    cash: cashIn(season, world.currencies[world.base]!),
    equity: equityOf(context, store),
    worth: worthOf(context, store),
    added: ownersAdded(context, store),
    left: raiseLeft(context, store),
    earned: earnedLeft(context, store),
    profit: results.at(-1)!.tables.stores.columns.profitMinor[row!]!,
    sums: results.at(-1)!.ledgerSums,
  };
}

test("owners' money makes a store neither better nor worse: its fee alone is lost", () => {
  const plain = after();
  assert.equal(plain.added, 0);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: opening }),
      fc.integer({ min: 1, max: opening }),
      (raised, paid) => {
        const fee = raiseFee(tomorrow(plain.season), raised);
        const one = after(raise(raised));
        assert.equal(one.cash - plain.cash, raised - fee);
        assert.equal(one.worth - plain.worth, 0 - fee);
        assert.equal(one.profit - plain.profit, 0 - fee);
        assert.equal(one.added, raised);
        assert.equal(one.left, plain.left - raised);
        const two = after(pay(paid));
        assert.equal(plain.cash - two.cash, paid);
        assert.equal(plain.equity - two.equity, paid);
        assert.equal(two.worth, plain.worth, "what owners were paid counts");
        assert.equal(two.profit, plain.profit, "and is no cost");
        assert.equal(two.added, 0 - paid);
        for (const { sums } of [one, two]) assert.ok(Object.values(sums).every((sum) => sum === 0));
      },
    ),
    { numRuns: 12 },
  );
});

test("what is raised and paid out again leaves the fee and the room to raise it once more", () => {
  const plain = after();
  const both = after(raise(100_000), pay(100_000));
  assert.equal(plain.cash - both.cash, raiseFee(tomorrow(plain.season), 100_000));
  assert.equal(both.left, plain.left);
  const { season } = both;
  assert.equal(balanceOf(season.state, store, account.equity, world.base), 0 - opening);
});

test("each has its yes, its warning and its no", () => {
  const { season } = after();
  const said = (decision: FinanceDecision, of = season) => {
    const ruling = checkDecision(of, store, decision);
    if (ruling.kind === "refused") return ruling.code;
    return ruling.warnings.map(({ code }) => code).join();
  };
  const cash = cashIn(season, world.currencies[world.base]!);
  assert.equal(said(raise(cash)), "practice/cash-idle");
  assert.equal(said(raise(opening + 1)), "practice/owners-line");
  assert.equal(said(raise(0)), "practice/value-not-allowed");
  assert.equal(said(pay(cash + 1)), "practice/cash-short");
  assert.equal(said(pay(cash)), "practice/dividend-of-capital", "nothing was earned");
  season.state.balance.fill(0);
  assert.equal(said(raise(1_000)), "", "where the till is empty");
  const rich = after().season;
  const at = tomorrow(rich);
  // Half a million that was earned.
  const [of] = [rich.state.balance];
  const places = of.length / rich.state.sizes.stores;
  const currencies = world.currencies.length;
  of[store * places + account.cash * currencies + world.base]! += 500_000;
  assert.ok(earnedLeft(at, store) > 0 && earnedLeft(at, store) <= 500_000);
  assert.equal(said(pay(1), rich), "");
  const poor = after().season;
  const owing = tomorrow(poor);
  // Goods that were lost: more in the till than belongs to the owners.
  const loss = equityOf(owing, store) - 5_000;
  poor.state.balance[store * places + account.inventory * currencies + world.base]! -= loss;
  assert.equal(equityOf(owing, store), 5_000);
  assert.equal(said(pay(5_000), poor), "practice/dividend-of-capital");
  assert.equal(said(pay(5_001), poor), "practice/equity-short");
  const off = exampleBank();
  const without = play(off, logOf(off.season, {}), 1).season;
  assert.equal(said(raise(1), without), "practice/module-off");
  assert.equal(said(pay(1), without), "practice/module-off");
});
