/**
 * Forwards: an exchange that is agreed on today and made on its day (E14). The rates of the market
 * have no drift, so the fair rate of a forward is today's; the bank keeps its spread of it.
 */
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import { coverForeign } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import { addRow } from "../state/tables.ts";
import { postForward } from "./finance-documents.ts";
import { quoteExchange } from "./foreign-money.ts";

/** Agrees on a forward. Nothing is paid until its day. */
export function agreeForward(
  context: DecisionContext,
  store: number,
  number: number,
  from: number,
  to: number,
  fromMinor: number,
  days: number,
): void {
  const { state, world, book, engineDay } = context;
  const spread = world.parameters["exchange.forwardBp"];
  const { fairMinor, costMinor } = quoteExchange(book, fromMinor, from, to, spread);
  const { forwards } = state.tables;
  const row = addRow(forwards);
  const { columns } = forwards;
  columns.store[row] = store;
  columns.number[row] = number;
  columns.from[row] = from;
  columns.to[row] = to;
  columns.fromMinor[row] = fromMinor;
  columns.toMinor[row] = fairMinor - costMinor;
  columns.agreedOn[row] = engineDay;
  columns.dueOn[row] = engineDay + days;
}

/** Settles the forwards of today; a currency that is lacking is bought at today's rate. */
export function settleForwards(context: DecisionContext, report: DayReport): void {
  const { state, book, engineDay } = context;
  const { forwards } = state.tables;
  const { columns } = forwards;
  let kept = 0;
  for (let row = 0; row < forwards.rows; row++) {
    if (columns.dueOn[row]! > engineDay) {
      for (const column of Object.values(columns)) column[kept] = column[row]!;
      kept++;
      continue;
    }
    const store = columns.store[row]!;
    const from = columns.from[row]!;
    const number = columns.number[row]!;
    const toMinor = columns.toMinor[row]!;
    const gain = forwardValue(context, row);
    postForward(book, store, number, {
      from,
      to: columns.to[row]!,
      fromMinor: columns.fromMinor[row]!,
      toMinor,
    });
    coverForeign(book, store, from);
    report.notice(store, "forward-settled", number, -1, gain);
  }
  forwards.rows = kept;
}

/** What a forward gains against the book's rates, base: what it brings less what it takes. */
export function forwardValue({ state, world, book }: DecisionContext, row: number): number {
  const { columns } = state.tables.forwards;
  const brings = exchanged(book, columns.toMinor[row]!, columns.to[row]!, world.base);
  return brings - exchanged(book, columns.fromMinor[row]!, columns.from[row]!, world.base);
}

/** Fair value of a store's open forwards at the book's rates, base. */
export function forwardsValue(context: DecisionContext, store: number): number {
  const { columns, rows } = context.state.tables.forwards;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === store) sum += forwardValue(context, row);
  }
  return sum;
}

/** Open forwards of a store. */
export function forwardsOpen({ state }: Pick<DecisionContext, "state">, store: number): number {
  const { columns, rows } = state.tables.forwards;
  let open = 0;
  for (let row = 0; row < rows; row++) if (columns.store[row] === store) open++;
  return open;
}

/** What open forwards of a store will take of a currency, minor units of it. */
export function takenByForwards(
  { state }: Pick<DecisionContext, "state">,
  store: number,
  currency: number,
): number {
  const { columns, rows } = state.tables.forwards;
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] === store && columns.from[row] === currency) {
      sum += columns.fromMinor[row]!;
    }
  }
  return sum;
}

/** What a store has of a currency: cash, and money that the platform holds for it. */
export const heldOf = (
  { state }: Pick<DecisionContext, "state">,
  store: number,
  currency: number,
): number =>
  balanceOf(state, store, account.cash, currency) + balanceOf(state, store, account.held, currency);

/**
 * What a store has of a currency and would lose by if it fell: cash and money the platform holds,
 * less what forwards already give away, plus what they bring.
 */
export function exposureOf(
  { state }: Pick<DecisionContext, "state">,
  store: number,
  currency: number,
): number {
  const { columns, rows } = state.tables.forwards;
  let exposure = heldOf({ state }, store, currency);
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store) continue;
    if (columns.from[row] === currency) exposure -= columns.fromMinor[row]!;
    if (columns.to[row] === currency) exposure += columns.toMinor[row]!;
  }
  return exposure;
}
