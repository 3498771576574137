/** What products can be ordered by when one chooses: the best for a newcomer first. */
export const chooseOrders = ["margin", "cost", "rivals", "lead"] as const;
export type ChooseOrder = (typeof chooseOrders)[number];

type Ordered = {
  readonly sku: string;
  readonly rivals: number;
  readonly leadDays: number;
  readonly rough: { readonly marginBp: number } | null;
};

/**
 * Products in the order that was asked for: what is low stands first, but for the margin; products
 * without one stand last. Ties go by SKU, so that nothing jumps.
 *
 * @param costOf what a unit costs, all in one currency
 */
export function sortedProducts<Product extends Ordered>(
  products: readonly Product[],
  order: ChooseOrder,
  costOf: (product: Product) => number,
): Product[] {
  const values: Readonly<Record<ChooseOrder, (product: Product) => number>> = {
    margin: ({ rough }) => (rough === null ? Number.MAX_SAFE_INTEGER : -rough.marginBp),
    cost: costOf,
    rivals: ({ rivals }) => rivals,
    lead: ({ leadDays }) => leadDays,
  };
  const value = values[order];
  return products.toSorted((a, b) => value(a) - value(b) || (a.sku < b.sku ? -1 : 1));
}
