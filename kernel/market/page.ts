/**
 * The page of a shelf (market.md E6): sponsored places among the ranked, each offer once, at its
 * better place.
 */
import { moreBidders, openBidders } from "./auction.ts";
import type { Engine } from "./engine.ts";
import { cardOf, clickRateOf, writeFacts } from "./facts.ts";
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
  const { pageOffer, pageEntry, pagePrice, topOffer, topFacts, factRow } = work;
  const { walk } = own;
  const start = pageStart(shelves, slice, shelf);
  const firstRanked = shelf * organicSlots;
  const ranked = work.topCount[shelf]!;
  startWalk(engine, shelf, start);
  let place = 0;
  let next = 0;
  while (place < pageSlots) {
    while (next < ranked && !mayStand(engine, topOffer[firstRanked + next]!)) next++;
    const isSponsored = sponsoredPlaces[walk.sponsored] === place || next >= ranked;
    if (isSponsored && walk.sponsored < sponsoredSlots && hasBidder(engine, place)) {
      placeBidder(engine, place++);
    } else if (next < ranked) {
      pageOffer[start + place] = topOffer[firstRanked + next]!;
      pageEntry[start + place] = -1;
      pagePrice[start + place] = 0;
      factRow[shelf * pageSlots + place++] = topFacts[firstRanked + next++]!;
    } else {
      break;
    }
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
  work.factRow[shelf * pageSlots + place] = sponsoredRow(engine, offer);
  walk.sponsoredOffer[walk.sponsored++] = offer;
  walk.bidder++;
  const reserve = world.reserveTicks[cell]!;
  const least = hasBidder(engine, place + 1)
    ? Math.max(reserve, Math.floor((bidders.score[walk.bidder]! / score) * bid) + 1)
    : reserve;
  work.pagePrice[start + place] = Math.min(bid, least);
}

/** Row of facts of a sponsored offer; they are computed when first asked for. */
function sponsoredRow(engine: Engine, offer: number): number {
  const { work, own } = engine;
  const { shelf, cell, sponsored } = own.walk;
  const firstRow = shelf * factRows + organicSlots;
  const holder = shelf * sponsoredKept;
  const kept = work.sponsoredCount[shelf]!;
  for (let i = 0; i < kept; i++) if (work.sponsoredOffer[holder + i] === offer) return firstRow + i;
  const ranked = shelf * organicSlots;
  const end = ranked + work.topCount[shelf]!;
  for (let at = ranked; at < end; at++) if (work.topOffer[at] === offer) return work.topFacts[at]!;
  const isKept = kept < sponsoredKept;
  const row = firstRow + (isKept ? kept : sponsoredKept + sponsored);
  if (isKept) {
    work.sponsoredOffer[holder + kept] = offer;
    work.sponsoredCount[shelf] = kept + 1;
  }
  const at = cardOf(engine, offer, cell);
  writeFacts(engine, offer, at, cell, clickRateOf(engine, offer, at, cell), row);
  return row;
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
