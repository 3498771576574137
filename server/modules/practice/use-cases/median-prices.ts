import type { Desk } from "./open-desk.ts";

/** The middle value, the upper one of two; undefined of none. */
export function upperMedian(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Middle of the prices asked in a market, by category, minor units before tax. */
export function medianPrices({ opening }: Desk, market: number): Map<number, number> {
  const { state } = opening;
  const prices = new Map<number, number[]>();
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    const at = row * state.sizes.markets + market;
    if (state.isDropped[row] !== 0 || state.listing[at] !== 1) continue;
    const category = state.categoryOf[row]!;
    const asked = prices.get(category) ?? [];
    asked.push(state.priceMinor[at]!);
    prices.set(category, asked);
  }
  return new Map([...prices].map(([category, asked]) => [category, upperMedian(asked)!]));
}
