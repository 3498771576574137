/**
 * Organic ranking (market.md E4): for each shelf the forty-eight best of a lottery with weights.
 * The shelves of one cell share their candidates, reference price and facts.
 */
import { mix32, shelfKey } from "../../random/mix.ts";
import { valueBids } from "./auction.ts";
import type { Engine } from "../state/engine.ts";
import { candidateClickRate, cardOf, writeFacts } from "./facts.ts";
import { writeReference } from "./reference-price.ts";
import { offerScore, sortHeap } from "./select-top.ts";
import { factRows, organicSlots } from "../world/world-limits.ts";
import { card, cardWidth } from "../state/workspace.ts";

/** How far below the last score kept on one shelf the next one's may lie without a second look. */
const guessBelow = 0.3;

/** Ranks shelves `from` to `to`, and values the bids on them. */
export function rankPhase(engine: Engine, from: number, to: number): void {
  const { queries } = engine.world.sizes;
  for (let shelf = from; shelf < to;) {
    const cell = Math.floor(shelf / queries);
    const end = Math.min(to, (cell + 1) * queries);
    writeReference(engine, cell);
    const candidates = gatherCandidates(engine, cell);
    valueBids(engine, cell);
    let last = -Infinity;
    for (; shelf < end; shelf++) {
      last = rankShelf(engine, cell, shelf, candidates, last - guessBelow);
      keepFacts(engine, cell, shelf);
      engine.work.sponsoredCount[shelf] = 0;
    }
  }
}

/** The cell's listings that are live, in stock and sellable, by offer number. */
function gatherCandidates(engine: Engine, cell: number): number {
  const { world, work, own, weights } = engine;
  const { markets, categories, queries, offers } = world.sizes;
  const { relevance } = engine.state;
  const { cards, hashAt, offerAt } = work;
  const { candidateRow, candidateHash, candidateBase, candidateRelevance, candidateAt } = own;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const start = work.categoryStart[category]!;
  const end = work.categoryStart[category + 1]!;
  const { rankPrice, logRatioMax: most } = weights;
  const reference = work.logReference[cell]!;
  let count = 0;
  for (let position = start; position < end; position++) {
    const at = (market * offers + position) * cardWidth;
    const base = cards[at + card.rankBase]!;
    candidateAt[position] = -1;
    if (base === -Infinity) continue;
    const ratio = cards[at + card.logPrice]! - reference;
    const bounded = ratio > most ? most : ratio < -most ? -most : ratio;
    const offer = offerAt[position]!;
    candidateAt[position] = count;
    candidateRow[count] = offer;
    candidateHash[count] = hashAt[position]!;
    candidateBase[count] = base - rankPrice * bounded;
    const listing = (offer * markets + market) * queries;
    for (let query = 0; query < queries; query++) {
      candidateRelevance[query * offers + count] = relevance[listing + query]!;
    }
    count++;
  }
  own.candidateFacts.fill(-1, 0, count);
  own.candidateClick.fill(-1, 0, count);
  return count;
}

/**
 * Draws the shelf's lottery and keeps its best. What the shelf before needed to be kept tells
 * nearly
 * what this one needs, so few candidates are ordered at all; a guess too high is taken back.
 *
 * @param guess  a score that the last of those kept is likely to pass
 * @returns      the score of the last of those kept
 */
function rankShelf(
  engine: Engine,
  cell: number,
  shelf: number,
  candidates: number,
  guess: number,
): number {
  const { work, own } = engine;
  const { candidateRow, drawnScore, drawnIndex, heapScore, heapIndex } = own;
  let drawn = drawScores(engine, cell, shelf, candidates, guess);
  if (drawn < organicSlots) drawn = drawScores(engine, cell, shelf, candidates, -Infinity);
  let kept = 0;
  for (let i = 0; i < drawn; i++) {
    const score = drawnScore[i]!;
    if (kept === organicSlots && score <= heapScore[0]!) continue;
    kept = offerScore(heapScore, heapIndex, kept, organicSlots, score, drawnIndex[i]!);
  }
  sortHeap(heapScore, heapIndex, kept);
  work.topCount[shelf] = kept;
  for (let place = 0; place < kept; place++) {
    work.topOffer[shelf * organicSlots + place] = candidateRow[heapIndex[place]!]!;
  }
  return kept === organicSlots ? heapScore[kept - 1]! : -Infinity;
}

/** Lists the candidates whose score on the shelf passes a bound; gives their number. */
function drawScores(
  { world, work, own, key }: Engine,
  cell: number,
  shelf: number,
  candidates: number,
  bound: number,
): number {
  const { queries, offers } = world.sizes;
  const { candidateHash, candidateBase, candidateRelevance } = own;
  const { relevanceScore, noise, drawnScore, drawnIndex } = own;
  const ofQuery = (shelf - cell * queries) * offers;
  const lottery = shelfKey(work.day[0]!, shelf, key);
  let drawn = 0;
  for (let index = 0; index < candidates; index++) {
    const score =
      relevanceScore[candidateRelevance[ofQuery + index]!]! +
      candidateBase[index]! +
      noise[mix32(lottery ^ candidateHash[index]!) >>> 20]!;
    if (score <= bound) continue;
    drawnScore[drawn] = score;
    drawnIndex[drawn++] = index;
  }
  return drawn;
}

/**
 * Gives each ranked offer its row of facts. A listing's facts are computed once a cell and stand in
 * a row of the first shelf that ranks it; the shelves after it in the shard point there.
 */
function keepFacts(engine: Engine, cell: number, shelf: number): void {
  const { work, own } = engine;
  const { topFacts } = work;
  const { heapIndex, candidateFacts, candidateRow } = own;
  const kept = work.topCount[shelf]!;
  const first = shelf * organicSlots;
  let row = shelf * factRows;
  for (let place = 0; place < kept; place++) {
    const index = heapIndex[place]!;
    if (candidateFacts[index]! < 0) {
      const offer = candidateRow[index]!;
      const at = cardOf(engine, offer, cell);
      const clickRate = candidateClickRate(engine, index, at, cell);
      writeFacts(engine, offer, at, cell, clickRate, row);
      candidateFacts[index] = row++;
    }
    topFacts[first + place] = candidateFacts[index]!;
  }
}
