import assert from "node:assert/strict";
import { test } from "node:test";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { payoutSlot } from "../books/payouts.ts";
import { closeDay } from "../day.ts";
import { contextOf } from "../decisions/decision-context.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import { spendable } from "./spendable.ts";

const soon = 3;
const late = 40;

test("near payouts are free cash, and late ones are not", () => {
  const { season, work } = exampleSeason();
  const store = firstSeat(season.world);
  closeDay(season, beginnersLog(season.world), work, { into: season.state });
  const context = contextOf(season);
  const before = spendable(context, store);
  const due = season.state.payoutDue;
  due[payoutSlot(context, context.engineDay + late, store, 0)]! += 7_000;
  assert.equal(spendable(context, store), before);
  due[payoutSlot(context, context.engineDay + soon, store, 0)]! += 5_000;
  assert.equal(spendable(context, store), before + 5_000);
});

test("a rule buys no more than what leaves the goods paid and sent, whatever its level", () => {
  const { season, work } = exampleSeason({ visitsPerDay: 30_000 });
  const store = firstSeat(season.world);
  closeDay(season, beginnersLog(season.world), work, { into: season.state });
  const row = season.state.storeOf.indexOf(store);
  const { sku } = season.world.source.products[season.state.skuOf[row]!]!;
  const greedy = {
    kind: "set-reorder-rule",
    sku,
    pointUnits: 4_000,
    upToUnits: 5_000,
  } as const;
  for (let day = 2; day <= 30; day++) {
    const entries = day === 2 ? entriesOf(store, day, [greedy]) : [];
    closeDay(season, entries, work, { into: season.state });
  }
  assert.ok(balanceOf(season.state, store, account.cash, season.world.base) >= 0);
});
