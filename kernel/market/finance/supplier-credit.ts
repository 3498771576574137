/**
 * Goods bought on account: the supplier waits until some days after they came, and asks more for
 * them. A store may owe all its suppliers together a share of its equity.
 */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { addRow } from "../state/tables.ts";

/** How a supply that is paid for later stands in the table; see `supplyMode`. */
export const onAccountMode = 4;

/** What goods cost that are paid for later, half up. */
export function onAccountCost({ world }: Pick<DecisionContext, "world">, minor: number): number {
  return minor + Math.floor((minor * world.parameters["credit.feeBp"] + 5000) / 10_000);
}

/** What a store may still buy on account: its line less what it owes and what is on its way. */
export function creditLeft(
  context: Pick<DecisionContext, "state" | "world" | "book">,
  store: number,
): number {
  const { state, world } = context;
  const times = world.parameters["credit.lineTimes"];
  const line = Math.floor(times * Math.max(0, equityOf(context, store)));
  const { columns, rows } = state.tables.supply;
  let owed = 0 - balanceOf(state, store, account.payables, world.base);
  for (let row = 0; row < rows; row++) {
    const isOwn = state.storeOf[columns.offer[row]!] === store;
    if (isOwn && columns.mode[row] === onAccountMode) owed += columns.costMinor[row]!;
  }
  return Math.max(0, line - owed);
}

/** Writes down that goods which came today are to be paid for. */
export function oweForGoods(
  context: DecisionContext,
  row: number,
  minor: number,
  supplier: number,
): void {
  const { state, world, engineDay } = context;
  const { dues } = state.tables;
  const due = addRow(dues);
  dues.columns.store[due] = state.storeOf[row]!;
  dues.columns.offer[due] = row;
  dues.columns.dueOn[due] = engineDay + world.parameters["credit.days"];
  dues.columns.amountMinor[due] = minor;
  dues.columns.supplier[due] = supplier;
}
