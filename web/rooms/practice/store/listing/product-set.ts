import type { Both } from "../../../../text/format.ts";

type Named = { readonly sku: string; readonly name: Both };

/** Products of a set by name; one that is not known, or no more in the store, by its SKU. */
export function namesOfSet(
  skus: readonly string[],
  offers: readonly Named[],
  nameOf: (name: Both) => string,
): string {
  const names = new Map(offers.map(({ sku, name }) => [sku, nameOf(name)]));
  return skus.map((sku) => names.get(sku) ?? sku).join(", ");
}

/**
 * What the products of a set come to together, minor units; null where one of them is not known:
 * a sum that leaves a part out would be no margin of the set.
 */
export function setSum(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
