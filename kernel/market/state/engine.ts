/** What one thread works with: the season's memory, and memory of its own. */
import { gumbelQuantiles } from "../../random/mix.ts";
import type { Key } from "../../random/philox.ts";
import { newPriceDesk, type PriceDesk } from "../shelf/landed-price.ts";
import { newRankScratch, type RankScratch } from "../shelf/order-statistics.ts";
import { newSlotUniforms, type SlotUniforms } from "../shelf/slot-uniforms.ts";
import type { State } from "./state.ts";
import { weightsOf, type Weights } from "../parameters/weights.ts";
import type { World } from "../world/world.ts";
import {
  newBidderWindow,
  newBidList,
  type BidderWindow,
  type BidList,
} from "../shelf/bidder-window.ts";
import { organicSlots, pageSlots, sponsoredSlots } from "../world/world-limits.ts";
import { perEntry, priceQuantiles, type Workspace } from "./workspace.ts";

export type Engine = {
  readonly world: World;
  readonly key: Key;
  readonly state: State;
  readonly work: Workspace;
  readonly weights: Weights;
  readonly desk: PriceDesk;
  readonly own: OwnMemory;
};

/** Scratch of one thread. */
export type OwnMemory = {
  /** Rank's weight of relevance × r / 255, for r of 0 to 255. */
  readonly relevanceScore: Float64Array;
  /** √(floor + r / 255), the part of the auction's quality that is relevance. */
  readonly rootRelevance: Float64Array;
  /** Rank's noise × the Gumbel quantiles, as floats, so that the table stays in a near cache. */
  readonly noise: Float32Array;
  /** Candidates of the cell at hand. */
  readonly candidateRow: Int32Array;
  readonly candidateHash: Int32Array;
  /** Relevance by query · offers + candidate. */
  readonly candidateRelevance: Uint8Array;
  readonly candidateBase: Float64Array;
  readonly candidateClick: Float64Array;
  readonly candidateFacts: Int32Array;
  /** Candidate at a position of the category, -1 for none. */
  readonly candidateAt: Int32Array;
  readonly prices: Float64Array;
  readonly ranks: Int32Array;
  readonly quantiles: Float64Array;
  readonly rankScratch: RankScratch;
  readonly drawnScore: Float64Array;
  readonly drawnIndex: Int32Array;
  readonly heapScore: Float64Array;
  readonly heapIndex: Int32Array;
  /** The bidders of the page at hand, best first. */
  readonly bidders: BidderWindow;
  /** The bids of the cell at hand. */
  readonly bids: BidList;
  /** Where the page at hand stands. */
  readonly walk: PageWalk;
  readonly uniforms: SlotUniforms;
  /** By depth class · segments + segment: Σ e^u, then what one e^u of the class is worth. */
  readonly nestSum: Float64Array;
  /** Share of visits that examine each slot. */
  readonly examined: Float64Array;
};

/** The page that is being laid out. */
export type PageWalk = {
  shelf: number;
  cell: number;
  market: number;
  /** First of its places in the columns by slice, shelf and slot. */
  start: number;
  /** First of the shelf's bids in the columns by market, query and entry. */
  bidsOfQuery: number;
  /** The next bidder to look at, in the window, and the next of the ranked. */
  bidder: number;
  next: number;
  /** By place among the ranked: 1 for those who hold a sponsored place. */
  readonly isTaken: Uint8Array;
  /** Offers that stand on sponsored places. */
  sponsored: number;
  readonly sponsoredOffer: Int32Array;
};

/** A thread's engine on memory that threads may share. */
export function openEngine(world: World, key: Key, state: State, work: Workspace): Engine {
  const weights = weightsOf(world.parameters);
  return { world, key, state, work, weights, desk: newPriceDesk(world), own: newOwnMemory(world) };
}

/** The same thread on another state of the same world, as after a copy. */
export function onState(engine: Engine, state: State): Engine {
  return { ...engine, state };
}

function newOwnMemory(world: World): OwnMemory {
  const { parameters, sizes } = world;
  const relevanceScore = new Float64Array(256);
  const rootRelevance = new Float64Array(256);
  const floor = parameters["auction.relevanceFloor"];
  for (let r = 0; r < 256; r++) {
    relevanceScore[r] = (parameters["rank.relevance"] * r) / 255;
    rootRelevance[r] = Math.sqrt(floor + r / 255);
  }
  const { offers, segments } = sizes;
  return {
    relevanceScore,
    rootRelevance,
    noise: Float32Array.from(gumbelQuantiles, (quantile) => parameters["rank.noise"] * quantile),
    candidateRow: new Int32Array(offers),
    candidateHash: new Int32Array(offers),
    candidateRelevance: new Uint8Array(offers * sizes.queries),
    candidateBase: new Float64Array(offers),
    candidateClick: new Float64Array(offers),
    candidateFacts: new Int32Array(offers),
    candidateAt: new Int32Array(offers),
    prices: new Float64Array(offers),
    ranks: new Int32Array(priceQuantiles),
    quantiles: new Float64Array(priceQuantiles),
    rankScratch: newRankScratch(offers),
    drawnScore: new Float64Array(offers),
    drawnIndex: new Int32Array(offers),
    heapScore: new Float64Array(organicSlots),
    heapIndex: new Int32Array(organicSlots),
    bidders: newBidderWindow(),
    bids: newBidList(perEntry(sizes)),
    walk: newPageWalk(),
    uniforms: newSlotUniforms(pageSlots),
    nestSum: new Float64Array(world.depthSlots.length * segments),
    examined: examinedShares(world),
  };
}

/** Slot p is seen by every depth class that reads beyond it (E6). */
function examinedShares({ depthSlots, depthShares }: World): Float64Array {
  const examined = new Float64Array(pageSlots);
  for (let slot = 0; slot < pageSlots; slot++) {
    for (let depth = 0; depth < depthSlots.length; depth++) {
      if (slot < depthSlots[depth]!) examined[slot]! += depthShares[depth]!;
    }
  }
  return examined;
}

function newPageWalk(): PageWalk {
  return {
    shelf: 0,
    cell: 0,
    market: 0,
    start: 0,
    bidsOfQuery: 0,
    bidder: 0,
    next: 0,
    isTaken: new Uint8Array(organicSlots),
    sponsored: 0,
    sponsoredOffer: new Int32Array(sponsoredSlots),
  };
}
