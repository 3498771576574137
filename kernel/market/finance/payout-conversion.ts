/**
 * What happens to money of another currency than the books' when a store is paid it (market.md
 * E14): it is changed at once, unless the store has chosen to keep it.
 */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { convertCash } from "./foreign-money.ts";
import { takenByForwards } from "./forwards.ts";

/**
 * How much of money that is paid in now stays in its currency: all where the store changes money by
 * hand; else what its open forwards will take and its cash of the currency does not cover.
 *
 * @param minor      what is paid in, minor units of the currency, 0 or more
 * @param cashMinor  the store's cash of the currency without it
 */
export function keptOf(
  context: Pick<DecisionContext, "state" | "world">,
  store: number,
  currency: number,
  minor: number,
  cashMinor: number,
): number {
  const { state, world } = context;
  if (!world.source.scenario.modules.exchange) return 0;
  if (state.convertsAtOnce[store] === 0) return minor;
  const lacking = takenByForwards(context, store, currency) - cashMinor;
  return Math.min(minor, Math.max(0, lacking));
}

/** Changes what was just paid in, and is in the cash, at the day's rate less the bank's spread. */
export function convertPaid(
  context: Pick<DecisionContext, "state" | "world" | "book">,
  store: number,
  currency: number,
  minor: number,
): void {
  const { state, world } = context;
  const before = balanceOf(state, store, account.cash, currency) - minor;
  const changed = minor - keptOf(context, store, currency, minor, before);
  if (changed > 0) convertCash(context, store, currency, world.base, changed);
}
