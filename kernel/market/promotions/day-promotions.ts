/**
 * The promotions of one day, on one thread. Listings are prepared as if there were none; those that
 * promote are then dressed anew: before the ranking with what holds all day, and when a slice
 * begins where a flash sale begins or ends or a cap is reached. Everybody else's listings are not
 * touched, so a season without promotions does no work for them.
 */
import { termsUtility } from "../after-sales/terms.ts";
import type { Engine } from "../state/engine.ts";
import { seasonDayOf } from "../state/season.ts";
import type { State } from "../state/state.ts";
import { card, cardWidth } from "../state/workspace.ts";
import { live, repriceListing } from "../shelf/prepare.ts";
import { storeKind } from "../state/store-kind.ts";
import { slices } from "../world/world-limits.ts";
import { isSandbox } from "../sandbox/matching.ts";
import { setOffer, type BundlePiece, type DayBundle } from "./bundle-offers.ts";
import { goingPrice } from "./going-price.ts";
import { aloneMinorOf, pieceOfSet, planOf, type Plan } from "./plan.ts";
import { bundle, promotionKinds, type PromotionTerms } from "./promotion-kinds.ts";
import { cutBp } from "./price-cut.ts";
import { rewriteFacts } from "./rewrite-facts.ts";

/** A listing that promotes today. */
export type Promoted = {
  /** Row of the offer · markets + market. */
  readonly listing: number;
  readonly row: number;
  readonly market: number;
  /** Rows of its promotions in the state's table; a price cut is none. */
  readonly promotions: readonly number[];
  /** Units that each of them had sold when the day began. */
  readonly soldBefore: readonly number[];
  /** What it traded by in each slice so far; of kinds 0 while nothing was at work. */
  readonly plans: Plan[];
  /** What its pages say at present. */
  shown: Plan | null;
};

export type DayPromotions = {
  readonly listings: readonly Promoted[];
  readonly byListing: ReadonlyMap<number, Promoted>;
  /** Bundles all of whose listings are on sale. */
  readonly bundles: readonly DayBundle[];
  /** Sets that were taken so far, by place of the order: `placeKey`. */
  readonly taken: Map<number, TakenSets>;
};

/** Sets that buyers of one of a bundle's listings took at one place. */
export type TakenSets = {
  readonly bundle: DayBundle;
  /** Which of its listings was chosen, and in which slice. */
  readonly piece: number;
  readonly slice: number;
  /** Orders with sets, how many of them have a piece more, and the sets of all of them. */
  readonly orders: number;
  readonly larger: number;
  readonly sets: number;
};

const none: DayPromotions = { listings: [], byListing: new Map(), bundles: [], taken: new Map() };

/** Terms of a row of the table. */
export function termsOf({ tables }: Pick<State, "tables">, row: number): PromotionTerms {
  const { columns } = tables.promotions;
  return {
    kind: promotionKinds[columns.kind[row]!]!,
    depthBp: columns.depthBp[row]!,
    slices: columns.slices[row]!,
    pieces: columns.pieces[row]!,
    overMinor: columns.overMinor[row]!,
    offMinor: columns.offMinor[row]!,
  };
}

/**
 * The day's promotions, with listings dressed for the ranking: a flash sale is not part of it, for
 * it does not last the day.
 *
 * @param engine  after the preparation
 */
export function openPromotions(engine: Engine): DayPromotions {
  const { state, world, work } = engine;
  const { promotions } = state.tables;
  if (!world.source.scenario.modules.promotions || isSandbox(world)) return none;
  const { columns } = promotions;
  const today = seasonDayOf(engine);
  const found = cutPrices(engine, today);
  const bundled = new Map<number, number[]>();
  for (let row = 0; row < promotions.rows; row++) {
    if (today < columns.from[row]! || today > columns.to[row]! || isSpent(state, row)) continue;
    const listing = columns.offer[row]! * state.sizes.markets + columns.market[row]!;
    if (state.listing[listing] !== live) continue;
    // A bundle's rows have one number: it is looked at when all of them are there.
    if (columns.kind[row] === bundle) push(bundled, bundleKey(state, row), row);
    else push(found, listing, row);
  }
  const bundles = wholeBundles(engine, bundled);
  for (const { listings: parts, rows } of bundles) {
    parts.forEach((listing, at) => push(found, listing, rows[at]!));
  }
  work.isRepriced.fill(0);
  const listings = [...found].map(([listing, rows]): Promoted => ({
    listing,
    row: Math.floor(listing / state.sizes.markets),
    market: listing % state.sizes.markets,
    promotions: rows,
    soldBefore: rows.map((at) => columns.soldUnits[at]!),
    plans: [],
    shown: null,
  }));
  for (const one of listings) dress(engine, one, planAt(engine, one, allDay));
  const byListing = new Map(listings.map((one) => [one.listing, one]));
  return { listings, byListing, bundles, taken: new Map() };
}

