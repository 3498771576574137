/**
 * How far a store's forwards may go beyond its risks. What covers money that it holds or is owed in
 * a currency needs no line; all else is a bet on rates, and a bank lets a store bet no more than a
 * share of what it owns.
 */
import { exchanged } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { forwardsValue, heldOf } from "./forwards.ts";

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

/** What a store's open forwards bet, books' currency at the rates of now. */
export const forwardBets = (context: DecisionContext, store: number): number =>
  betsOf(context, store, givenAway(context, store));

/** The same before and after one more; less after it where that takes a bet back. */
export function betsWith(
  context: DecisionContext,
  store: number,
  asked: AskedForward,
): { readonly before: number; readonly after: number } {
  const given = givenAway(context, store);
  const before = betsOf(context, store, given);
  add(given, asked);
  return { before, after: betsOf(context, store, given) };
}

/** By currency what open forwards give away less what they bring. */
function givenAway({ state, world }: DecisionContext, store: number): number[] {
  const { columns, rows } = state.tables.forwards;
  const given = new Array<number>(world.currencies.length).fill(0);
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store) continue;
    const [from, to] = [columns.from[row]!, columns.to[row]!];
    add(given, { from, to, fromMinor: columns.fromMinor[row]!, toMinor: columns.toMinor[row]! });
  }
  return given;
}

function add(given: number[], { from, to, fromMinor, toMinor }: AskedForward): void {
  given[from]! += fromMinor;
  given[to]! -= toMinor;
}

/** By currency what is given away beyond what there is of it, or comes beyond what is lacking. */
function betsOf(context: DecisionContext, store: number, given: readonly number[]): number {
  const { world, book } = context;
  return given.reduce((sum, minor, currency) => {
    if (currency === world.base) return sum;
    const held = heldOf(context, store, currency);
    const covered = Math.max(0, minor > 0 ? held : -held);
    const bet = Math.max(0, Math.abs(minor) - covered);
    return sum + exchanged(book, bet, currency, world.base);
  }, 0);
}
