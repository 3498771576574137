/**
 * The page of a shelf (market.md E6): sponsored places among the ranked, each offer once, at its
 * better place.
 */
import { moreBidders, openBidders } from "./auction.ts";
import type { Engine } from "../state/engine.ts";
import { cardOf, clickRateOf, writeFacts } from "./facts.ts";
import {
  factRows,
  organicSlots,
  pageSlots,
  sponsoredKept,
  sponsoredSlots,
} from "../world/world-limits.ts";

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
  const { shelves, markets } = world.sizes;
  const { pageOffer, pageEntry, topOffer, topFacts, factRow, hasStock } = work;
  const { walk } = own;
  const { isTaken } = walk;
  const start = pageStart(shelves, slice, shelf);
  const firstRanked = shelf * organicSlots;
  const ranked = work.topCount[shelf]!;
  startWalk(engine, shelf, start);
  const { market } = walk;
  const isAnySoldOut = work.isSoldOutOf[walk.cell] === 1;
  let place = 0;
  let most = sponsoredSlots;
  for (;;) {
    const hasRoom = walk.sponsored < most;
    const end = hasRoom ? sponsoredPlaces[walk.sponsored]! : pageSlots;
    let next = walk.next;
    for (; place < end && next < ranked; next++) {
      const offer = topOffer[firstRanked + next]!;
      if (isTaken[next] === 1) continue;
      if (isAnySoldOut && hasStock[offer * markets + market] === 0) continue;
      pageOffer[start + place] = offer;
      pageEntry[start + place] = -1;
      factRow[shelf * pageSlots + place++] = topFacts[firstRanked + next]!;
    }
    walk.next = next;
    if (!hasRoom || place === pageSlots) break;
    if (hasBidder(engine)) placeBidder(engine, place++);
    else most = walk.sponsored;
  }
  work.slotCount[slice * shelves + shelf] = place;
  return slice === 0 || differs(engine, slice, shelf, place);
}

function startWalk(engine: Engine, shelf: number, start: number): void {
  const { queries, categories } = engine.world.sizes;
  const { walk } = engine.own;
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  walk.shelf = shelf;
  walk.start = start;
  walk.cell = cell;
  walk.market = market;
  walk.bidsOfQuery = (market * queries + shelf - cell * queries) * engine.work.entryCount[0]!;
  walk.sponsored = 0;
  walk.bidder = 0;
  walk.next = 0;
  walk.isTaken.fill(0);
  openBidders(engine, shelf, cell);
}

/** Moves on to the best bidder who does not stand on the page already. */
function hasBidder(engine: Engine): boolean {
  const { bidders, walk } = engine.own;
  for (;;) {
    for (; walk.bidder < bidders.count; walk.bidder++) {
      if (!isOnPage(engine, bidders.entry[walk.bidder]!)) return true;
    }
    if (!bidders.hasMore) return false;
    moreBidders(engine, walk.shelf);
    walk.bidder = 0;
  }
}

/**
 * A ranked offer stands there once the walk has passed it; any other when it holds a paid place.
 */
function isOnPage(engine: Engine, entry: number): boolean {
  const { work, own } = engine;
  const { walk } = own;
  const offer = work.entryOffer[entry]!;
  const known = knownFacts(engine, entry, offer);
  if (known <= organicSlots) return known <= walk.next || walk.isTaken[known - 1] === 1;
  for (let i = 0; i < walk.sponsored; i++) if (walk.sponsoredOffer[i] === offer) return true;
  return false;
}

/**
 * What a shelf knows of a bidder: 1 to 48 for the ranked of that place, `unranked`, or one more
 * than its row of facts among the sponsored.
 */
function knownFacts({ work, own }: Engine, entry: number, offer: number): number {
  const { bidsOfQuery, shelf } = own.walk;
  const known = work.bidFacts[bidsOfQuery + entry]!;
  if (known !== 0) return known;
  const first = shelf * organicSlots;
  const count = work.topCount[shelf]!;
  let found = unranked;
  for (let place = 0; place < count; place++) {
    if (work.topOffer[first + place] === offer) found = place + 1;
  }
  work.bidFacts[bidsOfQuery + entry] = found;
  return found;
}

/** Not among the ranked, and its facts are not known yet. */
const unranked = factRows + 1;

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
  const least = hasBidder(engine)
    ? Math.max(reserve, Math.floor((bidders.score[walk.bidder]! / score) * bid) + 1)
    : reserve;
  work.pagePrice[start + place] = Math.min(bid, least);
}

/** Row of facts of a sponsored offer, computed when first asked for; takes it off the ranked. */
function sponsoredRow(engine: Engine, entry: number, offer: number): number {
  const { work, own } = engine;
  const { shelf, cell, sponsored, bidsOfQuery, isTaken } = own.walk;
  const known = knownFacts(engine, entry, offer);
  if (known <= organicSlots) {
    isTaken[known - 1] = 1;
    return work.topFacts[shelf * organicSlots + known - 1]!;
  }
  const firstRow = shelf * factRows;
  if (known !== unranked) return firstRow + known - 1;
  const kept = work.sponsoredCount[shelf]!;
  const isKept = kept < sponsoredKept;
  const row = organicSlots + (isKept ? kept : sponsoredKept + sponsored);
  const at = cardOf(engine, offer, cell);
  const clickRate = clickRateOf(engine, offer, at, cell);
  writeFacts(engine, offer, at, cell, clickRate, firstRow + row);
  if (isKept) {
    work.sponsoredCount[shelf] = kept + 1;
    work.bidFacts[bidsOfQuery + entry] = row + 1;
  }
  return firstRow + row;
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
