/**
 * The sponsored auction (market.md E5): bidders of each shelf in order of bid × quality, once a day.
 * Which of them take part in a slice is decided when its page is made.
 */
import type { BidderWindow } from "./bidder-window.ts";
import type { Engine } from "./engine.ts";
import { candidateClickRate } from "./facts.ts";
import { offerScore, sortHeap } from "./select-top.ts";
import { sponsoredSlots } from "./world-limits.ts";
import { biddersKept } from "./workspace.ts";

/** Puts the bidders of shelves `from` to `end` of one cell in order. */
export function collectBidders(engine: Engine, cell: number, from: number, end: number): void {
  const { work, own } = engine;
  const { bidders } = own;
  work.sponsoredOffer.fill(-1, from * sponsoredSlots, end * sponsoredSlots);
  rateBidders(engine, cell);
  for (let shelf = from; shelf < end; shelf++) {
    selectBidders(engine, shelf, Infinity, -1);
    const first = shelf * biddersKept;
    work.bidderCount[shelf] = bidders.count;
    work.hasMoreBidders[shelf] = bidders.hasMore ? 1 : 0;
    for (let at = 0; at < bidders.count; at++) {
      work.bidderEntry[first + at] = bidders.entry[at]!;
      work.bidderScore[first + at] = bidders.score[at]!;
    }
  }
}

/** Writes the click rate of the cell's advertised listings; -1 where one cannot be shown. */
function rateBidders(engine: Engine, cell: number): void {
  const { world, work, own } = engine;
  const { markets, categories } = world.sizes;
  const { entryOffer, bidClickRate, positionOf } = work;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const last = work.entryStart[category + 1]!;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    const offer = entryOffer[entry]!;
    const at = offer * markets + market;
    const candidate = own.candidateAt[positionOf[offer]!]!;
    bidClickRate[at] = candidate < 0 ? -1 : candidateClickRate(engine, candidate, at, cell);
  }
}

/**
 * Fills the window with the shelf's best bidders after one that was seen. The square root squashes
 * quality, so that a good listing cannot win at any bid.
 */
function selectBidders(engine: Engine, shelf: number, afterScore: number, after: number): void {
  const { world, work, own, state } = engine;
  const { markets, categories, queries } = world.sizes;
  const { entryOffer, entryBid, entryMask, bidClickRate } = work;
  const { relevance } = state;
  const { bidders, bidRelevance } = own;
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const query = shelf - cell * queries;
  const reserve = world.reserveTicks[cell]!;
  const last = work.entryStart[category + 1]!;
  let count = 0;
  let seen = 0;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    const bid = entryBid[entry]!;
    if (((entryMask[entry * markets + market]! >> query) & 1) === 0 || bid < reserve) continue;
    const at = entryOffer[entry]! * markets + market;
    const click = bidClickRate[at]!;
    if (click < 0) continue;
    const score = bid * Math.sqrt(bidRelevance[relevance[at * queries + query]!]! * click);
    if (score > afterScore || (score === afterScore && entry <= after)) continue;
    seen++;
    count = offerScore(bidders.score, bidders.entry, count, biddersKept, score, entry);
  }
  sortHeap(bidders.score, bidders.entry, count);
  bidders.count = count;
  bidders.hasMore = seen > count;
}

/** Opens the window on a shelf's best bidders. */
export function openBidders({ work, own }: Engine, shelf: number): BidderWindow {
  const { bidders } = own;
  const { bidderEntry, bidderScore } = work;
  const first = shelf * biddersKept;
  const count = work.bidderCount[shelf]!;
  bidders.count = count;
  bidders.hasMore = work.hasMoreBidders[shelf] === 1;
  for (let at = 0; at < count; at++) {
    bidders.entry[at] = bidderEntry[first + at]!;
    bidders.score[at] = bidderScore[first + at]!;
  }
  return bidders;
}

/** Moves the window on: the next bidders after the last one seen. */
export function moreBidders(engine: Engine, shelf: number): void {
  const { bidders } = engine.own;
  const last = bidders.count - 1;
  selectBidders(engine, shelf, bidders.score[last]!, bidders.entry[last]!);
}
