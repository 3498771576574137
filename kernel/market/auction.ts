/**
 * The sponsored auction (market.md E5): bidders of each shelf in order of bid × quality, once a day.
 * Which of them take part in a slice is decided when its page is made.
 */
import type { Engine } from "./engine.ts";
import { candidateClickRate, cardOf } from "./facts.ts";
import { offerScore, sortHeap } from "./select-top.ts";
import { biddersKept } from "./workspace.ts";

/** Puts the bidders of shelves `from` to `end` of one cell in order. */
export function collectBidders(engine: Engine, cell: number, from: number, end: number): void {
  const { work, own } = engine;
  const { bidders } = own;
  rateBidders(engine, cell);
  gatherBids(engine, cell);
  for (let shelf = from; shelf < end; shelf++) {
    selectBidders(engine, shelf, Infinity, -1);
    const first = shelf * biddersKept;
    work.bidderCount[shelf] = bidders.count;
    work.hasMoreBidders[shelf] = bidders.hasMore ? 1 : 0;
    for (let at = 0; at < bidders.count; at++) {
      work.bidderEntry[first + at] = bidders.entry[at]!;
      work.bidderScore[first + at] = bidders.score[at]!;
      work.bidderFacts[first + at] = -1;
    }
    work.sponsoredFacts[shelf] = 0;
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
    bidClickRate[at] =
      candidate < 0
        ? -1
        : candidateClickRate(engine, candidate, cardOf(engine, offer, cell), cell);
  }
}

/** Lists the bids of a cell that may win now: at least the reserve, shown, campaign open. */
function gatherBids({ world, work, own, state }: Engine, cell: number): void {
  const { markets, categories, queries } = world.sizes;
  const { relevance } = state;
  const { entryOffer, entryBid, entryMask, entryCampaign, bidClickRate, campaignIsOpen } = work;
  const { bids } = own;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const reserve = world.reserveTicks[cell]!;
  const last = work.entryStart[category + 1]!;
  let count = 0;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    const at = entryOffer[entry]! * markets + market;
    const mask = entryMask[entry * markets + market]!;
    if (mask === 0 || entryBid[entry]! < reserve || bidClickRate[at]! < 0) continue;
    if (campaignIsOpen[entryCampaign[entry]!] === 0) continue;
    bids.entry[count] = entry;
    bids.mask[count] = mask;
    for (let query = 0; query < queries; query++) {
      bids.relevance[query * bids.room + count] = relevance[at * queries + query]!;
    }
    bids.click[count++] = bidClickRate[at]!;
  }
  bids.count = count;
  bids.cell = cell;
}

/**
 * Fills the window with the shelf's best bidders after one that was seen. The square root squashes
 * quality, so that a good listing cannot win at any bid.
 */
function selectBidders(engine: Engine, shelf: number, afterScore: number, after: number): void {
  const { world, work, own } = engine;
  const { entryBid } = work;
  const { bidders, bidRelevance, bids } = own;
  const { entry: bidEntry, mask, relevance, click } = bids;
  const { score: heapScore, entry: heapEntry } = bidders;
  const query = shelf - bids.cell * world.sizes.queries;
  const ofQuery = query * bids.room;
  let count = 0;
  let seen = 0;
  for (let bid = 0; bid < bids.count; bid++) {
    if (((mask[bid]! >> query) & 1) === 0) continue;
    const entry = bidEntry[bid]!;
    const quality = bidRelevance[relevance[ofQuery + bid]!]! * click[bid]!;
    const score = entryBid[entry]! * Math.sqrt(quality);
    if (score > afterScore || (score === afterScore && entry <= after)) continue;
    seen++;
    if (count === biddersKept && score <= heapScore[0]!) continue;
    count = offerScore(heapScore, heapEntry, count, biddersKept, score, entry);
  }
  sortHeap(heapScore, heapEntry, count);
  bidders.count = count;
  bidders.hasMore = seen > count;
}

/** Opens the window on a shelf's best bidders. */
export function openBidders({ work, own }: Engine, shelf: number): void {
  const { bidders } = own;
  const { bidderEntry, bidderScore } = work;
  const { entry, score } = bidders;
  const first = shelf * biddersKept;
  const count = work.bidderCount[shelf]!;
  bidders.count = count;
  bidders.hasMore = work.hasMoreBidders[shelf] === 1;
  bidders.isFirst = true;
  for (let at = 0; at < count; at++) {
    entry[at] = bidderEntry[first + at]!;
    score[at] = bidderScore[first + at]!;
  }
}

/** Moves the window on: the next bidders after the last one seen. */
export function moreBidders(engine: Engine, shelf: number): void {
  const { own, world } = engine;
  const { bidders } = own;
  const last = bidders.count - 1;
  const cell = Math.floor(shelf / world.sizes.queries);
  if (own.bids.cell !== cell) gatherBids(engine, cell);
  selectBidders(engine, shelf, bidders.score[last]!, bidders.entry[last]!);
  bidders.isFirst = false;
}
