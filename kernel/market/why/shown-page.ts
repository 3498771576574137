/**
 * The page that a buyer saw (market.md E6, `practice.md` B3): what stood on a shelf in a slice of a
 * closed day, place by place, as it was asked, rated and promised there.
 */
import { pageStart } from "../shelf/page.ts";
import type { State } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";

/** Pages of a day, by slice, shelf and slot, as the slices left them. */
export type DayPages = {
  readonly slotCount: Int32Array;
  /** Row of the offer. */
  readonly offer: Int32Array;
  /** -1 for an organic slot. */
  readonly entry: Int32Array;
  /**
   * What was asked for the goods by slice, and by listing in each, for a flash sale comes and goes
   * within the day: minor units of the market's currency.
   */
  readonly goodsMinor: readonly Int32Array[];
};

/** Where a page stood: the buyer's market, category and search, and the slice of the day. */
export type PagePlace = {
  readonly market: number;
  readonly category: number;
  readonly query: number;
  readonly slice: number;
};

export type ShownSlot = {
  /** Number of the offer, of its store and place of its SKU in the world. */
  readonly offer: number;
  readonly store: number;
  readonly sku: number;
  readonly isSponsored: boolean;
  /** Minor units of the market's currency. */
  readonly priceMinor: number;
  readonly feeMinor: number;
  readonly promiseDays: number;
  readonly reviews: number;
  /** Mean of its stars in thousandths; 0 without reviews. */
  readonly starsMilli: number;
};

/** Copies what the day's slices laid out. */
export function pagesOf(work: Workspace, goodsMinor: readonly Int32Array[]): DayPages {
  return {
    slotCount: work.slotCount.slice(),
    offer: work.pageOffer.slice(),
    entry: work.pageEntry.slice(),
    goodsMinor,
  };
}

/** The page from its first place to its last. */
export function shownPage(
  world: World,
  { state, pages }: { readonly state: State; readonly pages: DayPages },
  { market, category, query, slice }: PagePlace,
): readonly ShownSlot[] {
  const { categories, queries, shelves } = world.sizes;
  const shelf = (market * categories + category) * queries + query;
  const start = pageStart(shelves, slice, shelf);
  const count = pages.slotCount[slice * shelves + shelf]!;
  const asked = pages.goodsMinor[slice]!;
  return Array.from({ length: count }, (_, slot) =>
    slotOf(state, pages, asked, market, start + slot),
  );
}

function slotOf(
  state: State,
  pages: DayPages,
  goodsMinor: Int32Array,
  market: number,
  at: number,
): ShownSlot {
  const row = pages.offer[at]!;
  const listing = row * state.sizes.markets + market;
  const reviews = state.reviewCount[row]!;
  return {
    offer: state.offerNumber[row]!,
    store: state.storeOf[row]!,
    sku: state.skuOf[row]!,
    isSponsored: pages.entry[at]! >= 0,
    priceMinor: goodsMinor[listing]!,
    feeMinor: state.feeMinor[listing]!,
    promiseDays: state.promiseDays[listing]!,
    reviews,
    starsMilli: reviews === 0 ? 0 : Math.floor((1000 * state.starSum[row]!) / reviews + 0.5),
  };
}
