/** Lists of bids of one thread. */
import { biddersKept } from "./workspace.ts";

/** The best bidders of a shelf in order: score descending, then entry ascending. */
export type BidderWindow = {
  count: number;
  /** More bidders follow the last one. */
  hasMore: boolean;
  /** It shows the bidders that the shelf keeps. */
  isFirst: boolean;
  readonly entry: Int32Array;
  readonly score: Float64Array;
};

export function newBidderWindow(): BidderWindow {
  return {
    count: 0,
    hasMore: false,
    isFirst: true,
    entry: new Int32Array(biddersKept),
    score: new Float64Array(biddersKept),
  };
}

/** The bids of one cell that may win. */
export type BidList = {
  count: number;
  /** -1 for none: bids close as budgets are spent, so a list holds for one phase only. */
  cell: number;
  readonly entry: Int32Array;
  readonly mask: Uint8Array;
  /** Relevance by query · room + bid. */
  readonly relevance: Uint8Array;
  readonly room: number;
  readonly click: Float64Array;
};

export function newBidList(entries: number, queries: number): BidList {
  return {
    count: 0,
    cell: -1,
    entry: new Int32Array(entries),
    mask: new Uint8Array(entries),
    relevance: new Uint8Array(entries * queries),
    room: entries,
    click: new Float64Array(entries),
  };
}
