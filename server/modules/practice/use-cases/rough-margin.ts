import type { ChoosableProduct } from "@echelon/contract/practice/products.ts";
import type { Desk } from "./open-desk.ts";
import { unitEconomics } from "./unit-economics.ts";
import { serviceIndex, servicesFor } from "./view-listing-editor.ts";

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

/** What a unit of a product would leave at that price, sent from home by the cheapest service. */
export function roughMargin(
  desk: Desk,
  product: number,
  market: number,
  medians: ReadonlyMap<number, number>,
): ChoosableProduct["rough"] {
  const { category } = desk.world.source.products[product]!;
  const medianMinor = medians.get(category);
  const service = servicesFor(desk, product, market).find(
    ({ from, costMinor }) => from === "home" && costMinor !== null,
  );
  if (medianMinor === undefined || service === undefined) return null;
  const economics = unitEconomics(desk.context, {
    store: desk.number,
    product,
    market,
    service: serviceIndex(desk, service.id),
    priceMinor: medianMinor,
    feeMinor: 0,
  });
  if (economics === null) return null;
  const { currency, marginMinor, marginBp } = economics;
  return { market: desk.world.marketIds[market]!, currency, medianMinor, marginMinor, marginBp };
}
