/** The best bidders of a shelf in order: score descending, then entry ascending. */
import { biddersKept } from "./workspace.ts";

/** Sixteen at a time; a page rarely asks for more than seven. */
export type BidderWindow = {
  count: number;
  /** More bidders follow the last one. */
  hasMore: boolean;
  readonly entry: Int32Array;
  readonly score: Float64Array;
  readonly quality: Float64Array;
};

export function newBidderWindow(): BidderWindow {
  return {
    count: 0,
    hasMore: false,
    entry: new Int32Array(biddersKept),
    score: new Float64Array(biddersKept),
    quality: new Float64Array(biddersKept),
  };
}

/**
 * Puts a bidder in its place among those kept from `first` on; the last one may drop out. Bidders
 * come by entry, so an equal score goes behind.
 *
 * @returns how many are kept now; `biddersKept` + 1 when one dropped out
 */
export function insertBidder(
  entries: Int32Array,
  scores: Float64Array,
  qualities: Float64Array,
  first: number,
  count: number,
  entry: number,
  score: number,
  quality: number,
): number {
  let at: number;
  if (count < biddersKept) at = count;
  else if (score > scores[first + biddersKept - 1]!) at = biddersKept - 1;
  else return biddersKept + 1;
  while (at > 0 && scores[first + at - 1]! < score) {
    entries[first + at] = entries[first + at - 1]!;
    scores[first + at] = scores[first + at - 1]!;
    qualities[first + at] = qualities[first + at - 1]!;
    at--;
  }
  entries[first + at] = entry;
  scores[first + at] = score;
  qualities[first + at] = quality;
  return count + 1;
}
