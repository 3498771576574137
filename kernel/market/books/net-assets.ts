/** The accounts that make up what a store owns and owes. */
import { account } from "../../ledger/account.ts";

export const netAssets: readonly number[] = [
  account.cash,
  account.held,
  account.inventory,
  account.transit,
  account.deposits,
  account.payables,
  account.loans,
];
