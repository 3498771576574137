/**
 * What a season remembers from one day to the next: columns of typed arrays and a few growing
 * tables, each declared once here. Allocation, copies, snapshots and the digest all follow from
 * these declarations. Every column is an integer unless it is f64; an f64 column is written by one
 * shard only, so that results do not depend on how the work was cut.
 */
import { stateTables } from "./state-tables.ts";
import { lengthen, newTable, type ColumnType, type Table } from "./tables.ts";
import { makeColumn, type Allocate, type ColumnArray, type NarrowType } from "./typed-column.ts";

export type { Allocate } from "./typed-column.ts";

/** How large a world is; every array length is a product of these. */
export type Sizes = {
  /** Stores that may ever be in the season; a store's number is its row. */
  readonly stores: number;
  /** Offers allocated; the row is not the offer's number. */
  readonly offers: number;
  readonly markets: number;
  readonly categories: number;
  readonly queries: number;
  /** markets × categories × queries; shelf = (market · categories + category) · queries + query. */
  readonly shelves: number;
  readonly segments: number;
  readonly currencies: number;
  /** Accounts of a store's ledger. */
  readonly accounts: number;
};

export type Dimension =
  | "one"
  | "store"
  | "offer"
  | "market"
  | "pool"
  | "query"
  | "shelf"
  | "currency"
  | "account"
  | "category"
  | "clock"
  | "role"
  | "lossYear";

/** What a store's people do: they answer buyers, or see to suppliers. */
export const roles = ["service", "operations"] as const;
export type Role = (typeof roles)[number];

/** Slots of the ring that holds money until its day: a payout waits for fewer days than these. */
export const clockSlots = 64;

/** Years for which a loss may be taken off later profits. */
export const lossYears = 5;

/** A column: its type and its dimensions, outermost first. */
type ColumnRow = readonly [NarrowType, ...Dimension[]];

