/**
 * The page of a shelf (market.md E6): sponsored places among the ranked, each offer once, at its
 * better place.
 */
import { moreBidders, openBidders } from "./auction.ts";
import type { Engine } from "./engine.ts";
import { cardOf, clickRateOf, writeFacts } from "./facts.ts";
import type { Workspace } from "./workspace.ts";
import {
  factRows,
  organicSlots,
  pageSlots,
  sponsoredKept,
  sponsoredSlots,
} from "./world-limits.ts";

/** Places 1, 2, 3, 4, 15 and 27, counted from 0; a page has no more sponsored ones. */
export const sponsoredPlaces: readonly number[] = [0, 1, 2, 3, 14, 26];

/** First place of a page in the columns by slice, shelf and slot. */
export function pageStart(shelves: number, slice: number, shelf: number): number {
  return (slice * shelves + shelf) * pageSlots;
}

/**
 * Lays the page out. When one list is empty the other goes on, sponsored ones up to their number.
 *
 * @returns whether offers or places differ from the slice before
 */
export function layPage(engine: Engine, slice: number, shelf: number): boolean {
  const { work, world, own } = engine;
  const { shelves } = world.sizes;
  const { pageOffer, pageEntry, topOffer, topFacts, factRow } = work;
  const { walk } = own;
  const start = pageStart(shelves, slice, shelf);
  const firstRanked = shelf * organicSlots;
  const ranked = work.topCount[shelf]!;
  startWalk(engine, shelf, start);
  let place = 0;
  let next = 0;
  let most = sponsoredSlots;
  for (;;) {
    const hasRoom = walk.sponsored < most;
    const end = hasRoom ? sponsoredPlaces[walk.sponsored]! : pageSlots;
    for (; place < end && next < ranked; next++) {
      const offer = topOffer[firstRanked + next]!;
      if (!mayStand(engine, offer)) continue;
      pageOffer[start + place] = offer;
      pageEntry[start + place] = -1;
      factRow[shelf * pageSlots + place++] = topFacts[firstRanked + next]!;
    }
    if (!hasRoom || place === pageSlots) break;
    if (hasBidder(engine, place)) placeBidder(engine, place++);
    else most = walk.sponsored;
  }
  work.slotCount[slice * shelves + shelf] = place;
  return slice === 0 || differs(engine, slice, shelf, place);
}

function startWalk(engine: Engine, shelf: number, start: number): void {
  const { queries, categories } = engine.world.sizes;
  const { walk } = engine.own;
  const cell = Math.floor(shelf / queries);
  walk.shelf = shelf;
  walk.start = start;
  walk.cell = cell;
  walk.market = Math.floor(cell / categories);
  walk.sponsored = 0;
  walk.bidder = 0;
  openBidders(engine, shelf, cell);
}

/** Whether a ranked offer has stock and does not stand on the page already. */
function mayStand({ own, work }: Engine, offer: number): boolean {
  const { walk } = own;
  for (let i = 0; i < walk.sponsored; i++) if (walk.sponsoredOffer[i] === offer) return false;
  return work.hasStock[offer * work.sizes.markets + walk.market] === 1;
}

/** Moves on to the best bidder who does not stand on the page already. */
function hasBidder(engine: Engine, places: number): boolean {
  const { work, own } = engine;
  const { bidders, walk } = own;
  for (;;) {
    while (walk.bidder < bidders.count) {
      const offer = work.entryOffer[bidders.entry[walk.bidder]!]!;
      if (!isOnPage(engine, offer, places)) return true;
      walk.bidder++;
    }
    if (!bidders.hasMore) return false;
    moreBidders(engine, walk.shelf);
    walk.bidder = 0;
  }
}

function isOnPage({ work, own }: Engine, offer: number, places: number): boolean {
  const { pageOffer } = work;
  const { start } = own.walk;
  for (let slot = start; slot < start + places; slot++) if (pageOffer[slot] === offer) return true;
  return false;
}

/**
 * Gives the place to the bidder at hand. The price of a click is what it takes to stay before the
 * next bidder, one tick over; at least the reserve, never above the own bid.
 */
function placeBidder(engine: Engine, place: number): void {
  const { world, work, own } = engine;
  const { bidders, walk } = own;
  const { start, shelf, cell } = walk;
  const entry = bidders.entry[walk.bidder]!;
  const score = bidders.score[walk.bidder]!;
  const bid = work.entryBid[entry]!;
  const offer = work.entryOffer[entry]!;
  work.pageOffer[start + place] = offer;
  work.pageEntry[start + place] = entry;
  work.factRow[shelf * pageSlots + place] = sponsoredRow(engine, entry, offer);
  walk.sponsoredOffer[walk.sponsored++] = offer;
  walk.bidder++;
  const reserve = world.reserveTicks[cell]!;
  const least = hasBidder(engine, place + 1)
    ? Math.max(reserve, Math.floor((bidders.score[walk.bidder]! / score) * bid) + 1)
    : reserve;
  work.pagePrice[start + place] = Math.min(bid, least);
}

/** Row of facts of a sponsored offer; they are found or computed when first asked for. */
function sponsoredRow(engine: Engine, entry: number, offer: number): number {
  const { work, own, world } = engine;
  const { shelf, cell, market, sponsored } = own.walk;
  const { queries } = world.sizes;
  const query = shelf - cell * queries;
  const keeper = (market * queries + query) * work.entryCount[0]! + entry;
  const firstRow = shelf * factRows;
  const ranked = shelf * organicSlots;
  let known = work.bidFacts[keeper]!;
  if (known === 0) {
    known = 1 + rankedPlace(work, shelf, offer);
    if (known === 0) {
      const kept = work.sponsoredCount[shelf]!;
      const isKept = kept < sponsoredKept;
      known = 1 + organicSlots + (isKept ? kept : sponsoredKept + sponsored);
      const at = cardOf(engine, offer, cell);
      const clickRate = clickRateOf(engine, offer, at, cell);
      writeFacts(engine, offer, at, cell, clickRate, firstRow + known - 1);
      if (!isKept) return firstRow + known - 1;
      work.sponsoredCount[shelf] = kept + 1;
    }
    work.bidFacts[keeper] = known;
  }
  return known <= organicSlots ? work.topFacts[ranked + known - 1]! : firstRow + known - 1;
}

/** Place of an offer among a shelf's ranked, -1 where it is not among them. */
function rankedPlace(work: Workspace, shelf: number, offer: number): number {
  const first = shelf * organicSlots;
  const count = work.topCount[shelf]!;
  for (let place = 0; place < count; place++)
    if (work.topOffer[first + place] === offer) return place;
  return -1;
}

function differs({ work, world }: Engine, slice: number, shelf: number, count: number): boolean {
  const { shelves } = world.sizes;
  if (work.slotCount[(slice - 1) * shelves + shelf] !== count) return true;
  const before = pageStart(shelves, slice - 1, shelf);
  const now = pageStart(shelves, slice, shelf);
  for (let slot = 0; slot < count; slot++) {
    if (work.pageOffer[before + slot] !== work.pageOffer[now + slot]) return true;
  }
  return false;
}
