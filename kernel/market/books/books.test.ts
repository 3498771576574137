import { test } from "node:test";
import assert from "node:assert/strict";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { balanceOf } from "./book.ts";
import { closeDay } from "../day.ts";
import type { LogEntry } from "../decisions/decision.ts";
import {
  beginnersLog,
  entriesOf,
  entry,
  exampleSeason,
  firstDay,
} from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import type { DayTables } from "../state/tables.ts";

/** All postings of some days, store after store. */
function postings(days: number, ask: (tables: DayTables) => void) {
  const { season, work } = exampleSeason();
  const log = beginnersLog(season.world);
  for (let day = 1; day <= days; day++) {
    const entries = log.filter((one) => one.day === day);
    const options = { into: season.state, reportAll: true };
    ask(closeDay(season, entries, work, options).tables);
  }
  return season;
}

test("what buyers paid is with the platform, paid out, kept as commission or paid back", () => {
  const sums = new Map<string, number>();
  const add = (key: string, minor: number) => sums.set(key, (sums.get(key) ?? 0) + minor);
  const season = postings(30, ({ postings: { columns, rows } }) => {
    for (let row = 0; row < rows; row++) {
      const store = columns.store[row]!;
      if (columns.party[row] !== store) continue;
      const key = `${store} ${columns.currency[row]}`;
      const minor = columns.amountMinor[row]!;
      if (columns.account[row] === account.revenue) add(`${key} sales`, -minor);
      if (columns.account[row] === account.refunds) add(`${key} refunds`, minor);
      if (columns.account[row] === account.commission) add(`${key} commission`, minor);
      const isPayout = columns.kind[row] === documentKind.payout;
      // What was paid out already and went back to the buyer is with the store no more.
      const isBack = columns.kind[row] === documentKind.refund;
      if (isBack && columns.account[row] === account.cash) add(`${key} paid`, minor);
      if (isPayout && columns.account[row] === account.held) add(`${key} paid`, -minor);
    }
  });
  const { state, world } = season;
  let sales = 0;
  for (let store = firstSeat(world); store < state.sizes.stores; store++) {
    for (let currency = 0; currency < world.currencies.length; currency++) {
      const of = (name: string) => sums.get(`${store} ${currency} ${name}`) ?? 0;
      const held = balanceOf(state, store, account.held, currency);
      assert.equal(of("sales"), held + of("paid") + of("commission") + of("refunds"));
      assert.ok(of("refunds") <= of("sales"));
      sales += of("sales");
    }
  }
  assert.ok(sales > 0);
});

test("tax taken at the sale goes to the tax office and never through a store's books", () => {
  let taxed = 0;
  postings(8, ({ postings: { columns, rows } }) => {
    const office = partyOf("taxOffice", 1);
    for (let row = 0; row < rows; row++) {
      if (columns.kind[row] !== documentKind.dispatch) continue;
      const isCash = columns.account[row] === account.cash;
      if (columns.party[row] === office && isCash) taxed += columns.amountMinor[row]!;
      assert.notEqual(columns.account[row], account.vatPayable);
    }
  });
  assert.ok(taxed > 0, "Germany taxes at the sale");
});

test("a store added in one category leaves another category as it was, to the bit", () => {
  const options = { bots: 0, stores: 6, visitsPerDay: 20_000 };
  const { season, work } = exampleSeason(options);
  const { world } = season;
  const productOf = (category: number) =>
    world.source.products.find((product) => product.category === category)!.sku;
  const shop = (seat: number, category: number): readonly LogEntry[] => [
    entry(world, seat, seat),
    ...entriesOf(firstSeat(world) + seat, 1, firstDay(world, productOf(category), 1999)),
  ];
  const alone = [...shop(0, 0), ...shop(1, 1)];
  const figures = (log: readonly LogEntry[]) => {
    const own = exampleSeason(options).season;
    return Array.from({ length: 10 }, (_, i) => {
      const entries = log.filter((one) => one.day === i + 1);
      const { tables } = closeDay(own, entries, work, { into: own.state });
      const { columns, rows } = tables.searches;
      const seat = firstSeat(world) + 1;
      return Array.from({ length: rows }, (__, row) => row)
        .filter((row) => columns.store[row] === seat)
        .map((row) => [
          columns.query[row],
          columns.impressions[row],
          columns.clicks[row],
          columns.units[row],
        ]);
    });
  };
  const before = figures(alone);
  assert.deepEqual(figures([...alone, ...shop(2, 0)]), before);
  const units = before.flat().reduce((sum, [, , , sold]) => sum + sold!, 0);
  assert.ok(units > 0, "it sells something");
});
