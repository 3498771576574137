/**
 * Who makes the synthetic products of one season, dealt anew for every season: which of them come
 * quickest, in the smallest lots and with the fewest defects is no recipe for the next one
 * (practice.md 10). Quickness has its price, and how dear it is differs from season to season, too.
 * Products of enterprises stay as their enterprise states them.
 */
import { exp } from "../../number/exp.ts";
import type { Key } from "../../random/philox.ts";
import { permutation } from "../../random/permutation.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { parametersOf } from "../parameters/parameters.ts";
import { syntheticSupplier, type MarketProduct, type WorldSource } from "./scenario.ts";

/**
 * A source with tastes of its own, and the makers that come with them. What it gives does not hang
 * on the tastes that the source had before: makers are dealt from their own order, not from that of
 * the products.
 */
export function withTastes(source: WorldSource, tastes: Key): WorldSource {
  return { ...source, tastes, products: dealMakers(source, tastes) };
}

/** The products with the same makers in another order, within each category. */
function dealMakers(source: WorldSource, key: Key): readonly MarketProduct[] {
  const { products } = source;
  const dearness = dearnessOf(source, key);
  const dealt = [...products];
  for (const [category, places] of synthetic(products)) {
    const makers = places
      .map((place) => products[place]!)
      .toSorted((a, b) => a.leadDays - b.leadDays || a.moq - b.moq || a.defectPpm - b.defectPpm);
    const order = permutation(makers.length, category, 0, 0, address(purpose.makerDeal), key);
    const usualDays = makers.reduce((sum, one) => sum + one.leadDays, 0) / makers.length;
    places.forEach((place, at) => {
      const { leadDays, moq, defectPpm } = makers[order[at]!]!;
      const product = products[place]!;
      const ordinaryCostMinor = product.ordinaryCostMinor ?? product.unitCostMinor;
      const asked = ordinaryCostMinor * exp(dearness * (usualDays - leadDays));
      const unitCostMinor = Math.max(1, Math.floor(asked + 0.5));
      dealt[place] = { ...product, leadDays, moq, defectPpm, unitCostMinor, ordinaryCostMinor };
    });
  }
  return dealt;
}

/** By what power of e a day sooner than usual costs more this season. */
function dearnessOf({ scenario }: WorldSource, key: Key): number {
  const { parameters } = parametersOf(scenario.parameters);
  const least = parameters["maker.quickLeast"];
  const range = Math.max(0, parameters["maker.quickMost"] - least);
  return least + range * uniform(0, 0, 0, address(purpose.makerPrice), key);
}

/** Places of synthetic products, by category. */
function synthetic(products: readonly MarketProduct[]): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  products.forEach(({ supplier, category }, place) => {
    if (supplier !== syntheticSupplier) return;
    const known = places.get(category);
    if (known === undefined) places.set(category, [place]);
    else known.push(place);
  });
  return places;
}
