/** Tiers of a product: what better-made goods and the own name on them cost and bring. */
import { chosen } from "./parameter-row.ts";

export const tierParameters = [
  chosen("tier.costStep", 0.5, "of the unit cost, for each tier above the first", 0, 3),
  chosen("tier.fitStepMilli", 200, "thousandths of fit, for each tier above the first", 0, 2000),
  chosen("tier.brandCost", 0.05, "of the unit cost, for goods that bear the store's name", 0, 3),
  chosen("tier.brandPull", 0.5, "more who search for the name come to goods that bear it", 0, 10),
] as const;
