/** What the compatible sandbox refuses beyond the rules of every season (practice.md 9). */
import { dealPriceMost, marketPrices } from "../sandbox/market-price.ts";
import { isSandbox } from "../sandbox/matching.ts";
import { currencyOf } from "../world/lookups.ts";
import type { World } from "../world/world.ts";
import type { Ruling } from "./decision.ts";
import { refused, type DecisionContext } from "./decision-context.ts";
import { decisionLimits } from "./decision-limits.ts";

/** The most title keywords of a product: seven in the sandbox (published). */
export const keywordsMax = (world: World): number =>
  isSandbox(world) ? world.parameters["sandbox.keywords"] : decisionLimits.keywordsMax;

/**
 * Price and freight above the market price and its band are illegal in the sandbox (published). A
 * listing without a price yet has nothing to be refused.
 */
export function dealPriceFault(
  { world, state, trade }: DecisionContext,
  { row, market }: { readonly row: number; readonly market: number },
  priceMinor: number,
  feeMinor: number,
): Ruling | null {
  if (!isSandbox(world)) return null;
  const cell = market * world.sizes.categories + state.categoryOf[row]!;
  const reference = marketPrices(world, trade)[cell]!;
  const most = dealPriceMost(world, reference);
  const asked = priceMinor + feeMinor;
  if (asked <= most) return null;
  return refused("price-not-allowed", {
    rule: "band",
    priceMinor: asked,
    mostMinor: most,
    referenceMinor: reference,
    currency: currencyOf(world, market),
  });
}
