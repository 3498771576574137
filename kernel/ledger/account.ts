/**
 * The chart of accounts.
 *
 * The accounts of a store come first and are dense, so a state array can be indexed by them. Those
 * that only other parties keep start at 64. Ids are stored in postings: append, never renumber.
 */

export type AccountKind = "asset" | "liability" | "equity" | "income" | "expense";
export type Side = "debit" | "credit";

/** Ids of accounts by name. */
export const account = Object.freeze({
  cash: 0,
  /** Money the platform holds until payout. */
  held: 1,
  receivable: 2,
  inventory: 3,
  /** Goods on the way to a warehouse. */
  transit: 4,
  /** Paid to suppliers before delivery. */
  deposits: 5,
  vatReceivable: 6,
  payables: 7,
  vatPayable: 8,
  incomeTaxPayable: 9,
  loans: 10,
  equity: 11,
  revenue: 12,
  /** Taken off revenue, hence of debit side. */
  refunds: 13,
  costOfGoods: 14,
  commission: 15,
  ads: 16,
  offSite: 17,
  shipping: 18,
  /** Duty, and import VAT where it cannot be recovered. */
  duty: 19,
  storage: 20,
  rent: 21,
  wages: 22,
  content: 23,
  listingFees: 24,
  writeOff: 25,
  interest: 26,
  /** Gain or loss on exchange; balances each currency's side of a conversion. */
  exchange: 27,
  /** Of customs, carriers and the platform. */
  penalties: 28,
  /** The steward's help and penalties. */
  helpAndPenalty: 29,
  incomeTax: 30,
  /** Gain or loss on foreign balances, taken out of `exchange` at the end of each month. */
  revaluation: 31,
  /** Reports, panels, experiments, the watching of rivals; samples and inspections of goods. */
  research: 32,

  /** What a counterpart owes stores: the platform's side of `held`. */
  owedToStores: 64,
  /** Deposits received: the supplier's side of `deposits`. */
  advances: 65,
  /** What stores owe: the other side of `payables` and of tax payable. */
  claims: 66,
  /** The bank's side of `loans`. */
  lending: 67,
  /** The steward's side of `equity`. */
  stakes: 68,
  /** What a counterpart earns from stores. */
  turnover: 69,
  /** What a counterpart spends with or on stores: buyers' purchases, the steward's help. */
  spending: 70,
});

export type AccountName = keyof typeof account;

/** An id of the chart. */
export type AccountId = number;

/** Accounts of a store: ids 0 to storeAccounts - 1. */
export const storeAccounts = 33;

const kindsByName: Readonly<Record<AccountName, AccountKind>> = {
  cash: "asset",
  held: "asset",
  receivable: "asset",
  inventory: "asset",
  transit: "asset",
  deposits: "asset",
  vatReceivable: "asset",
  payables: "liability",
  vatPayable: "liability",
  incomeTaxPayable: "liability",
  loans: "liability",
  equity: "equity",
  revenue: "income",
  refunds: "income",
  costOfGoods: "expense",
  commission: "expense",
  ads: "expense",
  offSite: "expense",
  shipping: "expense",
  duty: "expense",
  storage: "expense",
  rent: "expense",
  wages: "expense",
  content: "expense",
  listingFees: "expense",
  writeOff: "expense",
  interest: "expense",
  exchange: "income",
  penalties: "expense",
  helpAndPenalty: "income",
  incomeTax: "expense",
  revaluation: "income",
  research: "expense",
  owedToStores: "liability",
  advances: "liability",
  claims: "asset",
  lending: "asset",
  stakes: "asset",
  turnover: "income",
  spending: "expense",
};

/** One row of the chart. */
export interface AccountRow {
  readonly id: AccountId;
  readonly name: AccountName;
  readonly kind: AccountKind;
  /** The side on which the account grows. */
  readonly normalSide: Side;
}

/** The chart in order of id. */
export const chart: readonly AccountRow[] = Object.freeze(
  (Object.keys(account) as AccountName[]).map((name) => ({
    id: account[name],
    name,
    kind: kindsByName[name],
    normalSide: normalSideOf(name),
  })),
);

const byId = new Map(chart.map((row) => [row.id, row]));

/** The row of an account. Throws RangeError for an id that is not in the chart. */
export function accountRow(id: AccountId): AccountRow {
  const row = byId.get(id);
  if (row === undefined) throw new RangeError(`there is no account ${id}`);
  return row;
}

function normalSideOf(name: AccountName): Side {
  const kind = kindsByName[name];
  return kind === "asset" || kind === "expense" || name === "refunds" ? "debit" : "credit";
}
