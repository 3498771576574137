import assert from "node:assert/strict";
import { test } from "node:test";
import { closeDay } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import { contextOf } from "../decisions/decision-context.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { lend } from "../finance/loans.ts";
import { spendable } from "../goods/spendable.ts";
import { firstSeat } from "../state/season.ts";
import { moneyDecisions } from "./treasury.ts";

/** A beginner's store after a day, in a season with banks or without. */
function beginner(loans: boolean) {
  const { season, work } = exampleSeason({ modules: { loans } });
  const store = firstSeat(season.world);
  closeDay(season, beginnersLog(season.world), work, { into: season.state });
  return { season, work, store };
}

test("who has enough borrows nothing, and who runs short borrows what the bank lends", () => {
  const { season, work, store } = beginner(true);
  assert.deepEqual(moneyDecisions(contextOf(season), store), []);
  const before = spendable(contextOf(season), store);
  const product = season.state.skuOf[season.state.storeOf.indexOf(store)]!;
  const own = season.world.source.products[product]!;
  const units = Math.floor((0.9 * before) / own.unitCostMinor);
  const buy = { kind: "place-purchase", sku: own.sku, units } as const;
  closeDay(season, entriesOf(store, 2, [buy]), work, { into: season.state });
  assert.ok(spendable(contextOf(season), store) < before);
  for (const decision of moneyDecisions(contextOf(season), store)) {
    assert.equal(decision.kind, "take-loan");
    assert.equal(checkDecision(season, store, decision).kind, "accepted");
  }
});

test("an emergency loan is paid back with half of the cash there is, and no more", () => {
  const { season, store } = beginner(true);
  const context = contextOf(season);
  lend(context, store, 1_000_002, "emergency", 100_000, 0);
  const [repayment, ...more] = moneyDecisions(contextOf(season), store);
  assert.deepEqual(repayment, { kind: "repay-loan", loan: 1_000_002, amountMinor: 100_000 });
  assert.deepEqual(more, []);
});

test("where there are no banks nothing is asked of them", () => {
  const { season, store } = beginner(false);
  assert.deepEqual(moneyDecisions(contextOf(season), store), []);
});
