/**
 * Organic ranking (market.md E4): for each shelf the forty-eight best of a lottery with weights. The
 * shelves of one cell share their candidates, reference price and facts.
 */
import { mix32, shelfKey } from "../random/mix.ts";
import { collectBidders } from "./auction.ts";
import type { Engine } from "./engine.ts";
import { candidateClickRate, writeAttraction } from "./facts.ts";
import { writeReference } from "./reference-price.ts";
import { offerScore, sortHeap } from "./select-top.ts";
import { factRows, organicSlots } from "./world-limits.ts";

/** Ranks shelves `from` to `to`, and puts their bidders in order. */
export function rankPhase(engine: Engine, from: number, to: number): void {
  const { queries } = engine.world.sizes;
  for (let shelf = from; shelf < to; ) {
    const cell = Math.floor(shelf / queries);
    const end = Math.min(to, (cell + 1) * queries);
    writeReference(engine, cell);
    const candidates = gatherCandidates(engine, cell);
    collectBidders(engine, cell, shelf, end);
    let facts = 0;
    for (; shelf < end; shelf++) {
      rankShelf(engine, cell, shelf, candidates);
      facts = keepFacts(engine, cell, shelf, facts);
    }
  }
}

/** The cell's listings that are live, in stock and sellable, by offer number. */
function gatherCandidates(engine: Engine, cell: number): number {
  const { world, work, own, weights } = engine;
  const { markets, categories, queries, offers } = world.sizes;
  const { relevance } = engine.state;
  const { rankBase, logPriceAt, hashAt, offerAt, logReference } = work;
  const { candidateRow, candidateHash, candidateBase, candidateRelevance } = own;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const start = work.categoryStart[category]!;
  const end = work.categoryStart[category + 1]!;
  const byPrice = weights.rankPrice;
  const most = weights.logRatioMax;
  const reference = logReference[cell]!;
  let count = 0;
  for (let position = start; position < end; position++) {
    const base = rankBase[market * offers + position]!;
    own.candidateAt[position] = -1;
    if (base === -Infinity) continue;
    const ratio = logPriceAt[market * offers + position]! - reference;
    const bounded = ratio > most ? most : ratio < -most ? -most : ratio;
    own.candidateAt[position] = count;
    candidateRow[count] = offerAt[position]!;
    candidateHash[count] = hashAt[position]!;
    candidateBase[count] = base - byPrice * bounded;
    const listing = (offerAt[position]! * markets + market) * queries;
    for (let query = 0; query < queries; query++) {
      candidateRelevance[query * offers + count] = relevance[listing + query]!;
    }
    count++;
  }
  own.candidateFacts.fill(-1, 0, count);
  own.candidateClick.fill(-1, 0, count);
  return count;
}

function rankShelf(engine: Engine, cell: number, shelf: number, candidates: number): void {
  const { world, work, own, key } = engine;
  const { queries, offers } = world.sizes;
  const { candidateRow, candidateHash, candidateBase, candidateRelevance } = own;
  const { heapScore, heapIndex, relevanceScore, noise } = own;
  const ofQuery = (shelf - cell * queries) * offers;
  const lottery = shelfKey(work.day[0]!, shelf, key);
  let kept = 0;
  let least = -Infinity;
  for (let index = 0; index < candidates; index++) {
    const score =
      relevanceScore[candidateRelevance[ofQuery + index]!]! +
      candidateBase[index]! +
      noise[mix32(lottery ^ candidateHash[index]!) >>> 20]!;
    if (score <= least) continue;
    kept = offerScore(heapScore, heapIndex, kept, organicSlots, score, index);
    if (kept === organicSlots) least = heapScore[0]!;
  }
  sortHeap(heapScore, heapIndex, kept);
  work.topCount[shelf] = kept;
  for (let place = 0; place < kept; place++) {
    work.topOffer[shelf * organicSlots + place] = candidateRow[heapIndex[place]!]!;
  }
}

/**
 * Copies the facts of the ranked to the shelf's rows; each listing's are computed once a cell.
 *
 * @param facts  how many facts of the cell are known; gives how many are known now
 */
function keepFacts(engine: Engine, cell: number, shelf: number, facts: number): number {
  const { world, work, own } = engine;
  const { markets, categories, segments } = world.sizes;
  const { attraction, clickRate, factCheckout, checkoutShare } = work;
  const market = Math.floor(cell / categories);
  const kept = work.topCount[shelf]!;
  for (let place = 0; place < kept; place++) {
    const index = own.heapIndex[place]!;
    const offer = own.candidateRow[index]!;
    const at = offer * markets + market;
    let known = own.candidateFacts[index]!;
    if (known < 0) {
      known = facts++;
      own.candidateFacts[index] = known;
      writeAttraction(engine, offer, at, cell, own.facts, known * segments);
    }
    const row = shelf * factRows + place;
    for (let segment = 0; segment < segments; segment++) {
      attraction[row * segments + segment] = own.facts[known * segments + segment]!;
    }
    factCheckout[row] = checkoutShare[at]!;
    clickRate[row] = candidateClickRate(engine, index, at, cell);
  }
  return facts;
}
