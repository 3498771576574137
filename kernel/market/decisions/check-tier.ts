/** Checks how a store has a product made from now on. */
import { makeNumber, makeOf, tiersEach } from "../sourcing/product-tiers.ts";
import { unitsThere } from "../goods/pools.ts";
import type { Ruling, Warning } from "./decision.ts";
import {
  accepted,
  isWithin,
  offerRow,
  refused,
  warning,
  type DecisionContext,
} from "./decision-context.ts";
import type { TierDecision } from "./sourcing-decision.ts";

/** The make that a decision chooses. */
export const makeIn = ({ tier, label }: TierDecision): number =>
  makeNumber({ tier, isBrand: label === "brand" });

export function checkTier(context: DecisionContext, store: number, decision: TierDecision): Ruling {
  const { world, state } = context;
  const { modules } = world.source.scenario;
  if (!modules.tiers) return refused("module-off", { module: "tiers" });
  const { sku, tier, label } = decision;
  if (!world.skuOf.has(sku)) return refused("no-such-product", { sku });
  const row = offerRow(context, store, sku);
  if (row < 0) return refused("not-selected", { sku });
  if (!isWithin(tier, 1, tiersEach)) return refused("value-not-allowed", { field: "tier", tier });
  const make = makeIn(decision);
  const now = state.chosenMake[row]!;
  if (make === now) return refused("tier-is-that", { tier });
  if (!context.warns) return accepted(decision);
  const warnings: Warning[] = [];
  const onHand = unitsThere(state, row);
  if (onHand > 0) warnings.push(warning("tier-mixes", { onHand }));
  const isNewBrand = label === "brand" && !makeOf(now).isBrand;
  if (isNewBrand && !modules.offsite) warnings.push(warning("brand-unseen"));
  return accepted(decision, 0, warnings);
}
