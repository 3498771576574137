/**
 * Visits of a day to stores' own pages (market.md E19): searches for the name of a store, and
 * people whom promotion off the market brought. Nothing here is drawn: only what follows from a
 * visit is.
 */
import type { Engine } from "../state/engine.ts";
import type { State } from "../state/state.ts";
import type { World } from "../world/world.ts";
import { sourceCount, sourceOf } from "./channel.ts";
import {
  auctionName,
  bidsOnNames,
  bidsOnPage,
  type NameBids,
  type PaidPlace,
} from "./name-auction.ts";
import { creativeShare, landingShare, promotionsOf, type Promotion } from "./shown-today.ts";
import {
  isStale,
  layStorePage,
  newPageBench,
  newStorePage,
  type PageBench,
  type StorePage,
} from "./store-page.ts";

export type DirectVisits = {
  readonly bench: PageBench;
  /** Pages of stores to which somebody comes today, in the order of (store, market, cell). */
  readonly pages: readonly StorePage[];
  /** Offers of each page that the store shows, in order of number; `offers` are those in stock. */
  readonly shown: readonly (readonly number[])[];
  /** Of each page the entries that bid on its name; where there are any only searches come. */
  readonly bids: readonly (readonly number[])[];
  /** Views of the day by (store · markets + market) · sources + source. */
  readonly views: Float64Array;
};

const brand = sourceOf("brand");

/**
 * Opens the pages of the day.
 *
 * @param engine  after prices and references of the day were prepared
 * @param only    the one store that is asked about; all of them when left out
 */
export function openDirectVisits(engine: Engine, only = -1): DirectVisits {
  const { stores, markets } = engine.world.sizes;
  const bench = newPageBench(engine);
  const views = new Float64Array(stores * markets * sourceCount);
  const promotions = promotionsOf(engine, only);
  for (const one of promotions) {
    views[(one.store * markets + one.market) * sourceCount + one.source]! += one.views;
  }
  const cells = cellVisits(engine);
  const names = bidsOnNames(engine);
  const isAsked = askedStores(engine, names, only);
  const searches = brandSearches(engine, cells, isAsked);
  const byPlace = groupByPlace(promotions, markets);
  const isVisited = (place: number) => searches[place]! > 0 || byPlace.has(place);
  const pages: StorePage[] = [];
  const shown: (readonly number[])[] = [];
  const bids: (readonly number[])[] = [];
  const add = (page: StorePage, offers: readonly number[], entries: readonly number[]) => {
    layStorePage(bench, page, offers, paidOn(bench, page, entries));
    pages.push(page);
    shown.push(offers);
    bids.push(entries);
  };
  for (const [place, offersOfCell] of offersByPlace(engine, isVisited)) {
    const store = Math.floor(place / markets);
    const market = place % markets;
    const paid = byPlace.get(place) ?? [];
    const own = [...offersOfCell].sort(([a], [b]) => a - b);
    const traffic = own.reduce((sum, [cell]) => sum + cells[cell]!, 0);
    for (const [cell, offers] of own) {
      const share = traffic > 0 ? cells[cell]! / traffic : 1 / own.length;
      const page = newStorePage(store, market, cell);
      const found = share * searches[place]! * namePull(engine, offers);
      const entries = found > 0 ? bidsOnPage(engine, names, page) : [];
      if (entries.length > 0) {
        // What is paid for stands before who searches the name, and before nobody else.
        const ofName = newStorePage(store, market, cell);
        ofName.visits[brand] = found;
        add(ofName, offers, entries);
      } else page.visits[brand] = found;
      for (const one of paid) page.visits[one.source]! += share * visitsOf(engine, one, cell);
      if (entries.length === 0 || paid.length > 0) add(page, offers, []);
    }
  }
  return { bench, pages, shown, bids, views };
}

const nobody: readonly PaidPlace[] = [];

const paidOn = ({ engine }: PageBench, page: StorePage, entries: readonly number[]) =>
  entries.length === 0 ? nobody : auctionName(engine, page, entries);

/** Whose pages are worked out: of one store that is asked about also those it bids to stand on. */
function askedStores(
  { work, state, world }: Engine,
  names: NameBids,
  only: number,
): (store: number) => boolean {
  if (only < 0) return () => true;
  const asked = new Set([only]);
  for (const [key, entries] of names) {
    const isBidder = entries.some((entry) => state.storeOf[work.entryOffer[entry]!] === only);
    if (isBidder) asked.add(Math.floor(key / world.sizes.categories));
  }
  return (store) => asked.has(store);
}

