/** The best bidders of a shelf in order: score descending, then entry ascending. */
import { biddersKept } from "./workspace.ts";

/** A page rarely asks for more bidders than one window holds. */
export type BidderWindow = {
  count: number;
  /** More bidders follow the last one. */
  hasMore: boolean;
  readonly entry: Int32Array;
  readonly score: Float64Array;
};

export function newBidderWindow(): BidderWindow {
  return {
    count: 0,
    hasMore: false,
    entry: new Int32Array(biddersKept),
    score: new Float64Array(biddersKept),
  };
}
