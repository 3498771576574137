/**
 * The sponsored auction (market.md E5). A bidder's score is bid × quality, and quality the square
 * root of (floor + relevance) × click rate × scale: squashed, so that a good listing cannot win at
 * any bid. The root is taken of its two factors, for one of them is the same on all shelves of a
 * cell.
 */
import { insertBidder, windowSize } from "./bidder-window.ts";
import type { Engine } from "../state/engine.ts";
import { candidateClickRate, cardOf } from "./facts.ts";
import { golden } from "./pacing.ts";

/** Writes what the cell's bids are worth before relevance; -1 where one cannot win today. */
export function valueBids(engine: Engine, cell: number): void {
  const { world, work, own, state, weights } = engine;
  const { markets, categories, queries } = world.sizes;
  const { entryOffer, entryBid, entryMask, positionOf } = work;
  const { bidValue, bidRelevance, bidFacts } = work;
  const { candidateAt } = own;
  const { relevance } = state;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const reserve = world.reserveTicks[cell]!;
  const entries = work.entryCount[0]!;
  const last = work.entryStart[category + 1]!;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    const offer = entryOffer[entry]!;
    const bid = entryBid[entry]!;
    const candidate = candidateAt[positionOf[offer]!]!;
    let value = -1;
    if (candidate >= 0 && bid >= reserve && entryMask[entry * markets + market] !== 0) {
      const click = candidateClickRate(engine, candidate, cardOf(engine, offer, cell), cell);
      value = bid * Math.sqrt(click * weights.qualityScale);
      const listing = (offer * markets + market) * queries;
      for (let query = 0; query < queries; query++) {
        const at = (market * queries + query) * entries + entry;
        bidRelevance[at] = relevance[listing + query]!;
        bidFacts[at] = 0;
      }
    }
    bidValue[market * entries + entry] = value;
  }
}

/** Takes the bids for a listing that is sold out off the day's auctions. */
export function closeBids({ work, state }: Engine, offer: number, market: number): void {
  const { entryOffer, bidValue } = work;
  const ofMarket = market * work.entryCount[0]!;
  const category = state.categoryOf[offer]!;
  const last = work.entryStart[category + 1]!;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    if (entryOffer[entry] === offer) bidValue[ofMarket + entry] = -1;
  }
}

/** Lists the bids of a cell that may win in this slice: those whose campaigns are open. */
function gatherBids({ world, work, own }: Engine, cell: number): void {
  const { markets, categories } = world.sizes;
  const { entryMask, entryCampaign, bidValue } = work;
  const { campaignIsOpen, campaignPacing, campaignPhase } = work;
  const { bids } = own;
  const { entry: toEntry, mask: toMask, value: toValue, share: toShare, phase: toPhase } = bids;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const ofMarket = market * work.entryCount[0]!;
  const last = work.entryStart[category + 1]!;
  let count = 0;
  for (let entry = work.entryStart[category]!; entry < last; entry++) {
    const value = bidValue[ofMarket + entry]!;
    if (value < 0) continue;
    const campaign = entryCampaign[entry]!;
    if (campaignIsOpen[campaign] === 0) continue;
    toEntry[count] = entry;
    toMask[count] = entryMask[entry * markets + market]!;
    toValue[count] = value;
    toShare[count] = campaignPacing[campaign]!;
    toPhase[count++] = campaignPhase[campaign]!;
  }
  bids.count = count;
  bids.cell = cell;
}

/**
 * Fills the window with the shelf's best bidders after one that was seen, as far as they pass a
 * bound. It says that there are more where there may be.
 */
function selectBidders(
  engine: Engine,
  shelf: number,
  bound: number,
  afterScore: number,
  after: number,
): void {
  const { world, work, own } = engine;
  const { categories, queries } = world.sizes;
  const { bidRelevance } = work;
  const { bidders, bids, rootRelevance } = own;
  const { entry: bidEntry, mask, value, share, phase, count } = bids;
  const { score: scores } = bidders;
  const query = shelf - bids.cell * queries;
  const market = Math.floor(bids.cell / categories);
  const ofQuery = (market * queries + query) * work.entryCount[0]!;
  const turn = shelf * golden;
  const rootMost = rootRelevance[255]!;
  let least = bound;
  let passedOver = 0;
  bidders.count = 0;
  for (let bid = 0; bid < count; bid++) {
    // Most bids are too low at the best relevance, and need no second look.
    if (value[bid]! * rootMost <= least) {
      passedOver++;
      continue;
    }
    const turned = phase[bid]! + turn;
    if (turned - Math.floor(turned) >= share[bid]! || ((mask[bid]! >> query) & 1) === 0) continue;
    const entry = bidEntry[bid]!;
    const score = value[bid]! * rootRelevance[bidRelevance[ofQuery + entry]!]!;
    if (score > afterScore || (score === afterScore && entry <= after)) continue;
    if (score <= least) {
      passedOver++;
      continue;
    }
    if (bidders.count === windowSize) passedOver++;
    insertBidder(bidders, entry, score);
    if (bidders.count === windowSize) least = scores[windowSize - 1]!;
  }
  bidders.hasMore = passedOver > 0;
  bidders.guess = bidders.count === windowSize ? least * guessFactor : -Infinity;
}

/** How low the last of the next window may lie without a second look. */
const guessFactor = 0.75;

/** Opens the window on a shelf's best bidders. */
export function openBidders(engine: Engine, shelf: number, cell: number): void {
  const { bidders, bids } = engine.own;
  if (bids.cell !== cell) {
    gatherBids(engine, cell);
    bidders.guess = -Infinity;
  }
  selectBidders(engine, shelf, bidders.guess, Infinity, -1);
  if (bidders.count === 0 && bidders.hasMore) selectBidders(engine, shelf, -Infinity, Infinity, -1);
}

/** Moves the window on: the next bidders after the last one seen. */
export function moreBidders(engine: Engine, shelf: number): void {
  const { bidders } = engine.own;
  const last = bidders.count - 1;
  selectBidders(engine, shelf, -Infinity, bidders.score[last]!, bidders.entry[last]!);
}
