/** Promotion that runs and what is paid for it, a day at a time and a document each (E19). */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { exchanged } from "../books/book.ts";
import { cashOf, postExpense } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { addRow } from "../state/tables.ts";
import { currencyNumber } from "../world/lookups.ts";
import { sourceOf } from "./channel.ts";

export type Outreach = {
  readonly store: number;
  readonly number: number;
  readonly channel: number;
  readonly market: number;
  readonly from: number;
  readonly until: number;
  /** Of each day, minor units of the books. */
  readonly spendMinor: number;
  readonly fitMilli: number;
  readonly subject: number;
  readonly earlier: number;
};

const agency = partyOf("agency");
const display = sourceOf("display");

/** Days for which a row is kept after its last one: letters of a week are counted. */
const keptDays = 7;

/** Begins a promotion; its first day is paid at once where that is today. */
export function promote(context: DecisionContext, one: Outreach): void {
  const { state, world, book, engineDay } = context;
  const { outreach } = state.tables;
  const row = addRow(outreach);
  const { columns } = outreach;
  columns.store[row] = one.store;
  columns.number[row] = one.number;
  columns.channel[row] = one.channel;
  columns.market[row] = one.market;
  columns.from[row] = one.from;
  columns.until[row] = one.until;
  columns.spendMinor[row] = one.spendMinor;
  columns.usdCents[row] = exchanged(book, one.spendMinor, world.base, currencyNumber(world, "USD"));
  columns.fitMilli[row] = one.fitMilli;
  columns.subject[row] = one.subject;
  columns.earlier[row] = one.earlier;
  if (one.from === engineDay) pay(context, one.store, one.channel, one.market, one.spendMinor);
}

/** One payment to who shows it: off-site / cash. */
export function pay(
  { book }: DecisionContext,
  store: number,
  channel: number,
  market: number,
  minor: number,
): void {
  if (minor <= 0) return;
  postExpense(book, documentKind.offSite, account.offSite, store, channel, market, agency, minor);
}

/** Pays today for what began on an earlier day; who cannot pay is shown no longer. */
export function payOutreach(context: DecisionContext): void {
  const { state, book, engineDay } = context;
  const { columns, rows } = state.tables.outreach;
  for (let row = 0; row < rows; row++) {
    if (columns.from[row]! >= engineDay || columns.until[row]! < engineDay) continue;
    const [store, minor] = [columns.store[row]!, columns.spendMinor[row]!];
    if (minor > cashOf(book, store)) columns.until[row] = engineDay - 1;
    else pay(context, store, columns.channel[row]!, columns.market[row]!, minor);
  }
}

/** Takes a store's banners in a market off; what today was paid stays paid. */
export function endDisplay({ state, engineDay }: DecisionContext, store: number, market: number) {
  const { columns, rows } = state.tables.outreach;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store || columns.market[row] !== market) continue;
    if (columns.channel[row] !== display || columns.until[row]! < engineDay) continue;
    columns.until[row] = engineDay - 1;
  }
}

/** Forgets what ended long ago. */
export function forgetOutreach({ state, engineDay }: DecisionContext): void {
  const { outreach } = state.tables;
  const columns = Object.values(outreach.columns);
  let kept = 0;
  for (let row = 0; row < outreach.rows; row++) {
    if (outreach.columns.until[row]! + keptDays <= engineDay) continue;
    if (kept !== row) for (const column of columns) column[kept] = column[row]!;
    kept++;
  }
  outreach.rows = kept;
}
