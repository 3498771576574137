/**
 * What a day computes on its way: columns that phases fill and reports read. Nothing here is saved,
 * and a workspace may serve any state of its world. It lives in the memory that the caller hands
 * out, so that worker threads can share it.
 *
 * Row of a listing: offer · markets + market. Cell: market · categories + category. Shelf: cell ·
 * queries + query. Position: place of an offer when offers are ordered by (category, number).
 */
import type { Sizes } from "./state.ts";
import { makeColumn, type Allocate, type ColumnArray, type NarrowType } from "./typed-column.ts";
import {
  adEntriesPerStore,
  campaignsPerStoreMax,
  factRows,
  organicSlots,
  pageSlots,
  slices,
} from "../world/world-limits.ts";

/** Quantiles of the prices of a cell: p10, p25, the reference (upper median), p75, p90. */
export const priceQuantiles = 5;

/** Fields of a listing's card. */
export const card = Object.freeze({
  /** Rank score without price, query and noise; -Infinity where it is not a candidate. */
  rankBase: 0,
  /** Logarithm of the price; -Infinity where the listing is not live. */
  logPrice: 1,
  checkoutShare: 2,
  contentMilli: 3,
  promiseDays: 4,
});
export const cardWidth = 5;

const column = <const T extends NarrowType>(type: T, length: (sizes: Sizes) => number) => ({
  type,
  length,
});
const perListing = (sizes: Sizes) => sizes.offers * sizes.markets;
const perCell = (sizes: Sizes) => sizes.markets * sizes.categories;
const perFact = ({ shelves }: Sizes) => shelves * factRows;
const perSlot = (sizes: Sizes) => sizes.shelves * pageSlots;
/** One for each place of each page of the day: (slice · shelves + shelf) · pageSlots + slot. */
const perSlotSlice = (sizes: Sizes) => slices * perSlot(sizes);
export const perEntry = ({ stores }: Sizes) => stores * adEntriesPerStore(stores);
const perCampaign = (sizes: Sizes) => sizes.stores * campaignsPerStoreMax;

