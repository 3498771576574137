/**
 * The page of a shelf (market.md E6): sponsored places among the ranked, each offer once, at its
 * better place.
 */
import { moreBidders, openBidders } from "./auction.ts";
import type { Engine } from "./engine.ts";
import { cardOf, clickRateOf, writeFacts } from "./facts.ts";
import { isAdmitted } from "./pacing.ts";
import {
  factRows,
  organicSlots,
  pageSlots,
  sponsoredKept,
  sponsoredSlots,
} from "./world-limits.ts";
import { biddersKept, type Workspace } from "./workspace.ts";

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
  openBidders(engine, shelf);
}

/** Whether a ranked offer has stock and does not stand on the page already. */
function mayStand({ own, work }: Engine, offer: number): boolean {
  const { walk } = own;
  for (let i = 0; i < walk.sponsored; i++) if (walk.sponsoredOffer[i] === offer) return false;
  return work.hasStock[offer * work.sizes.markets + walk.market] === 1;
}

/**
 * Moves on to the best bidder who takes part in the slice, has stock and money, and does not stand
 * on the page already. Who is passed over once stays passed over: nothing here changes back within a
 * page.
 */
function hasBidder(engine: Engine, place: number): boolean {
  const { work, own } = engine;
  const { bidders, walk } = own;
  for (;;) {
    while (walk.bidder < bidders.count) {
      const entry = bidders.entry[walk.bidder]!;
      if (!isOnPage(engine, work.entryOffer[entry]!, place) && takesPart(engine, entry)) return true;
      walk.bidder++;
    }
    if (!bidders.hasMore) return false;
    moreBidders(engine, walk.shelf);
    walk.bidder = 0;
  }
}

function takesPart(engine: Engine, entry: number): boolean {
  const { work, own } = engine;
  const { walk } = own;
  const campaign = work.entryCampaign[entry]!;
  if (work.campaignIsOpen[campaign] === 0) return false;
  const offer = work.entryOffer[entry]!;
  if (work.hasStock[offer * work.sizes.markets + walk.market] === 0) return false;
  return isAdmitted(engine, campaign, walk.shelf);
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
  work.factRow[shelf * pageSlots + place] = factsOfBidder(engine, offer);
  walk.sponsoredOffer[walk.sponsored++] = offer;
  walk.bidder++;
  const reserve = world.reserveTicks[cell]!;
  const least = hasBidder(engine, place + 1)
    ? Math.max(reserve, Math.floor((bidders.score[walk.bidder]! / score) * bid) + 1)
    : reserve;
  work.pagePrice[start + place] = Math.min(bid, least);
}

/** Row of facts of the bidder at hand; they are computed when first asked for. */
function factsOfBidder(engine: Engine, offer: number): number {
  const { work, own } = engine;
  const { bidders, walk } = own;
  const { shelf, cell } = walk;
  const keeper = shelf * biddersKept + walk.bidder;
  if (bidders.isFirst && work.bidderFacts[keeper]! >= 0) return work.bidderFacts[keeper]!;
  let row = rankedRow(work, shelf, offer);
  if (row < 0) {
    const kept = work.sponsoredFacts[shelf]!;
    const isKept = bidders.isFirst && kept < sponsoredKept;
    row = shelf * factRows + organicSlots + (isKept ? kept : sponsoredKept + walk.sponsored);
    const at = cardOf(engine, offer, cell);
    writeFacts(engine, offer, at, cell, clickRateOf(engine, offer, at, cell), row);
    if (!isKept) return row;
    work.sponsoredFacts[shelf] = kept + 1;
  }
  if (bidders.isFirst) work.bidderFacts[keeper] = row;
  return row;
}

/** Row of facts of a ranked offer, -1 where it is not ranked. */
function rankedRow(work: Workspace, shelf: number, offer: number): number {
  const first = shelf * organicSlots;
  const end = first + work.topCount[shelf]!;
  for (let at = first; at < end; at++) if (work.topOffer[at] === offer) return work.topFacts[at]!;
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
