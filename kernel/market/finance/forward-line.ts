/**
 * How far a store's forwards may go beyond its risks. What covers money that it holds or is owed in
 * a currency needs no line; all else is a bet on rates, and a bank lets a store bet no more than a
 * share of what it owns.
 */
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { forwardsValue } from "./forwards.ts";

/** A forward that is asked for: currencies by number, minor units of either. */
export type AskedForward = {
  readonly from: number;
  readonly to: number;
  readonly fromMinor: number;
  readonly toMinor: number;
};

/** Bets of all forwards together may come to so much, books' currency. Losses that stand count. */
export function forwardLine(context: DecisionContext, store: number): number {
  const owned = equityOf(context, store) + Math.min(0, forwardsValue(context, store));
  return Math.floor(context.world.parameters["exchange.forwardLine"] * Math.max(0, owned));
}

/**
 * What a store's open forwards bet, books' currency at the rates of now: by currency what they give
 * away beyond what there is of it, or bring beyond what is lacking.
 *
 * @param asked  one more; null for none
 */
export function forwardBets(
  { state, world, book }: DecisionContext,
  store: number,
  asked: AskedForward | null,
): number {
  const { columns, rows } = state.tables.forwards;
  const given = new Array<number>(world.currencies.length).fill(0);
  const add = ({ from, to, fromMinor, toMinor }: AskedForward) => {
    given[from]! += fromMinor;
    given[to]! -= toMinor;
  };
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store) continue;
    const [from, to] = [columns.from[row]!, columns.to[row]!];
    add({ from, to, fromMinor: columns.fromMinor[row]!, toMinor: columns.toMinor[row]! });
  }
  if (asked !== null) add(asked);
  return given.reduce((sum, minor, currency) => {
    if (currency === world.base) return sum;
    const has =
      balanceOf(state, store, account.cash, currency) +
      balanceOf(state, store, account.held, currency);
    const covered = minor > 0 ? Math.max(0, has) : Math.max(0, -has);
    const bet = Math.max(0, Math.abs(minor) - covered);
    return sum + exchanged(book, bet, currency, world.base);
  }, 0);
}

/** What a forward adds to the bets; below 0 where it takes one back. */
export function betAdded(context: DecisionContext, store: number, asked: AskedForward): number {
  return forwardBets(context, store, asked) - forwardBets(context, store, null);
}
