/**
 * The sponsored auction (market.md E5): bidders of each shelf in order of bid × quality, once a day.
 * Which of them take part in a slice is decided when its page is made.
 */
import { insertBidder, type BidderWindow } from "./bidder-window.ts";
import type { Engine } from "./engine.ts";
import { candidateClickRate, clickRateOf } from "./facts.ts";
import { sponsoredSlots } from "./world-limits.ts";
import { biddersKept } from "./workspace.ts";

/** Puts the bidders of shelves `from` to `end` of one cell in order. */
export function collectBidders(engine: Engine, cell: number, from: number, end: number): void {
  const { world, work, own, state } = engine;
  const { markets, categories, queries } = world.sizes;
  const { entryOffer, entryBid, entryMask, positionOf } = work;
  const { bidderCount, bidderEntry, bidderScore, bidderQuality } = work;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const reserve = world.reserveTicks[cell]!;
  const shelves = cell * queries;
  bidderCount.fill(0, from, end);
  work.hasMoreBidders.fill(0, from, end);
  work.sponsoredOffer.fill(-1, from * sponsoredSlots, end * sponsoredSlots);
  const last = work.entryStart[category + 1]!;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    const mask = entryMask[entry * markets + market]!;
    const bid = entryBid[entry]!;
    if (mask === 0 || bid < reserve) continue;
    const offer = entryOffer[entry]!;
    const candidate = own.candidateAt[positionOf[offer]!]!;
    if (candidate < 0) continue;
    const at = offer * markets + market;
    const click = candidateClickRate(engine, candidate, at, cell);
    for (let shelf = from; shelf < end; shelf++) {
      const query = shelf - shelves;
      if (((mask >> query) & 1) === 0) continue;
      const quality = qualityOf(engine, click, state.relevance[at * queries + query]!);
      bidderCount[shelf] = insertBidder(
        bidderEntry,
        bidderScore,
        bidderQuality,
        shelf * biddersKept,
        Math.min(biddersKept, bidderCount[shelf]!),
        entry,
        bid * quality,
        quality,
      );
      // A count beyond the room says that somebody dropped out, now or before.
      if (bidderCount[shelf]! > biddersKept) work.hasMoreBidders[shelf] = 1;
    }
  }
}

/** Squashed quality: the square root keeps a good listing from winning at any bid. */
function qualityOf({ world }: Engine, click: number, relevance: number): number {
  const { parameters } = world;
  return Math.sqrt(
    (parameters["auction.relevanceFloor"] + relevance / 255) *
      click *
      parameters["auction.qualityScale"],
  );
}

/** Opens the window on a shelf's best bidders. */
export function openBidders({ work, own }: Engine, shelf: number): BidderWindow {
  const { bidders } = own;
  const first = shelf * biddersKept;
  bidders.count = Math.min(biddersKept, work.bidderCount[shelf]!);
  bidders.hasMore = work.hasMoreBidders[shelf] === 1;
  for (let at = 0; at < bidders.count; at++) {
    bidders.entry[at] = work.bidderEntry[first + at]!;
    bidders.score[at] = work.bidderScore[first + at]!;
    bidders.quality[at] = work.bidderQuality[first + at]!;
  }
  return bidders;
}

/** Moves the window on: the next bidders after the last one seen. */
export function moreBidders(engine: Engine, shelf: number): void {
  const { world, work, own, state } = engine;
  const { markets, categories, queries, offers } = world.sizes;
  const { bidders } = own;
  const cell = Math.floor(shelf / queries);
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const query = shelf - cell * queries;
  const afterScore = bidders.score[bidders.count - 1]!;
  const afterEntry = bidders.entry[bidders.count - 1]!;
  const last = work.entryStart[category + 1]!;
  let count = 0;
  let hasMore = false;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    const bid = work.entryBid[entry]!;
    if (((work.entryMask[entry * markets + market]! >> query) & 1) === 0) continue;
    if (bid < world.reserveTicks[cell]!) continue;
    const offer = work.entryOffer[entry]!;
    if (work.rankBase[market * offers + work.positionOf[offer]!] === -Infinity) continue;
    const at = offer * markets + market;
    const click = clickRateOf(engine, offer, at, cell);
    const quality = qualityOf(engine, click, state.relevance[at * queries + query]!);
    const score = bid * quality;
    if (score > afterScore || (score === afterScore && entry <= afterEntry)) continue;
    const { entry: entries, score: scores, quality: qualities } = bidders;
    const kept = insertBidder(entries, scores, qualities, 0, count, entry, score, quality);
    hasMore ||= kept > biddersKept;
    count = Math.min(biddersKept, kept);
  }
  bidders.count = count;
  bidders.hasMore = hasMore;
}
