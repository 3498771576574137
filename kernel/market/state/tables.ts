/**
 * The tables a day writes: columns of typed arrays, not objects for each order. `columns` is the
 * one place where their shape is written; the server writes them to rows of the same names.
 */
import { caseEventShape, serviceDayShape } from "./after-sales-tables.ts";
import { dealDayShape } from "./deal-day-shape.ts";
import { sourcingEventShape, tenderBidShape } from "./sourcing-tables.ts";
import { brandDayShape, letterDayShape, outreachDayShape } from "./off-site-tables.ts";
import { promotionDayShape } from "./promotion-day-shape.ts";
import {
  panelAnswerShape,
  priceDayShape,
  researchShape,
  rivalDayShape,
  trialDayShape,
} from "./research-tables.ts";
import { saleShape } from "./sale-shape.ts";

export type ColumnType = "i32" | "f64" | "i64";
export type TableShape = Readonly<Record<string, ColumnType>>;
export type Column<T extends ColumnType> = T extends "i32"
  ? Int32Array
  : T extends "f64"
    ? Float64Array
    : BigInt64Array;

export type Table<S extends TableShape> = {
  readonly shape: S;
  /** Rows that are filled; the arrays may be longer. */
  rows: number;
  columns: { [K in keyof S]: Column<S[K]> };
};

/** Every store, every day. Money in minor units of the books' currency unless said. */
export const storeDayShape = {
  store: "i32",
  impressions: "f64",
  clicks: "i32",
  orders: "i32",
  units: "i32",
  lostUnits: "i32",
  revenueMinor: "f64",
  costOfGoodsMinor: "f64",
  commissionMinor: "f64",
  shippingMinor: "f64",
  dutyMinor: "f64",
  adsMinor: "f64",
  otherMinor: "f64",
  /** Profit of the day: revenue less every expense posted on it. */
  profitMinor: "f64",
  cashMinor: "f64",
  heldMinor: "f64",
  inventoryMinor: "f64",
  transitMinor: "f64",
  payablesMinor: "f64",
  equityMinor: "f64",
  ratingMilli: "i32",
  reviews: "i32",
  healthBp: "i32",
  tier: "i32",
  onTimeBp: "i32",
  listingsLive: "i32",
  listingsSoldOut: "i32",
  /** Score and its parts, thousandths; -1 where there is not enough to say. */
  scoreMilli: "i32",
  scoreProfitMilli: "i32",
  scoreCustomerMilli: "i32",
  scoreOperationsMilli: "i32",
  scoreProcessMilli: "i32",
  /** Equity as the scorings count it, and the percent that S3 adds to it. */
  worthMinor: "f64",
  points: "i32",
} as const satisfies TableShape;

/** One listing of a reported store on one day. Money in the market's currency. */
export const listingDayShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  /** Visits to the shelves on which the listing could have stood. */
  visits: "f64",
  impressions: "f64",
  clicks: "i32",
  carts: "i32",
  orders: "i32",
  units: "i32",
  lostUnits: "i32",
  revenueMinor: "f64",
  adImpressions: "f64",
  adClicks: "i32",
  adTicks: "f64",
  adUnits: "i32",
  /** Mean place over the pages it stood on, thousandths; 0 when on none. */
  placeMilli: "i32",
  priceMinor: "i32",
  /** What the buyer pays: price, fee, tax at sale and the expected tax at the door. */
  landedMinor: "i32",
  referenceMinor: "i32",
} as const satisfies TableShape;

/** One listing on one search. */
export const searchDayShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  query: "i32",
  visits: "f64",
  impressions: "f64",
  clicks: "i32",
  units: "i32",
  placeMilli: "i32",
  adImpressions: "f64",
  adClicks: "i32",
  adTicks: "f64",
  adUnits: "i32",
  adPlaceMilli: "i32",
} as const satisfies TableShape;

/** One advertisement entry of a campaign. */
export const adDayShape = {
  store: "i32",
  campaign: "i32",
  /** Number of the entry within the campaign. */
  entry: "i32",
  offer: "i32",
  impressions: "f64",
  clicks: "i32",
  ticks: "f64",
  units: "i32",
  revenueMinor: "f64",
} as const satisfies TableShape;

export const parcelEventShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  service: "i32",
  /** Season day of the order. */
  orderedOn: "i32",
  /** Index into `parcelEvents`. */
  event: "i32",
  units: "i32",
  /** Place among the prices at which the listing sold on that day, the dearest first. */
  lot: "i32",
} as const satisfies TableShape;

export const reviewShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  orderedOn: "i32",
  stars: "i32",
  /** Days later than promised, 0 when in time. */
  lateDays: "i32",
  /** Index into `reviewThemes`: what moved the buyer most. */
  theme: "i32",
  /** Key of the wording, drawn; any 31 bits. */
  wording: "i32",
} as const satisfies TableShape;

export const stockDayShape = {
  store: "i32",
  offer: "i32",
  /** 0 home, 1 + market for an overseas warehouse. */
  pool: "i32",
  onHand: "i32",
  /** Units bought or moved that have not arrived in this pool. */
  inbound: "i32",
  sold: "i32",
  received: "i32",
  lostUnits: "i32",
  costMinor: "f64",
  /** Units sent once more in place of others. */
  replaced: "i32",
} as const satisfies TableShape;

