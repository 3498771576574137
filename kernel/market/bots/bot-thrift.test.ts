import assert from "node:assert/strict";
import { test } from "node:test";
import { contextOf } from "../decisions/decision-context.ts";
import { exampleSeason } from "../examples/example-season.ts";
import { economicProfit } from "../reports/score.ts";
import { thriftyBid } from "./bot-thrift.ts";
import { storeKind } from "../state/store-kind.ts";

const { season } = exampleSeason({ bots: 20, stores: 24, burnInDays: 3 });
const { state } = season;
const { campaigns, adEntries } = state.tables;

/** A row of `adEntries` that bids, its campaign set to a pacing. */
function bidding(pacing: number): { readonly row: number; readonly bidTicks: number } {
  const entry = adEntries.columns.bidTicks.subarray(0, adEntries.rows).findIndex((bid) => bid > 9);
  campaigns.columns.pacing[adEntries.columns.campaign[entry]!] = pacing;
  return { row: adEntries.columns.offer[entry]!, bidTicks: adEntries.columns.bidTicks[entry]! };
}

test("a bid goes down while the budget does not last, and up again to a click's worth", () => {
  const context = contextOf(season);
  const p = season.world.parameters;
  const short = bidding(0.05);
  const lower = thriftyBid(context, short.row, 100_000);
  assert.equal(lower, Math.floor(short.bidTicks * p["bot.bidDown"] + 0.5));
  const ample = bidding(1);
  assert.equal(
    thriftyBid(context, ample.row, 100_000),
    Math.floor((ample.bidTicks * 1) / 0.8 + 0.5),
  );
  assert.equal(thriftyBid(context, ample.row, ample.bidTicks - 5), ample.bidTicks - 5);
  assert.equal(thriftyBid(context, ample.row, 0), 0);
});

test("capital that those who are there before have saved up is no profit", () => {
  const fresh = exampleSeason({ burnInDays: 0 }).season;
  const context = contextOf(fresh);
  const { bots } = fresh.world.source.scenario;
  const incumbents = Array.from({ length: bots.stores }, (_, store) => store).filter(
    (store) => fresh.state.storeKind[store] === storeKind.bot,
  );
  assert.ok(incumbents.length > 0);
  const { openingCashMinor } = fresh.world.source.scenario;
  for (const store of incumbents) {
    assert.ok(fresh.state.helpMinor[store]! === 2 * openingCashMinor);
    assert.ok(economicProfit(context, store) <= 0);
  }
});
