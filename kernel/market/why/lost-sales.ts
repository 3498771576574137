/**
 * What a store's day would have brought had one thing about its listings been as good as with the
 * listings they competed with (market.md section 10, lost sales). Each reason is repaired alone, on
 * exact rates, so a figure has no noise in it. Repairs overlap: their gains do not add up.
 */
import { exp } from "../../number/exp.ts";
import type { Engine } from "../state/engine.ts";
import { card, cardWidth } from "../state/workspace.ts";
import type { State } from "../state/state.ts";
import { beginBlend, type Blend } from "./blend-days.ts";
import { figuresOf, type ListingFigures } from "./day-figures.ts";
import { expectedDay, type WhyBench } from "./expected-day.ts";
import type { ObservedDay } from "./observe-day.ts";
import { ownListings, type OwnListings } from "./own-sales.ts";

export const lostReasons = [
  /** There was nothing left to sell. */
  "soldOut",
  /** It answers the searches worse than it could: it stands low, or on no page at all. */
  "search",
  /** It is dearer than the going price. */
  "price",
  "content",
  "reviews",
  /** It promises a slower delivery than others do. */
  "delivery",
  /** Buyers learned at the checkout what the page did not say. */
  "checkout",
] as const;
export type LostReason = (typeof lostReasons)[number];

/** What repairing a reason would have brought a listing. */
export type LostSale = {
  /** Row of the offer. */
  readonly row: number;
  readonly market: number;
  readonly reason: LostReason;
  /** More orders, thousandths; never negative. */
  readonly ordersMilli: number;
  /** Minor units of the books' currency. */
  readonly salesMinor: number;
  readonly profitMinor: number;
};

/** Units that no day sells. */
const plenty = 1_000_000;

/**
 * The lost sales of a store's day, listing by listing and reason by reason.
 *
 * @param bench  of the day's world and seed
 */
export function lostSales(bench: WhyBench, day: ObservedDay, store: number): readonly LostSale[] {
  const { world, key: seed } = bench.engine;
  const usual = beginBlend({ world, seed }, day, day, store);
  const asItWas = figuresOf(usual, expectedDay(bench, usual, "all"), bench.engine.work);
  const par = parOf(bench, usual);
  return lostReasons.flatMap((reason) => {
    const blend = beginBlend({ world, seed }, day, day, store);
    if (!repair(bench, blend, par, reason)) return [];
    const adjust = reason === "checkout" ? openCheckout(blend) : undefined;
    const sales = expectedDay(bench, blend, "all", adjust);
    return gains(blend, reason, asItWas, figuresOf(blend, sales, bench.engine.work));
  });
}

/** Everybody who meant to buy completes the checkout of the store's listings. */
const openCheckout = (blend: Blend) => (engine: Engine) => {
  const { work, world } = engine;
  const { markets, offers } = world.sizes;
  for (const row of ownListings(blend).rows) {
    for (let market = 0; market < markets; market++) {
      const placed = (market * offers + work.positionOf[row]!) * cardWidth;
      work.cards[placed + card.checkoutShare] = 1;
    }
  }
};

/** What the listings of a cell are like in the middle, by market · categories + category. */
type Par = {
  readonly contentMilli: Float64Array;
  readonly promiseDays: Float64Array;
  readonly reviews: Float64Array;
  readonly starsMilli: Float64Array;
};

function parOf({ engine }: WhyBench, { state, world }: Blend): Par {
  const { markets, categories } = world.sizes;
  const cells = markets * categories;
  const par: Par = {
    contentMilli: new Float64Array(cells),
    promiseDays: new Float64Array(cells),
    reviews: new Float64Array(cells),
    starsMilli: new Float64Array(cells),
  };
  for (let cell = 0; cell < cells; cell++) {
    const [market, category] = [Math.floor(cell / categories), cell % categories];
    const rows = liveRows(state, engine.work, market, category);
    const middle = (pick: (row: number) => number) => upperMedian(rows.map(pick));
    par.contentMilli[cell] = middle((row) => state.contentMilli[row * markets + market]!);
    par.promiseDays[cell] = middle((row) => state.promiseDays[row * markets + market]!);
    par.reviews[cell] = middle((row) => state.reviewCount[row]!);
    const rated = rows.filter((row) => state.reviewCount[row]! > 0);
    par.starsMilli[cell] = upperMedian(
      rated.map((row) => (1000 * state.starSum[row]!) / state.reviewCount[row]!),
    );
  }
  return par;
}