export const workColumns = {
  // The day, set by `openDay`.
  day: column("i32", () => 1),
  /** Stores whose pages are kept and whose impressions and carts are drawn. */
  isReported: column("u8", ({ stores }) => stores),
  /** Visits of the day by shelf. */
  visits: column("f64", ({ shelves }) => shelves),
  tariffStepBp: column("i32", perCell),
  isReliefRemoved: column("u8", perCell),
  /** First day of the period of law that the terms of a cell were compiled for. */
  lawFrom: column("i32", perCell),
  /** Raised when the terms of a cell change. */
  termsEpoch: column("i32", perCell),

  // Offers by category.
  categoryStart: column("i32", ({ categories }) => categories + 1),
  offerAt: column("i32", ({ offers }) => offers),
  positionOf: column("i32", ({ offers }) => offers),
  hashAt: column("i32", ({ offers }) => offers),
  /** Row of the offer that wrote the cards of a position last. */
  cardOwner: column("i32", ({ offers }) => offers),

  // Advertisement entries that may take part today, ordered by (category, offer number, row).
  entryCount: column("i32", () => 1),
  entryStart: column("i32", ({ categories }) => categories + 1),
  entryRow: column("i32", perEntry),
  entryOffer: column("i32", perEntry),
  entryBid: column("i32", perEntry),
  entryCampaign: column("i32", perEntry),
  /** Bits of the queries by entry · markets + market, negatives and other markets taken off. */
  entryMask: column("u8", (sizes) => perEntry(sizes) * sizes.markets),
  /** Entries in the order in which they are charged: offer number, then row. */
  chargeOrder: column("i32", perEntry),
  campaignIsOpen: column("u8", perCampaign),
  campaignPacing: column("f64", perCampaign),
  /** Where a campaign begins to take its share of the slice's shelves, 0 to 1. */
  campaignPhase: column("f64", perCampaign),

  // Listings, kept from day to day while their inputs stay the same.
  seenSku: column("i32", ({ offers }) => offers),
  /** Price after discount: what the buyer is asked for the goods. */
  goodsMinor: column("i32", perListing),
  seenFee: column("i32", perListing),
  seenTerms: column("i32", perListing),
  seenPromise: column("i16", perListing),
  /** Tax and duty of one unit: taken at the sale, due at the door, borne by the seller. */
  atSaleMinor: column("i32", perListing),
  atDoorMinor: column("i32", perListing),
  sellerMinor: column("i32", perListing),
  /** What the buyer expects to pay: goods, fee, tax at sale and half of the tax at the door. */
  landedMinor: column("i32", perListing),
  /** Logarithm of the price P of E3; -Infinity where law or carrier refuse the listing. */
  logPrice: column("f64", perListing),
  /** Share of would-be buyers that complete the checkout. */
  checkoutShare: column("f64", perListing),

  // Prepared each day.
  isReportedOffer: column("u8", ({ offers }) => offers),
  /** 1 while the pool that a live listing sells from has units. */
  hasStock: column("u8", perListing),
  /** r_g's bracket of E3, by offer. */
  reviewTerm: column("f64", ({ offers }) => offers),
  /**
   * What ranking and shoppers need of a listing, side by side, by (market · offers + position) ·
   * `cardWidth`: see `card`.
   */
  cards: column("f64", (sizes) => perListing(sizes) * cardWidth),
  /** By market · entries of the day + entry: bid × √(click rate × scale); -1 where none can win. */
  bidValue: column("f64", (sizes) => perEntry(sizes) * sizes.markets),
  /** Relevance of the advertised by (market · queries + query) · entries of the day + entry. */
  bidRelevance: column("u8", (sizes) => perEntry(sizes) * sizes.markets * sizes.queries),
  /** Likewise: what the shelf knows of each bidder, see `knownFacts` of page.ts; 0 for nothing. */
  bidFacts: column("u8", (sizes) => perEntry(sizes) * sizes.markets * sizes.queries),
  logReference: column("f64", perCell),
  /** Minor units of the market's currency by cell · priceQuantiles; 0 where nothing is listed. */
  quantileMinor: column("f64", (sizes) => perCell(sizes) * priceQuantiles),
  liveListings: column("i32", perCell),
  /** 1 once a listing of the cell was sold out today. */
  isSoldOutOf: column("u8", perCell),
  /** 1 where a promotion changed a price of the cell at the beginning of the slice. */
  isRepriced: column("u8", perCell),

  // Shelves.
  topCount: column("i32", ({ shelves }) => shelves),
  topOffer: column("i32", ({ shelves }) => shelves * organicSlots),
  /** Row of facts of each ranked offer. A cell's shelves share rows: a listing's stand once. */
  topFacts: column("i32", ({ shelves }) => shelves * organicSlots),
  /** Facts of what may stand on a shelf, `factRows` rows each. */
  attraction: column("f64", (sizes) => perFact(sizes) * sizes.segments),
  clickRate: column("f64", perFact),
  /** Share of would-be buyers that complete the checkout. */
  factCheckout: column("f64", perFact),
  /** How many sponsored offers have facts that are kept. */
  sponsoredCount: column("i32", ({ shelves }) => shelves),
  /** Row of facts of each slot. */
  factRow: column("i32", perSlot),
  /** Orders a whole day of this page would bring, and clicks without order. */
  orderRate: column("f64", perSlot),
  clickOnlyRate: column("f64", perSlot),
  /** Orders lost to empty shelves in the slice before. */
  lostOrders: column("i32", ({ shelves }) => shelves),

  // Pages as shown and what came of them, by slice, shelf and slot.
  slotCount: column("i32", ({ shelves }) => slices * shelves),
  pageOffer: column("i32", perSlotSlice),
  /** Place in the day's entries, -1 for an organic slot. */
  pageEntry: column("i32", perSlotSlice),
  /** Price of a click, ticks; of sponsored slots only. */
  pagePrice: column("i32", perSlotSlice),
  pageClicks: column("i32", perSlotSlice),
  /** Orders and units wanted when drawn, and served when settled. */
  pageOrders: column("i32", perSlotSlice),
  pageUnits: column("i32", perSlotSlice),
  /** Views and carts, of reported stores' slots only. */
  pageImpressions: column("i32", perSlotSlice),
  pageCarts: column("i32", perSlotSlice),

  // Of one settlement.
  wantedUnits: column("i32", perListing),
  isWanted: column("u8", ({ offers }) => offers),
  wantingOffer: column("i32", ({ offers }) => offers),
  dueTicks: column("f64", perEntry),

  // Results of the day, by listing and by row of the state's advertisement entries.
  clicks: column("i32", perListing),
  soldOrders: column("i32", perListing),
  soldUnits: column("i32", perListing),
  lostUnits: column("i32", perListing),
  adClicks: column("i32", perEntry),
  adOrders: column("i32", perEntry),
  adUnits: column("i32", perEntry),
  adImpressions: column("f64", perEntry),
  adTicks: column("f64", perEntry),
} as const;

type Columns = {
  readonly [K in keyof typeof workColumns]: ColumnArray[(typeof workColumns)[K]["type"]];
};

export type Workspace = Columns & { readonly sizes: Sizes };

/** A workspace for worlds of these sizes. */
export function newWorkspace(sizes: Sizes, allocate: Allocate): Workspace {
  const work: Record<string, unknown> = { sizes };
  for (const [name, { type, length }] of Object.entries(workColumns)) {
    work[name] = makeColumn(type, length(sizes), allocate);
  }
  // The spread lays the columns out as plain fields; one by one they would be a hash table.
  return { ...work } as Workspace;
}
