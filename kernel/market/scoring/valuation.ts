import type { Parameters } from "../parameters/parameters.ts";
import type { StoreRecord } from "./store-record.ts";

/**
 * What a store would be sold for: equity and four times a year's profit, if there is any
 * (practice.md S5, our choice). A season is shorter than a year: the profit of its last days stands
 * for it.
 *
 * @returns minor units of the books' currency, not rounded
 */
export function valuationOf(store: StoreRecord, parameters: Parameters): number {
  const gain = store.worthMinor - store.worthBeforeMinor;
  const yearly = (gain * 365) / Math.max(1, store.daysBefore);
  return store.worthMinor + parameters["valuation.earnings"] * Math.max(0, yearly);
}
