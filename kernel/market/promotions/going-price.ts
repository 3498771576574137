/**
 * What goods of a kind cost elsewhere: the upper median over the live listings of the category in
 * the market, as the reference of market.md E3, but without the store's own. So nobody makes goods
 * look cheap by asking more for others of them.
 */
import { live } from "../shelf/prepare.ts";
import type { State } from "../state/state.ts";
import { cutPrice } from "./price-cut.ts";

/**
 * @param day  season day
 * @returns goods and fee of one piece, minor units of the market's currency; 0 where nobody else
 *   sells such goods
 */
export function goingPrice(
  state: State,
  store: number,
  market: number,
  category: number,
  day: number,
): number {
  const { markets } = state.sizes;
  const prices: number[] = [];
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.categoryOf[row] !== category || state.storeOf[row] === store) continue;
    const at = row * markets + market;
    if (state.listing[at] !== live || state.isDropped[row] === 1) continue;
    prices.push(cutPrice(state, at, day) + state.feeMinor[at]!);
  }
  if (prices.length === 0) return 0;
  return Float64Array.from(prices).sort()[Math.floor(prices.length / 2)]!;
}
