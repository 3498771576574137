import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import type { RateTable } from "../money/convert.ts";
import { account, storeAccounts } from "./account.ts";
import { addPostings, newBalances, storeBalances } from "./balance.ts";
import type { AccountBalance } from "./balance.ts";
import { documentKind } from "./document-kind.ts";
import { newPostingTable, beginDocument, endDocument, transfer } from "./posting-table.ts";
import type { PostingTable } from "./posting-table.ts";
import { balanceSheet, cashFlow, cashMovements, profitAndLoss } from "./statement.ts";
import type { Movements } from "./statement.ts";

const currencies = ["USD", "CNY"] as const;
const [usd, cny] = [0, 1];
const dollars: RateTable = { base: "USD", rateE8: { CNY: 14_000_000 } };
const nothing: Movements = { balances: [], rates: dollars };

/** One document in store 0's books: debit, credit, currency, amount. */
type Entry = readonly [kind: number, debit: number, credit: number, currency: number, size: number];

function tableOf(entries: readonly Entry[]): PostingTable {
  const table = newPostingTable(currencies);
  for (const [kind, debit, credit, currency, size] of entries) {
    beginDocument(table, kind, 1, 0);
    transfer(table, 0, debit, credit, currency, size);
    endDocument(table);
  }
  return table;
}

function balancesOf(entries: readonly Entry[]): AccountBalance[] {
  const balances = newBalances(1, currencies);
  addPostings(balances, tableOf(entries));
  return storeBalances(balances, 0);
}

const { opening, goodsReceived, dispatch, ads, conversion, incomeTax } = documentKind;

/** A store that opens, buys 2,000 yuan of goods and sells half of them for 400 dollars. */
const trading: readonly Entry[] = [
  [opening, account.cash, account.equity, usd, 2_000_000],
  [conversion, account.exchange, account.cash, usd, 28_000],
  [conversion, account.cash, account.exchange, cny, 200_000],
  [goodsReceived, account.inventory, account.cash, cny, 200_000],
  [dispatch, account.held, account.revenue, usd, 40_000],
  [dispatch, account.costOfGoods, account.inventory, cny, 100_000],
  [dispatch, account.commission, account.held, usd, 6_000],
  [ads, account.ads, account.cash, usd, 2_500],
  [incomeTax, account.incomeTax, account.incomeTaxPayable, usd, 3_500],
];

test("a trading store's statements are those a bookkeeper writes", () => {
  const balances = balancesOf(trading);
  const profit = profitAndLoss(nothing, [{ balances, rates: dollars }], dollars);
  assert.deepEqual(
    {
      ...profit,
      rows: profit.rows.map((row) => [row.account, row.minor]),
    },
    {
      currency: "USD",
      rows: [
        [account.revenue, 40_000n],
        [account.costOfGoods, -14_000n],
        [account.commission, -6_000n],
        [account.ads, -2_500n],
        [account.incomeTax, -3_500n],
      ],
      netRevenueMinor: 40_000n,
      grossProfitMinor: 26_000n,
      operatingProfitMinor: 17_500n,
      profitBeforeTaxMinor: 17_500n,
      netProfitMinor: 14_000n,
      contributedMinor: 2_000_000n,
    },
  );
  const sheet = balanceSheet(balances, dollars, profit.contributedMinor);
  assert.deepEqual(
    sheet.assets.map((row) => [row.account, row.minor]),
    [
      [account.cash, 1_969_500n],
      [account.held, 34_000n],
      [account.inventory, 14_000n],
    ],
  );
  assert.deepEqual(sheet.liabilities, [{ account: account.incomeTaxPayable, minor: 3_500n }]);
  assert.equal(sheet.totalEquityMinor, 2_014_000n);
  assert.equal(sheet.retainedMinor, profit.netProfitMinor);
});

test("foreign cash whose rate moves is gain or loss on exchange, and nothing else", () => {
  const balances = balancesOf([[opening, account.cash, account.equity, cny, 1_000_000]]);
  const dearer: RateTable = { base: "USD", rateE8: { CNY: 15_000_000 } };
  const profit = profitAndLoss(nothing, [{ balances, rates: dollars }], dearer);
  assert.deepEqual(profit.rows, [{ account: account.exchange, minor: 10_000n }]);
  assert.equal(profit.operatingProfitMinor, 0n);
  const sheet = balanceSheet(balances, dearer, profit.contributedMinor);
  assert.deepEqual([sheet.contributedMinor, sheet.retainedMinor], [140_000n, 10_000n]);
});

test("converting below the booked rate is a loss on exchange at once", () => {
  const balances = balancesOf([
    [opening, account.cash, account.equity, usd, 100_000],
    [conversion, account.exchange, account.cash, usd, 100_000],
    [conversion, account.cash, account.exchange, cny, 700_000],
  ]);
  const profit = profitAndLoss(nothing, [{ balances, rates: dollars }], dollars);
  assert.deepEqual(profit.rows, [{ account: account.exchange, minor: -2_000n }]);
});

