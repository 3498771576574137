/**
 * Kinds of documents: why money or goods moved. No posting exists without one.
 * Numbers are stored in postings: append, never renumber.
 */
export const documentKind = Object.freeze({
  opening: 1,
  purchaseDeposit: 2,
  purchaseBalance: 3,
  goodsReceived: 4,
  dispatch: 5,
  payout: 6,
  conversion: 7,
  ads: 8,
  offSite: 9,
  storage: 10,
  rent: 11,
  wages: 12,
  content: 13,
  listingFee: 14,
  refund: 15,
  returnIn: 16,
  writeOff: 17,
  /** Freight from home to an overseas warehouse. */
  firstLeg: 18,
  /** Duty and import VAT of goods entering a warehouse country. */
  clearance: 19,
  vatFiling: 20,
  incomeTax: 21,
  loan: 22,
  loanRepayment: 23,
  interest: 24,
  /** From the steward, with a reason. */
  help: 25,
  /** To the steward, with a reason. */
  penalty: 26,
  customsPenalty: 27,
  carrierPenalty: 28,
  platformPenalty: 29,
  chargeback: 30,
  /** Goods moved between a store's warehouses. */
  stockTransfer: 31,
  purchaseCancellation: 32,
  /** Maturity of a forward contract. */
  forward: 33,
  /** Month-end accrual of tax. */
  taxAccrual: 34,
  /** Paying what was bought on account. */
  payablePayment: 35,
  /** Compensation paid by a carrier, a supplier or the platform. */
  claim: 36,
  /** A settlement between stores that a mediator wrote. */
  settlement: 37,
  /** Goods received that were refused for defects. */
  supplierReturn: 38,
  /** Month-end revaluation of foreign balances. */
  revaluation: 39,
  /** Money held by the platform, sold early. */
  factoring: 40,
  /** Market research that was bought. */
  research: 41,
  /** Money set aside for what will be made good under warranty. */
  warranty: 42,
  /** Premiums of insured parcels. */
  insurance: 43,
  /** Units of a product to be tried, and units looked at one by one on arrival. */
  sample: 50,
  inspection: 51,
  /** An offer of the inbox accepted: paid for, or paid by. */
  sideDeal: 53,
  /** People who learn. */
  training: 52,
  /** Money that owners put in after the opening, and what is paid out to them. */
  capitalRaise: 60,
  dividend: 61,
});

export type DocumentKind = keyof typeof documentKind;

/** A number of the registry. */
export type DocumentKindId = number;

/** Where a document's cash stands in the cash flow statement. */
export type Activity = "operating" | "financing" | "exchange";

const names = new Map<number, DocumentKind>(
  (Object.keys(documentKind) as DocumentKind[]).map((name) => [documentKind[name], name]),
);

const otherActivities: Partial<Record<DocumentKind, Activity>> = {
  opening: "financing",
  loan: "financing",
  loanRepayment: "financing",
  help: "financing",
  penalty: "financing",
  factoring: "financing",
  capitalRaise: "financing",
  dividend: "financing",
  conversion: "exchange",
  forward: "exchange",
};

/** The name of a kind. Throws RangeError for a number that is none. */
export function documentKindName(id: DocumentKindId): DocumentKind {
  const name = names.get(id);
  if (name === undefined) throw new RangeError(`there is no document kind ${id}`);
  return name;
}

export function activityOf(id: DocumentKindId): Activity {
  return otherActivities[documentKindName(id)] ?? "operating";
}
