/** Which products a recipe takes, the same way in every world. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { unitCost } from "../books/economics.ts";
import type { World } from "../world/world.ts";
import { storeKind } from "../state/store-kind.ts";

export type Picking =
  /** From the categories in the order of the scenario, one of each in turn. */
  | "first-categories"
  | "last-categories"
  | "cheapest"
  | "dearest"
  | "lightest"
  | "heaviest"
  /** Those that arrive soonest. */
  | "quickest"
  /** All from as few categories as there are, the first of them. */
  | "one-category"
  /** Those that the store of most sales carries. */
  | "leader";

export const skuAt = (world: World, product: number): string => world.source.products[product]!.sku;

export function pickProducts(
  context: DecisionContext,
  picking: Picking,
  count: number,
): readonly number[] {
  const { world } = context;
  const { products, scenario } = world.source;
  const most = Math.min(count, scenario.offersPerStore, products.length);
  const all = products.map((_, product) => product);
  const lowest = (of: (product: number) => number) =>
    all.toSorted((a, b) => of(a) - of(b) || a - b).slice(0, most);
  switch (picking) {
    case "first-categories":
      return lowest((product) => turnOf(world, product));
    case "last-categories":
      return lowest((product) => turnOf(world, product) - 2 * products[product]!.category);
    case "cheapest":
      return lowest((product) => unitCost(context, product));
    case "dearest":
      return lowest((product) => -unitCost(context, product));
    case "lightest":
      return lowest((product) => products[product]!.weightG);
    case "heaviest":
      return lowest((product) => -products[product]!.weightG);
    case "quickest":
      return lowest((product) => products[product]!.leadDays);
    case "one-category":
      return lowest((product) => products[product]!.category);
    case "leader":
      return leadersProducts(context).slice(0, most);
  }
}

/** Each category's first product before any category's second, categories in their order. */
function turnOf({ source }: World, product: number): number {
  const { category } = source.products[product]!;
  const first = source.products.findIndex((one) => one.category === category);
  return (product - first) * source.categories.length + category;
}

/** What the bot sells that sold most units in the last week. */
function leadersProducts({ state }: DecisionContext): readonly number[] {
  const sold = new Float64Array(state.sizes.stores);
  for (let row = 0; row < state.offerCount[0]!; row++) {
    const store = state.storeOf[row]!;
    if (state.storeKind[store] === storeKind.bot) sold[store] = sold[store]! + state.soldWeek[row]!;
  }
  const leader = sold.indexOf(sold.reduce((most, units) => Math.max(most, units), 0));
  const own: number[] = [];
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row] === leader && state.isDropped[row] === 0) own.push(state.skuOf[row]!);
  }
  return own;
}
