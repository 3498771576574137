/** Money the platform holds, and the day on which it pays it out (market.md E12, E14). */
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "./book.ts";
import { coverForeign, postConversion, postInterest, postPayout } from "./bookkeeping.ts";
import { convertPaid } from "../finance/payout-conversion.ts";
import { netAssets } from "./net-assets.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { clockSlots } from "../state/state.ts";

/** Place of a day's payout in the clock. */
export function payoutSlot(
  { state }: Pick<DecisionContext, "state">,
  engineDay: number,
  store: number,
  market: number,
): number {
  const { stores, markets } = state.sizes;
  return ((engineDay % clockSlots) * stores + store) * markets + market;
}

/**
 * Pays out what is due today. With the exchange module other currencies are changed at the bank's
 * price, unless the store has chosen to keep them; without, they are converted at the day's rate.
 */
export function payOut(context: DecisionContext): void {
  const { state, world, book, engineDay } = context;
  const { stores, markets } = state.sizes;
  const foreign = new Float64Array(world.currencies.length);
  for (let store = 0; store < stores; store++) {
    foreign.fill(0);
    for (let market = 0; market < markets; market++) {
      const slot = payoutSlot(context, engineDay, store, market);
      const due = state.payoutDue[slot]!;
      if (due === 0) continue;
      state.payoutDue[slot] = 0;
      const currency = world.currencyOfMarket[market]!;
      postPayout(book, store, market, currency, due);
      if (currency !== world.base) foreign[currency]! += due;
    }
    for (let currency = 0; currency < foreign.length; currency++) {
      if (foreign[currency] !== 0) changePaid(context, store, currency, foreign[currency]!);
    }
  }
}

function changePaid(
  context: DecisionContext,
  store: number,
  currency: number,
  minor: number,
): void {
  const { world, book } = context;
  if (!world.source.scenario.modules.exchange) postConversion(book, store, currency, minor);
  else if (minor < 0) coverForeign(book, store, currency);
  else convertPaid(context, store, currency, minor);
}

/** Interest of one day on cash below zero, half up. */
export function chargeOverdraft({ state, world, book }: DecisionContext): void {
  const yearly = world.parameters["overdraft.yearly"];
  for (let store = 0; store < state.sizes.stores; store++) {
    const cash = balanceOf(state, store, account.cash, world.base);
    if (cash >= 0) continue;
    const interest = Math.floor((-cash * yearly) / 365 + 0.5);
    if (interest > 0) postInterest(book, store, interest);
  }
}

/** What a store owns less what it owes, in the books' currency at the book's rates. */
export function equityOf(
  context: Pick<DecisionContext, "state" | "world" | "book">,
  store: number,
): number {
  const { state, world, book } = context;
  let equity = 0;
  for (const accountId of netAssets) {
    for (let currency = 0; currency < world.currencies.length; currency++) {
      const minor = balanceOf(state, store, accountId, currency);
      if (minor !== 0) equity += exchanged(book, minor, currency, world.base);
    }
  }
  return equity;
}