function push(into: Map<number, number[]>, key: number, row: number): void {
  const rows = into.get(key);
  if (rows === undefined) into.set(key, [row]);
  else rows.push(row);
}

/** Gives a promotion its last day; that of a bundle ends for all of its listings. */
export function endWith(state: State, row: number, lastDay: number): void {
  const { columns, rows } = state.tables.promotions;
  for (let at = 0; at < rows; at++) {
    const isOfIt = columns.kind[row] === bundle && bundleKey(state, at) === bundleKey(state, row);
    if (at === row || isOfIt) columns.to[at] = lastDay;
  }
}

/** Names a bundle: the rows of its listings have one number within their store. */
export function bundleKey({ tables, sizes }: State, row: number): number {
  const { number, store } = tables.promotions.columns;
  return number[row]! * sizes.stores + store[row]!;
}

function wholeBundles(
  engine: Engine,
  bundled: ReadonlyMap<number, readonly number[]>,
): readonly DayBundle[] {
  const { state } = engine;
  const { columns } = state.tables.promotions;
  const today = seasonDayOf(engine);
  return [...bundled.values()]
    .filter((rows) => rows.length === columns.pieces[rows[0]!])
    .map((rows) => ({
      listings: rows.map((row) => columns.offer[row]! * state.sizes.markets + columns.market[row]!),
      rows,
      depthBp: columns.depthBp[rows[0]!]!,
      going: rows.map((row) => {
        const category = state.categoryOf[columns.offer[row]!]!;
        return goingPrice(state, columns.store[row]!, columns.market[row]!, category, today);
      }),
      offers: [],
    }));
}

/** Listings of people with a price cut or a list price beside the price. */
function cutPrices({ state }: Engine, today: number): Map<number, number[]> {
  const { markets } = state.sizes;
  const found = new Map<number, number[]>();
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeKind[state.storeOf[row]!] !== storeKind.people) continue;
    for (let listing = row * markets; listing < (row + 1) * markets; listing++) {
      if (state.listing[listing] !== live) continue;
      const isCut = cutBp(state, listing, today) > 0;
      if (isCut || state.listMinor[listing]! > 0) found.set(listing, []);
    }
  }
  return found;
}

/** Not a slice: what holds in every one of them. */
const allDay = -1;

const isSpent = ({ tables }: State, row: number) => {
  const { capUnits, soldUnits } = tables.promotions.columns;
  return capUnits[row]! > 0 && soldUnits[row]! >= capUnits[row]!;
};

const isAtWork = (state: State, row: number, slice: number) => {
  const { slices: mask } = state.tables.promotions.columns;
  const isNow = mask[row] === 0 || (slice !== allDay && ((mask[row]! >> slice) & 1) === 1);
  return isNow && !isSpent(state, row);
};

/** Rows of a listing's promotions that are at work in a slice. */
export const atWork = ({ state }: Pick<Engine, "state">, one: Promoted, slice: number) =>
  one.promotions.filter((row) => isAtWork(state, row, slice));

function planAt(engine: Engine, one: Promoted, slice: number): Plan {
  const { state, world } = engine;
  const depthBp = cutBp(state, one.listing, seasonDayOf(engine));
  const terms = atWork(engine, one, slice).map((row) => termsOf(state, row));
  const cut = depthBp > 0 ? [priceCut(depthBp)] : [];
  return planOf(fullPrice(state, one.listing), [...cut, ...terms], world.parameters);
}

