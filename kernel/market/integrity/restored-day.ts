/** A day that was observed, as it would have stood had a store not changed some of its own. */
import { copyState } from "../state/state.ts";
import type { ObservedDay } from "../why/observe-day.ts";

/** What stood before a decision. */
export type Before =
  | {
      readonly kind: "listing";
      /** Row of the offer. */
      readonly row: number;
      readonly market: number;
      readonly priceMinor: number;
    }
  | { readonly kind: "campaign"; readonly row: number };

const memory = (bytes: number) => new ArrayBuffer(bytes);

/**
 * The day with the store's listings on sale at their price and its campaigns running as before.
 * What rivals saw of them through the day follows: a listing has units as long as its pool began
 * the day with some.
 */
export function restored(day: ObservedDay, store: number, before: readonly Before[]): ObservedDay {
  const state = copyState(day.state, memory);
  const { markets } = state.sizes;
  const slices = day.slices.map(({ hasStock, isOpen, pacing }) => ({
    hasStock: hasStock.slice(),
    isOpen: isOpen.slice(),
    pacing: pacing.slice(),
  }));
  for (const one of before) {
    if (one.kind === "campaign") {
      state.tables.campaigns.columns.isOn[one.row] = 1;
      for (const view of slices) {
        view.isOpen[one.row] = 1;
        view.pacing[one.row] = Math.max(view.pacing[one.row]!, 1);
      }
      continue;
    }
    const at = one.row * markets + one.market;
    const wasOnSale = state.listing[at] === 1;
    state.isDropped[one.row] = 0;
    state.listing[at] = 1;
    state.priceMinor[at] = one.priceMinor;
    if (wasOnSale) continue;
    const pools = state.stock.subarray(one.row * (markets + 1), (one.row + 1) * (markets + 1));
    const isStocked = pools[0]! > 0 || pools[1 + one.market]! > 0;
    for (const view of slices) view.hasStock[at] = isStocked ? 1 : 0;
  }
  const isBroke = day.isBroke.slice();
  isBroke[store] = 0;
  return { ...day, state, slices, isBroke };
}
