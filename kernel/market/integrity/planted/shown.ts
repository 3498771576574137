/** What the stores of a written season have before them. */
import type { World } from "../../world/world.ts";
import type { Luck } from "./luck.ts";
import type { PlantedCases } from "./planted-cases.ts";

/** What the market shows a store when it decides. */
export type Shown = {
  readonly world: World;
  /** The editor's proposal by product · markets + market. */
  readonly proposed: readonly number[];
  /** A rival's price on the shelf. */
  shelf(product: number, market: number, day: number): number;
};

export function productsOf(
  luck: Luck,
  { world }: Shown,
  cases: PlantedCases,
  store: number,
): readonly number[] {
  const all = world.source.products.map((_, product) => product);
  // Who copies sells what the other sells.
  const like = cases.modelOf(store) ?? store;
  return luck.some(all, 4, like, 20);
}
