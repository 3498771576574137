import { test } from "node:test";
import assert from "node:assert/strict";
import { closeDay } from "../day.ts";
import { beginnersLog, exampleSeason } from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import { checkDecision } from "./check-decision.ts";

test("a purchase that would lie for more than ninety days is said to", () => {
  // Why: ten thousand bottles were once bought without a word at 33 sold a week.
  const shop = exampleSeason();
  const { world } = shop.season;
  const { state } = closeDay(shop.season, beginnersLog(world), shop.work);
  const season = { ...shop.season, state };
  const store = firstSeat(world);
  const { sku } = world.source.products[0]!;
  const row = Array.from(state.storeOf).findIndex(
    (owner, at) => owner === store && state.skuOf[at] === 0,
  );
  const pools = state.sizes.markets + 1;
  const said = (soldWeek: number, lying: number) => {
    state.soldWeek[row] = soldWeek;
    state.stock[row * pools] = lying;
    const ruling = checkDecision(season, store, { kind: "place-purchase", sku, units: 200 });
    assert.ok(ruling.kind === "accepted");
    return ruling.warnings.find(({ code }) => code === "practice/beyond-ninety-days")?.facts;
  };
  state.inbound.fill(0, row * pools, (row + 1) * pools);
  state.stock.fill(0, row * pools, (row + 1) * pools);
  assert.equal(said(0, 0), undefined, "of what never sold nothing is known");
  assert.equal(said(7, 0)?.["days"], 200);
  assert.deepEqual(said(14, 0), { inAll: 200, soldWeek: 14, days: 100 });
  assert.equal(said(16, 0), undefined, "87 days");
  assert.equal(said(16, 50)?.["days"], 109);
});
