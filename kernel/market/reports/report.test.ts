import { test } from "node:test";
import assert from "node:assert/strict";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay, type DayResult } from "../day.ts";
import { beginnersLog, exampleSeason } from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import type { Table, TableShape } from "../state/tables.ts";

function sum<S extends TableShape>(
  table: Table<S>,
  column: keyof S,
  counts: (row: number) => boolean = () => true,
): number {
  const values = table.columns[column] as Int32Array | Float64Array;
  let total = 0;
  for (let row = 0; row < table.rows; row++) if (counts(row)) total += values[row]!;
  return total;
}

function days(count: number, reportAll = false): { seat: number; results: readonly DayResult[] } {
  const { season, work } = exampleSeason();
  const log = beginnersLog(season.world);
  const results = Array.from({ length: count }, (_, i) => {
    const entries = log.filter((entry) => entry.day === i + 1);
    return closeDay(season, entries, work, { into: season.state, reportAll });
  });
  return { seat: firstSeat(season.world), results };
}

test("sales, listings, searches, stock and stores tell the same units of a day", () => {
  for (const { tables } of days(9).results) {
    const units = sum(tables.sales, "units");
    assert.equal(sum(tables.listings, "units"), units);
    assert.equal(sum(tables.searches, "units"), units);
    assert.equal(sum(tables.stock, "sold"), units);
    const seat = tables.listings.rows > 0 ? tables.listings.columns.store[0] : -1;
    assert.equal(
      sum(tables.stores, "units", (row) => tables.stores.columns.store[row] === seat),
      units,
    );
    assert.equal(sum(tables.listings, "orders"), sum(tables.sales, "orders"));
    assert.equal(sum(tables.ads, "units"), sum(tables.searches, "adUnits"));
  }
});

test("orders are among the clicks, clicks among the views, views among the visits", () => {
  for (const { tables } of days(6).results) {
    const { listings } = tables;
    for (let row = 0; row < listings.rows; row++) {
      const { orders, carts, clicks, impressions, visits } = listings.columns;
      assert.ok(orders[row]! <= carts[row]! && carts[row]! <= clicks[row]!);
      assert.ok(clicks[row]! <= impressions[row]! && impressions[row]! <= 4 * visits[row]!);
    }
  }
});

test("a store's postings lead from yesterday's balances to today's", () => {
  const { season, work } = exampleSeason();
  const seat = firstSeat(season.world);
  const log = beginnersLog(season.world);
  const accounts = [
    account.cash,
    account.held,
    account.inventory,
    account.payables,
    account.revenue,
  ];
  for (let day = 1; day <= 12; day++) {
    const before = accounts.map((id) => balanceOf(season.state, seat, id, season.world.base));
    const entries = log.filter((entry) => entry.day === day);
    const { tables } = closeDay(season, entries, work, { into: season.state });
    const { columns } = tables.postings;
    accounts.forEach((id, i) => {
      const moved = sum(
        tables.postings,
        "amountMinor",
        (row) =>
          columns.party[row] === seat &&
          columns.account[row] === id &&
          columns.currency[row] === season.world.base,
      );
      assert.equal(before[i]! + moved, balanceOf(season.state, seat, id, season.world.base));
    });
    // Each document balances by currency over the lines of each party.
    const sums = new Map<string, number>();
    for (let row = 0; row < tables.postings.rows; row++) {
      const key = `${columns.document[row]} ${columns.party[row]} ${columns.currency[row]}`;
      sums.set(key, (sums.get(key) ?? 0) + columns.amountMinor[row]!);
    }
    assert.ok([...sums.values()].every((value) => value === 0));
  }
});

test("profit is what equity gained without what was paid in, and its parts add up", () => {
  let equity = 0;
  for (const { tables } of days(10).results) {
    const { columns, rows } = tables.stores;
    const row = columns.store.subarray(0, rows).indexOf(firstSeat(exampleSeason().season.world));
    const cost =
      columns.costOfGoodsMinor[row]! +
      columns.commissionMinor[row]! +
      columns.shippingMinor[row]! +
      columns.dutyMinor[row]! +
      columns.adsMinor[row]! +
      columns.otherMinor[row]!;
    assert.equal(columns.profitMinor[row], columns.revenueMinor[row]! - cost);
    const paidIn = equity === 0 ? 2_000_000 : 0;
    assert.equal(columns.equityMinor[row], equity + paidIn + columns.profitMinor[row]!);
    equity = columns.equityMinor[row]!;
    const assets =
      columns.cashMinor[row]! +
      columns.heldMinor[row]! +
      columns.inventoryMinor[row]! +
      columns.transitMinor[row]!;
    assert.ok(
      Math.abs(assets - columns.payablesMinor[row]! - equity) <= 3,
      "up to rounding a currency",
    );
  }
});

test("rows are of people's stores unless all are asked for; nothing else depends on it", () => {
  const few = days(3);
  const all = days(3, true);
  assert.deepEqual(
    all.results.map((day) => day.digest),
    few.results.map((day) => day.digest),
  );
  const stores = (day: DayResult) =>
    new Set(day.tables.listings.columns.store.subarray(0, day.tables.listings.rows));
  assert.deepEqual([...stores(few.results[2]!)], [few.seat]);
  assert.ok(stores(all.results[2]!).size > 5);
  assert.equal(few.results[2]!.tables.stores.rows, all.results[2]!.tables.stores.rows);
});

test("price maps are in order, and goods that arrive, run low or run out are told", () => {
  const { results } = days(20);
  for (const { tables } of results) {
    const { columns, rows } = tables.markets;
    for (let row = 0; row < rows; row++) {
      assert.ok(columns.p10Minor[row]! <= columns.p25Minor[row]!);
      assert.ok(columns.p25Minor[row]! <= columns.referenceMinor[row]!);
      assert.ok(columns.referenceMinor[row]! <= columns.p75Minor[row]!);
      assert.ok(columns.p75Minor[row]! <= columns.p90Minor[row]!);
    }
  }
  const kinds = new Set(
    results.flatMap(({ tables }) => [
      ...tables.notices.columns.kind.subarray(0, tables.notices.rows),
    ]),
  );
  assert.ok(kinds.has(2), "stock-arrived");
});