/** Searches of the day for the names of stores, by store · markets + market; a few are none. */
function brandSearches(
  { world, state }: Engine,
  cells: Float64Array,
  isAsked: (store: number) => boolean,
): Float64Array {
  const { stores, markets } = world.sizes;
  const visits = marketVisits(world, cells);
  const least = world.parameters["brand.visitsLeast"];
  const share = world.parameters["brand.visitShare"];
  const searches = new Float64Array(stores * markets);
  for (let place = 0; place < searches.length; place++) {
    if (!isAsked(Math.floor(place / markets))) continue;
    const wanted = share * visits[place % markets]! * state.awareness[place]!;
    if (wanted >= least) searches[place] = wanted;
  }
  return searches;
}

/**
 * How many more come to a page for the store's name where goods bear it: by the mean over its
 * offers of the share that does.
 */
function namePull({ world, state }: Engine, offers: readonly number[]): number {
  if (!world.source.scenario.modules.tiers) return 1;
  const milli = offers.reduce((sum, row) => sum + state.brandShareMilli[row]!, 0);
  if (milli === 0) return 1;
  return 1 + (world.parameters["tier.brandPull"] * milli) / (1000 * offers.length);
}

/** People who come of a promotion, were the store's goods all of one cell. */
function visitsOf({ world, state }: Engine, one: Promotion, cell: number): number {
  const category = cell % world.sizes.categories;
  const kept = landingShare(world, state, one.store * world.sizes.markets + one.market);
  return one.views * one.clickRate * creativeShare(world, one, category) * kept;
}

/** Visits of the day by market · categories + category. */
function cellVisits({ world, work }: Engine): Float64Array {
  const { markets, categories, queries } = world.sizes;
  const visits = new Float64Array(markets * categories);
  for (let cell = 0; cell < visits.length; cell++) {
    for (let shelf = cell * queries; shelf < (cell + 1) * queries; shelf++) {
      visits[cell]! += work.visits[shelf]!;
    }
  }
  return visits;
}

function marketVisits({ sizes }: World, cells: Float64Array): Float64Array {
  const visits = new Float64Array(sizes.markets);
  cells.forEach((one, cell) => (visits[Math.floor(cell / sizes.categories)]! += one));
  return visits;
}

function groupByPlace(promotions: readonly Promotion[], markets: number) {
  const groups = new Map<number, Promotion[]>();
  for (const one of promotions) {
    const place = one.store * markets + one.market;
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [one]);
    else group.push(one);
  }
  return groups;
}

/** Rows of offers in stock by store · markets + market, then by cell; places in order. */
function offersByPlace({ state, work, world }: Engine, isVisited: (place: number) => boolean) {
  const { markets, categories } = world.sizes;
  const places = new Map<number, Map<number, number[]>>();
  for (const row of rowsByNumber(state)) {
    const first = state.storeOf[row]! * markets;
    for (let market = 0; market < markets; market++) {
      const place = first + market;
      if (!isVisited(place) || work.hasStock[row * markets + market] !== 1) continue;
      const cell = market * categories + state.categoryOf[row]!;
      const cells = places.get(place) ?? new Map<number, number[]>();
      const offers = cells.get(cell) ?? [];
      offers.push(row);
      cells.set(cell, offers);
      places.set(place, cells);
    }
  }
  return [...places].sort(([a], [b]) => a - b);
}

/** Rows of offers in the order of their numbers, which no other decision changes. */
function rowsByNumber({ offerCount, offerNumber }: State): readonly number[] {
  const rows = Array.from({ length: offerCount[0]! }, (_, row) => row);
  return rows.sort((a, b) => offerNumber[a]! - offerNumber[b]!);
}

/** Lays anew the pages on which something sold out, has another price or is paid for by others. */
export function refreshPages({ bench, pages, shown, bids }: DirectVisits): void {
  pages.forEach((page, at) => {
    const paid = paidOn(bench, page, bids[at]!);
    if (isStale(bench, page) || !isSame(paid, page.paid)) {
      layStorePage(bench, page, shown[at]!, paid);
    } else page.paid = paid;
  });
}

const isSame = (a: readonly PaidPlace[], b: readonly PaidPlace[]) =>
  a.length === b.length && a.every(({ offer }, at) => offer === b[at]!.offer);