export const stateColumns = {
  /** Engine day to close next; day 1 of the season is engine day `burnInDays`. */
  day: ["i32", "one"],
  /** Offers in use, documents written. */
  offerCount: ["i32", "one"],
  documentCount: ["i32", "one"],

  // Stores.
  /** One of `storeKind`. */
  storeKind: ["i32", "store"],
  /** Skill of a bot in quarters 0..4; -1 for people. */
  botLevel: ["i32", "store"],
  enteredOn: ["i32", "store"],
  offersOfStore: ["i32", "store"],
  campaignsOfStore: ["i32", "store"],
  lastDecisionOn: ["i32", "store"],
  /** Shares of 30-day averages, 0..1. */
  onTime: ["f64", "store"],
  lostShare: ["f64", "store"],
  answered: ["f64", "store"],
  tracking: ["f64", "store"],
  fillRate: ["f64", "store"],
  /** Standing answers: index into `disputeAnswers` and `returnAnswers`, 0 asks each time. */
  disputePolicy: ["u8", "store"],
  returnPolicy: ["u8", "store"],
  /** Questions a day that the store's people answer themselves. */
  handAnswers: ["i32", "store"],
  /** Heads in service, those of them who are leaving, and the day on which they are gone. */
  staff: ["i32", "store"],
  staffLeaving: ["i32", "store"],
  staffLeavesOn: ["i32", "store"],
  /** Office: 0 none, else one more than its city's place in the scenario; 1 where it is luxury. */
  officeCity: ["u8", "store"],
  officeIsLuxury: ["u8", "store"],
  /** Engine day on which the next week's rent is due. */
  officeRentOn: ["i32", "store"],
  /** Heads in operations, those who are leaving, and the day on which they are gone. */
  operators: ["i32", "store"],
  operatorsLeaving: ["i32", "store"],
  operatorsLeaveOn: ["i32", "store"],
  /** By `roles`: levels above the first, of all heads together: those worked at, those paid for. */
  crewSkill: ["i32", "store", "role"],
  crewPay: ["i32", "store", "role"],
  /** Heads who learn, and the day on which they are back. */
  crewTraining: ["i32", "store", "role"],
  crewTrainedOn: ["i32", "store", "role"],
  /** Days on which questions were settled. */
  questionDays: ["i32", "store"],
  /** Yesterday's questions that nobody answered. */
  waitingQuestions: ["i32", "store"],
  /** Units that met their end and cases of the last 30 days, older ones weighing less. */
  monthEnded: ["f64", "store", "market"],
  monthDisputes: ["f64", "store", "market"],
  monthChargebacks: ["f64", "store", "market"],
  /** 0 none, 1 warned, 2 ranked lower, 3 suspended; and the day since when. */
  sanction: ["u8", "store", "market"],
  sanctionSince: ["i32", "store", "market"],
  tier: ["i32", "store"],
  /**
   * Starred reviews of the store and what its offers' latent fit predicted for them, thousandths.
   */
  storeStars: ["i32", "store"],
  storeReviews: ["i32", "store"],
  storeExpectedStarsMilli: ["f64", "store"],
  /**
   * Terms for after the sale: days to send back (0 unsaid, -1 none), months of warranty, who pays
   * the way back (index into `returnPayers`), and the share of a parcel's value that is insured.
   */
  returnDays: ["i16", "store", "market"],
  warrantyMonths: ["u8", "store", "market"],
  returnPayer: ["u8", "store", "market"],
  insuredBp: ["i16", "store", "market"],
  /** Life-time sums of the store, for its score. */
  daysDecided: ["i32", "store"],
  soldUnits: ["f64", "store"],
  wantedUnits: ["f64", "store"],
  /** Days of the store's listed offers, and of those that had goods to sell on them. */
  listedDays: ["f64", "store"],
  stockedDays: ["f64", "store"],
  deliveredUnits: ["f64", "store"],
  onTimeUnits: ["f64", "store"],
  endedUnits: ["f64", "store"],
  disputeUnits: ["f64", "store"],
  /** Questions that were settled, and the sum of what each counted: 1, 0 or -1. */
  questionCount: ["f64", "store"],
  answerSum: ["f64", "store"],
  /** Sum of day-end inventory at cost, for turns, minor units of the books. */
  inventorySumMinor: ["f64", "store"],
  /** Sum of day-end equity since entry, for the mean, minor units of the books. */
  equitySumMinor: ["f64", "store"],
  /** 1 while payouts of other currencies are changed on their day, as bots always do. */
  convertsAtOnce: ["u8", "store"],
  /** How well the store is known, 0..1, and the score of its page, 0 for one nobody wrote (E19). */
  awareness: ["f64", "store", "market"],
  /** Buyers who asked for letters of the store. */
  mailList: ["i32", "store", "market"],
  landingMilli: ["i16", "store", "market"],
  /** Profit that was assessed for income tax, and losses to take off, the last year's first. */
  taxedProfitMinor: ["f64", "store"],
  taxLossMinor: ["f64", "store", "lossYear"],
  /** Days in a row on which cash of all currencies was below zero. */
  brokeDays: ["i32", "store"],
  /** Help received, minor units: it does not count for the score, as penalties do. */
  helpMinor: ["f64", "store"],

  // Offers: one SKU of one store.
  storeOf: ["i32", "offer"],
  /** Store number · 256 + place in the store: the offer's number, used in every address. */
  offerNumber: ["i32", "offer"],
  skuOf: ["i32", "offer"],
  categoryOf: ["i32", "offer"],
  bornOn: ["i32", "offer"],
  isDropped: ["i32", "offer"],
  /** Pictures bought, 0..3. */
  photoLevel: ["i32", "offer"],
  /** Latent product-market fit: dealt at entry, better with goods of better tiers. */
  fit: ["f64", "offer"],
  reviewCount: ["i32", "offer"],
  starSum: ["i32", "offer"],
  starSquareSum: ["i32", "offer"],
  reorderPoint: ["i32", "offer"],
  reorderUpTo: ["i32", "offer"],
  /** Whom the rule buys from, the share paid at once (0: as asked), and whether on account. */
  reorderSupplier: ["u8", "offer"],
  reorderDepositBp: ["i32", "offer"],
  reorderOnAccount: ["u8", "offer"],
  /** By how much what is in stock is worse made than the maker's, parts per million of units. */
  defectShiftPpm: ["i32", "offer"],
  /** How what is ordered is made (`product-tiers.ts`): tier - 1, and 4 more with the own name. */
  chosenMake: ["u8", "offer"],
  /** Of what is in stock: fit beyond plain goods', and the share with the name; thousandths. */
  tierShiftMilli: ["i32", "offer"],
  brandShareMilli: ["i32", "offer"],
  /** Units sold in the last seven days and in all. */
  soldWeek: ["i32", "offer"],
  soldTotal: ["i32", "offer"],
  /** Share of the days that had goods to sell, weighted as recent sales are. */
  stockedShare: ["f64", "offer"],
  stock: ["i32", "offer", "pool"],
  inbound: ["i32", "offer", "pool"],

  // Listings: an offer in one market.
  /** 0 never listed, 1 live, 2 withdrawn. */
  listing: ["u8", "offer", "market"],
  /** Index into the services of the trade slice; -1 none. */
  service: ["i16", "offer", "market"],
  promiseDays: ["i16", "offer", "market"],
  priceMinor: ["i32", "offer", "market"],
  feeMinor: ["i32", "offer", "market"],
  discountBp: ["i16", "offer", "market"],
  /** Season days of the promotion, inclusive. */
  discountFrom: ["i16", "offer", "market"],
  discountTo: ["i16", "offer", "market"],
  /** The list price shown beside the price, 0 for none, and the season day it was put there. */
  listMinor: ["i32", "offer", "market"],
  listSetOn: ["i16", "offer", "market"],
  contentMilli: ["i16", "offer", "market"],
  claimMilli: ["i16", "offer", "market"],
  /** Match with each query, 255 is 1. */
  relevance: ["u8", "offer", "market", "query"],
  /** Weighted recent sales (E4). */
  velocity: ["f64", "offer", "market"],

  // The world that moves.
  /** Logarithm of the books' currency for 1 unit of each currency, relative to the start. */
  logRate: ["f64", "currency"],
  logShock: ["f64", "shelf"],
  /** Logarithm of the outside option, calibrated when the season opened. */
  logOutside: ["f64", "market", "category"],

  /** Ledger balances of the stores, minor units, debit positive: exact integers below 2^53. */
  balance: ["f64", "store", "account", "currency"],
  /**
   * Foreign money of a person's store, minor units of its currency, and what it was worth at the
   * rates of the days on which it came and went, base: the rest is what rates made of it.
   */
  carriedPosition: ["f64", "store", "currency"],
  carriedMinor: ["f64", "store", "currency"],
  /** Money of a market still held by the platform, by the clock slot on which it is paid out. */
  payoutDue: ["f64", "clock", "store", "market"],
} as const satisfies Readonly<Record<string, ColumnRow>>;

