/** What of a store's cash is free: neither promised nor needed within the coming days. */
import { account } from "../../ledger/account.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import { payoutSlot } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { unitsThere } from "./pools.ts";

/**
 * Cash that a careful buyer would still spend, books' currency: what is there and what the platform
 * pays out in the coming days, less what is owed for goods under way, less what falls due in those
 * days, less what it costs to send what will be sold in them. Sending is dearer than many goods and
 * paid weeks before the buyer's money comes, so who spends all his cash on goods cannot send them.
 */
export function spendable(context: DecisionContext, store: number): number {
  const { state, world } = context;
  const days = world.parameters["reorder.cashDays"];
  const cash = balanceOf(state, store, account.cash, world.base);
  return (
    cash +
    paidOutWithin(context, store, days) -
    promisedFor(context, store) -
    dueWithin(context, store, days) -
    sendingWithin(context, store, days)
  );
}

function paidOutWithin(context: DecisionContext, store: number, days: number): number {
  const { state, world, book, engineDay } = context;
  let sum = 0;
  for (let market = 0; market < state.sizes.markets; market++) {
    const currency = world.currencyOfMarket[market]!;
    let minor = 0;
    for (let day = 1; day <= days; day++) {
      minor += state.payoutDue[payoutSlot(context, engineDay + day, store, market)]!;
    }
    if (minor !== 0) sum += exchanged(book, minor, currency, world.base);
  }
  return sum;
}

/** What the store still owes for goods on their way. */
export function promisedFor({ state }: DecisionContext, store: number): number {
  const { columns, rows } = state.tables.supply;
  let sum = 0;
  for (let at = 0; at < rows; at++) {
    if (state.storeOf[columns.offer[at]!] !== store) continue;
    sum += columns.costMinor[at]! - columns.paidMinor[at]!;
  }
  return sum;
}

/** Goods on account and parts of loans that must be paid in the coming days. */
function dueWithin({ state, engineDay }: DecisionContext, store: number, days: number): number {
  const { dues, loans } = state.tables;
  const last = engineDay + days;
  let sum = 0;
  for (let at = 0; at < dues.rows; at++) {
    if (dues.columns.store[at] !== store || dues.columns.dueOn[at]! > last) continue;
    sum += dues.columns.amountMinor[at]!;
  }
  for (let at = 0; at < loans.rows; at++) {
    const { dueOn, partMinor, openMinor } = loans.columns;
    if (loans.columns.store[at] !== store || dueOn[at]! > last || dueOn[at]! < engineDay) continue;
    sum += Math.min(partMinor[at]!, openMinor[at]!);
  }
  return sum;
}

/** Shipping and duty of the coming days' sales, by what a unit cost to send so far. */
function sendingWithin(context: DecisionContext, store: number, days: number): number {
  const { state, world, book } = context;
  const sold = state.soldUnits[store]!;
  if (sold === 0) return 0;
  let spent = 0;
  for (let currency = 0; currency < world.currencies.length; currency++) {
    const minor =
      balanceOf(state, store, account.shipping, currency) +
      balanceOf(state, store, account.duty, currency);
    if (minor !== 0) spent += exchanged(book, minor, currency, world.base);
  }
  return Math.floor((spent / sold) * Math.min(unitsWithin(context, store, days), 1e9));
}

/** Units that sell in the coming days if the next ones are as the last week was. */
function unitsWithin({ state, rowOfOffer }: DecisionContext, store: number, days: number): number {
  let week = 0;
  let stock = 0;
  for (let at = 0; at < state.offersOfStore[store]!; at++) {
    const row = rowOfOffer[store * decisionLimits.offerPlacesMax + at]!;
    if (row < 0) continue;
    week += state.soldWeek[row]!;
    stock += unitsThere(state, row);
  }
  return Math.min(stock, (week / 7) * days);
}
