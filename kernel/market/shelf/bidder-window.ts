/** Lists of bids of one thread. */

/** Bidders that a page looks at together; it rarely asks for more than seven. */
export const windowSize = 12;

/** The best bidders of a page in order: score descending, then entry ascending. */
export type BidderWindow = {
  count: number;
  /** There may be more bidders after the last one. */
  hasMore: boolean;
  /** A score that the last of a full window on the cell's next shelf is likely to pass. */
  guess: number;
  readonly entry: Int32Array;
  readonly score: Float64Array;
};

export function newBidderWindow(): BidderWindow {
  return {
    count: 0,
    hasMore: false,
    guess: -Infinity,
    entry: new Int32Array(windowSize),
    score: new Float64Array(windowSize),
  };
}

/** Puts a bidder behind those of its score or more; the last of a full window drops out. */
export function insertBidder(window: BidderWindow, entry: number, score: number): void {
  const { entry: entries, score: scores } = window;
  let at = window.count;
  if (at === windowSize) at--;
  else window.count++;
  while (at > 0 && scores[at - 1]! < score) {
    entries[at] = entries[at - 1]!;
    scores[at] = scores[at - 1]!;
    at--;
  }
  entries[at] = entry;
  scores[at] = score;
}

/** The bids of one cell that may win in the slice at hand. */
export type BidList = {
  count: number;
  /** -1 for none. */
  cell: number;
  readonly entry: Int32Array;
  /** Bits of the queries. */
  readonly mask: Uint8Array;
  /** Bid × √ of the part of quality that does not depend on the query. */
  readonly value: Float64Array;
  /** Share of the shelves that its campaign takes part in, and where it begins to. */
  readonly share: Float64Array;
  readonly phase: Float64Array;
};

export function newBidList(entries: number): BidList {
  return {
    count: 0,
    cell: -1,
    entry: new Int32Array(entries),
    mask: new Uint8Array(entries),
    value: new Float64Array(entries),
    share: new Float64Array(entries),
    phase: new Float64Array(entries),
  };
}