export type StateColumns = {
  readonly [K in keyof typeof stateColumns]: ColumnArray[(typeof stateColumns)[K][0]];
};
export type StateTables = {
  readonly [K in keyof typeof stateTables]: Table<(typeof stateTables)[K]>;
};

/** The memory of a season at one instant. */
export type State = StateColumns & { readonly sizes: Sizes; readonly tables: StateTables };

type AnyTable = Table<Record<string, ColumnType>>;

/** Number of entries along one dimension. */
export function extent(sizes: Sizes, dimension: Dimension): number {
  switch (dimension) {
    case "one":
      return 1;
    case "store":
      return sizes.stores;
    case "offer":
      return sizes.offers;
    case "market":
      return sizes.markets;
    case "pool":
      return sizes.markets + 1;
    case "query":
      return sizes.queries;
    case "shelf":
      return sizes.shelves;
    case "currency":
      return sizes.currencies;
    case "account":
      return sizes.accounts;
    case "category":
      return sizes.categories;
    case "role":
      return roles.length;
    case "clock":
      return clockSlots;
    case "lossYear":
      return lossYears;
  }
}

/** A column's length for a world of these sizes. */
export function columnLength(sizes: Sizes, name: keyof typeof stateColumns): number {
  const [, ...dimensions] = stateColumns[name] as ColumnRow;
  return dimensions.reduce((length, dimension) => length * extent(sizes, dimension), 1);
}

/** An empty state; every number is zero and every table has no rows. */
export function newState(sizes: Sizes, allocate: Allocate): State {
  const state: Record<string, unknown> = { sizes };
  for (const name of columnNames) {
    state[name] = makeColumn(stateColumns[name][0], columnLength(sizes, name), allocate);
  }
  const tables: Record<string, unknown> = {};
  for (const name of tableNames) tables[name] = newTable(stateTables[name], 64);
  state["tables"] = tables;
  // The spread lays the columns out as plain fields; one by one they would be a hash table.
  return { ...state } as State;
}

/** Copies every column and row; the two states share nothing. */
export function copyState(from: State, allocate: Allocate): State {
  const to = newState(from.sizes, allocate);
  writeState(from, to);
  return to;
}

/** Makes a state of the same sizes equal to another one. */
export function writeState(from: State, to: State): void {
  for (const name of columnNames) to[name].set(from[name] as never);
  for (const name of tableNames) {
    const table = to.tables[name] as unknown as AnyTable;
    table.rows = Math.min(table.rows, from.tables[name].rows);
    reserveRows(to, name, from.tables[name].rows);
    copyRows(from.tables[name] as unknown as AnyTable, table);
  }
}

/**
 * The part of a column that is in use: all of it, but of a column by offer only the rows of offers
 * that exist. The rest is zero.
 */
export function usedColumn(state: State, name: keyof typeof stateColumns): ArrayBufferView {
  const [, outermost] = stateColumns[name] as ColumnRow;
  const column = state[name];
  if (outermost !== "offer") return column;
  const perOffer = column.length / state.sizes.offers;
  return column.subarray(0, state.offerCount[0]! * perOffer);
}

/** The filled part of a table's columns, in the order of declaration. */
export function usedTable(state: State, name: keyof typeof stateTables): ArrayBufferView[] {
  const table = state.tables[name] as unknown as AnyTable;
  return Object.keys(table.shape).map((column) => table.columns[column]!.subarray(0, table.rows));
}

/** Makes a table hold this many rows; new ones are zero. */
export function reserveRows(state: State, name: keyof typeof stateTables, rows: number): void {
  const table = state.tables[name] as unknown as AnyTable;
  lengthen(table, rows);
}

function copyRows(from: AnyTable, to: AnyTable): void {
  for (const name of Object.keys(from.shape)) {
    to.columns[name]!.set(from.columns[name]!.subarray(0, from.rows) as never);
  }
}

/** Names in the order of declaration: the order of snapshots and digests. */
export const columnNames = Object.keys(stateColumns) as (keyof typeof stateColumns)[];
export const tableNames = Object.keys(stateTables) as (keyof typeof stateTables)[];
