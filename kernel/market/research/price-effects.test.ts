import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { closeDay, type DayResult } from "../day.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";

const options = { visitsPerDay: 40_000, modules: { promotions: true } };
const sku = "S0-0";
const market = "us";
const full = 2_499;
const price = (priceMinor: number): StoreDecision => ({
  kind: "set-price",
  sku,
  market,
  priceMinor,
});

const stock: StoreDecision = { kind: "place-purchase", sku, units: 2_000 };
/** Goods have arrived by then. */
const changedOn = 9;

/** The day on which a beginner's store decides something, when it is on sale. */
function played(decisions: readonly StoreDecision[]): DayResult {
  const { season, work } = exampleSeason(options);
  const store = firstSeat(season.world);
  for (let day = 1; day < changedOn; day++) {
    const log =
      day === 1 ? [...beginnersLog(season.world), ...entriesOf(store, 1, [stock], 20)] : [];
    assert.deepEqual(rowsOf(closeDay(season, log, work, { into: season.state })), []);
  }
  return closeDay(season, entriesOf(store, changedOn, decisions, 50), work, {
    into: season.state,
  });
}

const rowsOf = ({ tables }: DayResult) =>
  Array.from({ length: tables.prices.rows }, (_, row) => ({
    number: tables.prices.columns.number[row]!,
    before: tables.prices.columns.beforeMinor[row]!,
    after: tables.prices.columns.afterMinor[row]!,
    profit: tables.prices.columns.profitMinor[row]!,
    usual: tables.prices.columns.usualProfitMinor[row]!,
  }));

suite("what a changed price brings", () => {
  test("is told of the day's pages at the price before it and after it", () => {
    const [row] = rowsOf(played([price(2_899)]));
    assert.deepEqual([row?.number, row?.before, row?.after], [50, full, 2_899]);
    assert.ok(row!.usual !== 0 && row!.profit !== row!.usual);
  });

  test("is held against the price of the morning, whatever was tried in between", () => {
    const up = rowsOf(played([price(2_899)]))[0]!;
    const down = rowsOf(played([price(2_899), price(2_199)]))[0]!;
    assert.equal(up.usual, down.usual);
    assert.deepEqual([down.number, down.after], [51, 2_199]);
  });

  test("a price so low that a sale costs money is worse than the one before", () => {
    const row = rowsOf(played([price(300)]))[0]!;
    assert.ok(row.profit < 0 && row.profit < row.usual);
  });

  test("nothing is told of a price that stays, and nothing where a promotion is at work", () => {
    assert.deepEqual(rowsOf(played([price(full)])), []);
    assert.deepEqual(rowsOf(played([price(2_899), price(full)])), []);
    const cut: StoreDecision = {
      kind: "run-promotion",
      sku,
      market,
      depthBp: 1_000,
      from: changedOn,
      to: changedOn + 1,
    };
    assert.deepEqual(rowsOf(played([cut, price(2_899)])), []);
  });

  test("measuring changes nothing of the day", () => {
    // What is measured is not in the digest; the price is, so two ways to one price must agree.
    const once = played([price(2_899)]);
    const twice = played([price(1_999), price(2_899)]);
    assert.equal(rowsOf(twice)[0]?.number, 51);
    assert.equal(once.digest, twice.digest);
    const sold = ({ tables }: DayResult) =>
      [...tables.sales.columns.units.subarray(0, tables.sales.rows)].join();
    assert.equal(sold(once), sold(twice));
  });
});