function liveRows(
  state: State,
  work: WhyBench["engine"]["work"],
  market: number,
  category: number,
): number[] {
  const rows: number[] = [];
  const end = work.categoryStart[category + 1]!;
  for (let position = work.categoryStart[category]!; position < end; position++) {
    const row = work.offerAt[position]!;
    if (state.listing[row * state.sizes.markets + market] === 1) rows.push(row);
  }
  return rows;
}

function upperMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Mends one thing of every own listing that is worse than par; says whether any was. */
function repair(bench: WhyBench, blend: Blend, par: Par, reason: LostReason): boolean {
  if (reason === "checkout") return true;
  const { state, world } = blend;
  const { markets, categories } = world.sizes;
  const listings = ownListings(blend);
  let isAny = false;
  for (const row of listings.rows) {
    for (let market = 0; market < markets; market++) {
      if (state.listing[row * markets + market] !== 1) continue;
      const cell = market * categories + state.categoryOf[row]!;
      isAny = mend(bench, blend, listings, par, reason, row, market, cell) || isAny;
    }
  }
  return isAny;
}

function mend(
  bench: WhyBench,
  { state, world }: Blend,
  listings: OwnListings,
  par: Par,
  reason: LostReason,
  row: number,
  market: number,
  cell: number,
): boolean {
  const { markets, queries } = world.sizes;
  const at = row * markets + market;
  switch (reason) {
    case "soldOut":
      state.stock[row * (markets + 1) + listings.poolOf(state, row, market)] = plenty;
      return true;
    case "search":
      return raise(state.relevance, at * queries, queries, 255);
    case "content":
      return raise(state.contentMilli, at, 1, par.contentMilli[cell]!);
    case "delivery":
      if (state.promiseDays[at]! <= par.promiseDays[cell]!) return false;
      state.promiseDays[at] = par.promiseDays[cell]!;
      return true;
    case "reviews":
      return mendReviews(state, row, par.reviews[cell]!, par.starsMilli[cell]!);
    default:
      return mendPrice(bench, state, row, market, cell);
  }
}

function raise(
  column: Int16Array | Uint8Array,
  from: number,
  count: number,
  least: number,
): boolean {
  let isRaised = false;
  for (let at = from; at < from + count; at++) {
    if (column[at]! >= least) continue;
    column[at] = least;
    isRaised = true;
  }
  return isRaised;
}

/** As many reviews as in the middle, and as good: stars of a fourth kind do not exist, sums do. */
function mendReviews(state: State, row: number, count: number, starsMilli: number): boolean {
  const own = state.reviewCount[row]!;
  const ownMilli = own === 0 ? 0 : (1000 * state.starSum[row]!) / own;
  if (own >= count && ownMilli >= starsMilli) return false;
  const reviews = Math.max(own, count);
  const stars = Math.max(ownMilli, starsMilli) / 1000;
  state.reviewCount[row] = reviews;
  state.starSum[row] = Math.floor(reviews * stars + 0.5);
  state.starSquareSum[row] = Math.floor(reviews * stars * stars + 0.5);
  return true;
}

/** The price that buyers reckon with comes down to the going one, and the asked one with it. */
function mendPrice(
  { engine }: WhyBench,
  state: State,
  row: number,
  market: number,
  cell: number,
): boolean {
  const { work, world } = engine;
  const placed = (market * world.sizes.offers + work.positionOf[row]!) * cardWidth;
  const ratio = work.cards[placed + card.logPrice]! - work.logReference[cell]!;
  if (!(ratio > 0) || work.liveListings[cell] === 0) return false;
  const at = row * world.sizes.markets + market;
  state.priceMinor[at] = Math.max(1, Math.floor(state.priceMinor[at]! * exp(-ratio)));
  return true;
}

/** Where a repair brings more; a listing that others of the store gain from may lose by it. */
function gains(
  blend: Blend,
  reason: LostReason,
  was: ListingFigures,
  would: ListingFigures,
): LostSale[] {
  const { markets } = blend.world.sizes;
  const { rows } = ownListings(blend);
  const found: LostSale[] = [];
  for (let at = 0; at < was.orders.length; at++) {
    const ordersMilli = would.orders[at]! - was.orders[at]!;
    if (ordersMilli <= 0) continue;
    found.push({
      row: rows[Math.floor(at / markets)]!,
      market: at % markets,
      reason,
      ordersMilli,
      salesMinor: would.sales[at]! - was.sales[at]!,
      profitMinor: would.profit[at]! - was.profit[at]!,
    });
  }
  return found;
}