export const postingShape = {
  store: "i32",
  /** Number of the document within the season, growing. */
  document: "i32",
  /** Id of the document kind (kernel/ledger/document-kind.ts). */
  kind: "i32",
  party: "i32",
  account: "i32",
  /** Index into the season's currencies. */
  currency: "i32",
  /** Signed, debit positive. */
  amountMinor: "f64",
  /** What it is about: offer number, campaign or 0. */
  subject: "i32",
  market: "i32",
} as const satisfies TableShape;

/** Prices and traffic of one category in one market, as every store may see them. */
export const marketDayShape = {
  market: "i32",
  category: "i32",
  offers: "i32",
  visits: "f64",
  units: "i32",
  referenceMinor: "i32",
  p10Minor: "i32",
  p25Minor: "i32",
  p75Minor: "i32",
  p90Minor: "i32",
} as const satisfies TableShape;

/** Something worth telling a store (or, with store -1, everyone). */
export const noticeShape = {
  store: "i32",
  /** Index into `noticeKinds`. */
  kind: "i32",
  /** Offer number, campaign, market or shock, as the kind says; -1 when none. */
  subject: "i32",
  market: "i32",
  value: "f64",
} as const satisfies TableShape;

export const parcelEvents = [
  "dispatched",
  "rejected",
  "export-held",
  "import-held",
  "delivered",
  "refused",
  "lost",
  "returned",
  "destroyed",
  "seized",
] as const;

export const sourcingEvents = ["received", "sampled", "granted", "declined"] as const;

export const reviewThemes = ["quality", "delivery", "value", "described", "packaging"] as const;

export const noticeKinds = [
  "sold-out",
  "stock-low",
  "stock-arrived",
  "budget-spent",
  "cash-short",
  "decision-refused",
  "review-bad",
  "tier-changed",
  "shock-announced",
  "shock-started",
  "shock-ended",
  "purchase-reordered",
  "promise-broken",
  "forward-settled",
  "loan-paid",
  "emergency-loan",
  "dispute-opened",
  "sanction-changed",
  "place-won",
  "place-lost",
  "talk-granted",
  "talk-declined",
  "sample-tried",
  "inbox-offer",
  "audit-passed",
  "audit-found",
  "false-list-price",
  "group-dissolved",
  "shock-responded",
  "tender-posted",
  "tender-won",
  "tender-lost",
  "tender-unpaid",
  "shift-answered",
  "shift-hastened",
  "autopilot-began",
  "autopilot-ended",
] as const;

export const dayTables = {
  stores: storeDayShape,
  listings: listingDayShape,
  searches: searchDayShape,
  ads: adDayShape,
  sales: saleShape,
  parcels: parcelEventShape,
  reviews: reviewShape,
  stock: stockDayShape,
  postings: postingShape,
  markets: marketDayShape,
  notices: noticeShape,
  cases: caseEventShape,
  service: serviceDayShape,
  deals: dealDayShape,
  research: researchShape,
  answers: panelAnswerShape,
  rivals: rivalDayShape,
  trials: trialDayShape,
  sourcing: sourcingEventShape,
  tenders: tenderBidShape,
  outreach: outreachDayShape,
  brand: brandDayShape,
  letters: letterDayShape,
  promotions: promotionDayShape,
  prices: priceDayShape,
} as const;

export type DayTables = { readonly [K in keyof typeof dayTables]: Table<(typeof dayTables)[K]> };

const makeColumn = (type: ColumnType, capacity: number) =>
  type === "i32"
    ? new Int32Array(capacity)
    : type === "f64"
      ? new Float64Array(capacity)
      : new BigInt64Array(capacity);

/** An empty table of the shape. */
export function newTable<S extends TableShape>(shape: S, capacity = 64): Table<S> {
  const columns = {} as Record<string, ReturnType<typeof makeColumn>>;
  for (const name of Object.keys(shape)) columns[name] = makeColumn(shape[name]!, capacity);
  return { shape, rows: 0, columns: columns as unknown as Table<S>["columns"] };
}

/** Reserves the next row and returns its number; arrays double when full. */
export function addRow<S extends TableShape>(table: Table<S>): number {
  const names = Object.keys(table.shape);
  const first = (table.columns as Record<string, Int32Array>)[names[0]!]!;
  if (table.rows === first.length) grow(table, names);
  return table.rows++;
}

/** Lets go of every row that is not to be kept; the others stay in their order. */
export function keepRows<S extends TableShape>(
  table: Table<S>,
  isKept: (row: number) => boolean,
): void {
  const columns = Object.values(table.columns) as Int32Array[];
  let kept = 0;
  for (let row = 0; row < table.rows; row++) {
    if (!isKept(row)) continue;
    for (const column of columns) column[kept] = column[row]!;
    kept++;
  }
  table.rows = kept;
}

/** Makes a table hold this many rows at least; what rows are added must then be written. */
export function lengthen<S extends TableShape>(table: Table<S>, rows: number): void {
  const names = Object.keys(table.shape);
  const first = (table.columns as Record<string, Int32Array>)[names[0]!]!;
  if (rows > first.length) grow(table, names, rows);
  table.rows = Math.max(table.rows, rows);
}

function grow<S extends TableShape>(table: Table<S>, names: readonly string[], least = 64): void {
  const columns = table.columns as Record<string, ReturnType<typeof makeColumn>>;
  for (const name of names) {
    const old = columns[name]!;
    const next = makeColumn(table.shape[name]!, Math.max(64, least, old.length * 2));
    next.set(old as never);
    columns[name] = next;
  }
}

/** Empty tables for one day. */
export function newDayTables(): DayTables {
  return Object.fromEntries(
    Object.entries(dayTables).map(([name, shape]) => [name, newTable(shape)]),
  ) as unknown as DayTables;
}