/** The plans of the day's slices as they stand when it begins. */
export const plansOfDay = (engine: Engine, one: Promoted): readonly Plan[] =>
  Array.from({ length: slices }, (_, slice) => planAt(engine, one, slice));

/** What a listing asks without promotion. */
export const fullPrice = ({ priceMinor, feeMinor }: State, listing: number) => ({
  goodsMinor: priceMinor[listing]!,
  feeMinor: feeMinor[listing]!,
});

export const priceCut = (depthBp: number): PromotionTerms => ({
  kind: "price-cut",
  depthBp,
  slices: 0,
  pieces: 0,
  overMinor: 0,
  offMinor: 0,
});

/** Lets the listing be seen as a plan has it. */
export function dress(engine: Engine, one: Promoted, plan: Plan): void {
  const { state, work, weights, world } = engine;
  const { listing, row, market } = one;
  const at = (market * world.sizes.offers + work.positionOf[row]!) * cardWidth;
  if (work.cards[at + card.logPrice] === -Infinity) return;
  repriceListing(engine, row, market, plan.shown.goodsMinor, plan.shown.feeMinor);
  // A badge draws the eye as content of the same utility does, and so do terms.
  const hasBadge = plan.hasBadge || state.listMinor[listing]! > plan.shown.goodsMinor;
  const badge = hasBadge ? world.parameters["promotion.badge"] : 0;
  const utility = badge + termsUtility(world, state, state.storeOf[row]!, market);
  const content = weights.content > 0 ? (1000 * utility) / weights.content : 0;
  work.cards[at + card.contentMilli] = state.contentMilli[listing]! + content;
  one.shown = plan;
}

/** Dresses the listings for a slice, where that is another plan than the one before. */
export function turnPromotions(engine: Engine, day: DayPromotions, slice: number): void {
  if (day.listings.length === 0) return;
  const { work, state } = engine;
  work.isRepriced.fill(0);
  for (const one of day.listings) {
    const plan = planAt(engine, one, slice);
    one.plans[slice] = plan;
    if (plan.kinds === one.shown?.kinds) continue;
    dress(engine, one, plan);
    rewriteFacts(engine, one.row, one.market);
    work.isRepriced[one.market * work.sizes.categories + state.categoryOf[one.row]!] = 1;
  }
  for (const bundled of day.bundles) {
    bundled.offers[slice] = offerOf(engine, day, bundled, ({ plans }) => plans[slice]!);
  }
}

/**
 * What a bundle's sets are; null where its cap is reached or one of its listings cannot be bought.
 *
 * @param planNow  what a listing trades by
 */
export function offerOf(
  { state, work, world }: Engine,
  { byListing }: DayPromotions,
  { listings, rows, depthBp, going }: DayBundle,
  planNow: (one: Promoted) => Plan,
): DayBundle["offers"][number] {
  if (isSpent(state, rows[0]!)) return null;
  const pieces: BundlePiece[] = [];
  for (const [piece, listing] of listings.entries()) {
    const one = byListing.get(listing)!;
    const { row, market } = one;
    const at = (market * world.sizes.offers + work.positionOf[row]!) * cardWidth;
    if (work.cards[at + card.logPrice] === -Infinity) return null;
    const plan = planNow(one);
    const category = state.categoryOf[row]!;
    pieces.push({
      ...pieceOfSet(plan),
      aloneMinor: aloneMinorOf(plan),
      category,
      goingMinor: going[piece]!,
      priceWeight: world.priceWeight[category]!,
    });
  }
  return setOffer(pieces, depthBp, world.parameters);
}

/** Forgets promotions that are over. */
export function forgetPromotions({ state, world }: Pick<Engine, "state" | "world">): void {
  const { promotions } = state.tables;
  const today = seasonDayOf({ world, state });
  const columns = Object.values(promotions.columns);
  let kept = 0;
  for (let row = 0; row < promotions.rows; row++) {
    if (promotions.columns.to[row]! < today) continue;
    if (kept !== row) for (const column of columns) column[kept] = column[row]!;
    kept++;
  }
  promotions.rows = kept;
}