const entry: fc.Arbitrary<Entry> = fc.tuple(
  fc.constantFrom(...Object.values(documentKind)),
  fc.nat(storeAccounts - 1),
  fc.nat(storeAccounts - 1),
  fc.constantFrom(usd, cny),
  fc.integer({ min: -10_000_000, max: 10_000_000 }),
);
const rates = fc
  .integer({ min: 1_000_000, max: 100_000_000 })
  .map((CNY): RateTable => ({ base: "USD", rateE8: { CNY } }));
const days = fc.array(fc.tuple(fc.array(entry, { maxLength: 12 }), rates), {
  minLength: 1,
  maxLength: 6,
});

test("whatever is posted, at any rates, the balance sheet balances and retains the profit", () => {
  fc.assert(
    fc.property(days, (list) => {
      const movements = list.map(([entries, rate]) => ({
        balances: balancesOf(entries),
        rates: rate,
      }));
      const closing = list.at(-1)![1];
      const profit = profitAndLoss(nothing, movements, closing);
      const all = balancesOf(list.flatMap(([entries]) => entries));
      const sheet = balanceSheet(all, closing, profit.contributedMinor);
      assert.equal(sheet.totalAssetsMinor, sheet.totalLiabilitiesMinor + sheet.totalEquityMinor);
      assert.equal(sheet.retainedMinor, profit.netProfitMinor);
      assert.equal(
        profit.rows.reduce((sum, row) => sum + row.minor, 0n),
        profit.netProfitMinor,
      );
    }),
  );
});

test("at one constant rate the gain on exchange is the exchange account, up to rounding", () => {
  fc.assert(
    fc.property(days, rates, (list, rate) => {
      const entries = list.flatMap(([some]) => some);
      const balances = balancesOf(entries);
      const { rows } = profitAndLoss(nothing, [{ balances, rates: rate }], rate);
      const gain = rows.find((row) => row.account === account.exchange)?.minor ?? 0n;
      const booked = balances
        .filter((balance) => balance.account === account.exchange)
        .reduce((sum, { currency, minor }) => {
          const units = currency === "USD" ? 100_000_000 : rate.rateE8.CNY!;
          return sum - (Number(minor) * units) / 100_000_000;
        }, 0);
      // One half cent for each translated balance.
      assert.ok(Math.abs(Number(gain) - booked) <= balances.length / 2 + 1);
    }),
  );
});

test("profit of two spans adds up to that of both together", () => {
  fc.assert(
    fc.property(days, days, (early, late) => {
      const movementsOf = (list: typeof early) =>
        list.map(([entries, rate]) => ({ balances: balancesOf(entries), rates: rate }));
      const middle = early.at(-1)![1];
      const closing = late.at(-1)![1];
      const held = {
        balances: balancesOf(early.flatMap(([entries]) => entries)),
        rates: middle,
      };
      const first = profitAndLoss(nothing, movementsOf(early), middle);
      const second = profitAndLoss(held, movementsOf(late), closing);
      const both = profitAndLoss(nothing, [...movementsOf(early), ...movementsOf(late)], closing);
      assert.equal(first.netProfitMinor + second.netProfitMinor, both.netProfitMinor);
    }),
  );
});

test("cash flow leads from opening to closing cash, by activity", () => {
  const table = tableOf(trading);
  const flow = cashFlow(nothing, [{ cash: cashMovements(table, 0), rates: dollars }], dollars);
  assert.deepEqual(
    flow.rows.map((row) => [row.activity, row.kind, row.minor]),
    [
      ["financing", opening, 2_000_000n],
      ["operating", goodsReceived, -28_000n],
      ["exchange", conversion, 0n],
      ["operating", ads, -2_500n],
    ],
  );
  assert.deepEqual(
    [flow.openingMinor, flow.operatingMinor, flow.financingMinor, flow.exchangeMinor],
    [0n, -30_500n, 2_000_000n, 0n],
  );
  assert.equal(flow.closingMinor, 1_969_500n);
});

test("closing cash of the cash flow is the cash of the balance sheet", () => {
  fc.assert(
    fc.property(days, (list) => {
      const closing = list.at(-1)![1];
      const flow = cashFlow(
        nothing,
        list.map(([entries, rate]) => ({ cash: cashMovements(tableOf(entries), 0), rates: rate })),
        closing,
      );
      const sheet = balanceSheet(balancesOf(list.flatMap(([entries]) => entries)), closing);
      const cash = sheet.assets.find((row) => row.account === account.cash)?.minor ?? 0n;
      assert.equal(flow.closingMinor, cash);
      const { openingMinor, operatingMinor, financingMinor, exchangeMinor } = flow;
      assert.equal(openingMinor + operatingMinor + financingMinor + exchangeMinor, cash);
    }),
  );
});
