/** Money in other currencies than the books': changing it, and what rates make of it (E14). */
import { isMonthEnd } from "../../calendar/day.ts";
import { balanceOf, exchanged, type Book } from "../books/book.ts";
import { netAssets } from "../books/net-assets.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { calendarDayOf } from "../world/world.ts";
import { postExchange, postRevaluation } from "./finance-documents.ts";
import { storeKind } from "../state/store-kind.ts";

/** What an amount comes to at the day's rate, and what the bank keeps of it. */
export type Quote = { readonly fairMinor: number; readonly costMinor: number };

/**
 * The bank's price for an amount at the day's rate.
 *
 * @param spreadBp  what it keeps, basis points of what the amount comes to, half up to a minor unit
 */
export function quoteExchange(
  book: Book,
  minor: number,
  from: number,
  to: number,
  spreadBp: number,
): Quote {
  const fairMinor = exchanged(book, minor, from, to);
  return { fairMinor, costMinor: Math.floor((fairMinor * spreadBp + 5000) / 10_000) };
}

/** Changes cash of a store at the day's rate less the bank's spread. */
export function convertCash(
  { book, world }: Pick<DecisionContext, "book" | "world">,
  store: number,
  from: number,
  to: number,
  fromMinor: number,
): void {
  const spread = world.parameters["exchange.spreadBp"];
  const { fairMinor, costMinor } = quoteExchange(book, fromMinor, from, to, spread);
  postExchange(book, store, { from, to, fromMinor, toMinor: fairMinor - costMinor });
}

/**
 * What a store owns less what it owes in a currency, minor units of that currency: what rates act
 * upon.
 */
export function positionOf(
  { state }: Pick<DecisionContext, "state">,
  store: number,
  currency: number,
): number {
  return netAssets.reduce((sum, id) => sum + balanceOf(state, store, id, currency), 0);
}

const isRevalued = ({ state, world }: DecisionContext, store: number, currency: number) =>
  state.storeKind[store] === storeKind.people && currency !== world.base;

/**
 * Takes what was added to and taken from people's foreign money since it was last done at the
 * book's rates. It is done before the rates move and again at the end of the day, so that every
 * movement is carried at the rate at which it was made.
 */
export function carryForeign(context: DecisionContext): void {
  const { state, world, book } = context;
  const width = world.currencies.length;
  for (let store = 0; store < state.sizes.stores; store++) {
    for (let currency = 0; currency < width; currency++) {
      if (!isRevalued(context, store, currency)) continue;
      const at = store * width + currency;
      const position = positionOf(context, store, currency);
      const moved = position - state.carriedPosition[at]!;
      state.carriedMinor[at]! += exchanged(book, moved, currency, world.base);
      state.carriedPosition[at] = position;
    }
  }
}

/** What the rates did to a store's money in a currency since it was last revalued, base. */
export function unbookedGain(context: DecisionContext, store: number, currency: number): number {
  const { state, world, book } = context;
  const at = store * world.currencies.length + currency;
  const position = state.carriedPosition[at]!;
  return exchanged(book, position, currency, world.base) - state.carriedMinor[at]!;
}

/** On the last day of a month: what the month's rates did is written into the books. */
export function revalueForeign(context: DecisionContext): void {
  const { state, world, book, engineDay } = context;
  if (!isMonthEnd(calendarDayOf(world, engineDay))) return;
  const width = world.currencies.length;
  for (let store = 0; store < state.sizes.stores; store++) {
    for (let currency = 0; currency < width; currency++) {
      if (!isRevalued(context, store, currency)) continue;
      const gain = unbookedGain(context, store, currency);
      if (gain === 0) continue;
      postRevaluation(book, store, currency, gain);
      state.carriedMinor[store * width + currency]! += gain;
    }
  }
}
