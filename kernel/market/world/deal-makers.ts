/**
 * Who makes the synthetic products of one season, dealt anew for every season: which of them come
 * quickest, in the smallest lots and with the fewest defects is no recipe for the next one
 * (practice.md 10). Products of enterprises stay as their enterprise states them.
 */
import type { Key } from "../../random/philox.ts";
import { permutation } from "../../random/permutation.ts";
import { address, purpose } from "../../random/purpose.ts";
import { syntheticSupplier, type MarketProduct, type WorldSource } from "./scenario.ts";

/**
 * A source with tastes of its own, and the makers that come with them. What it gives does not hang
 * on the tastes that the source had before: makers are dealt from their own order, not from that of
 * the products.
 */
export function withTastes(source: WorldSource, tastes: Key): WorldSource {
  return { ...source, tastes, products: dealMakers(source.products, tastes) };
}

/** The products with the same makers in another order, within each category. */
function dealMakers(products: readonly MarketProduct[], key: Key): readonly MarketProduct[] {
  const dealt = [...products];
  for (const [category, places] of synthetic(products)) {
    const makers = places
      .map((place) => products[place]!)
      .toSorted((a, b) => a.leadDays - b.leadDays || a.moq - b.moq || a.defectPpm - b.defectPpm);
    const order = permutation(makers.length, category, 0, 0, address(purpose.makerDeal), key);
    places.forEach((place, at) => {
      const { leadDays, moq, defectPpm } = makers[order[at]!]!;
      dealt[place] = { ...products[place]!, leadDays, moq, defectPpm };
    });
  }
  return dealt;
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
