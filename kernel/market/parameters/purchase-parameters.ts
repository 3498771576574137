/**
 * Buying: deposits, pictures, starter goods, what comes back, and the first products of a store.
 */
import { chosen } from "./parameter-row.ts";

export const purchaseParameters = [
  chosen("purchase.depositBp", 3000, "basis points of the purchase", 0, 10_000),
  chosen("reorder.cashDays", 14, "days that a rule keeps cash for", 0, 28),
  chosen("purchase.starterDays", 14, "days until starter goods are paid", 1, 120),
  chosen("content.cost.1", 20, "USD a product, clean pictures", 0, 10_000),
  chosen("content.cost.2", 30, "USD a product, from clean pictures to a full set", 0, 10_000),
  chosen("content.cost.3", 60, "USD a product, from a full set to one with video", 0, 10_000),
  chosen("back.homeDays", 14, "days until a refused parcel is stock again", 1, 120),
  chosen("back.warehouseDays", 4, "days, from a local address to a local warehouse", 1, 120),
  chosen("health.unitsMin", 20, "units delivered before the tier of a newcomer moves", 0, 1000),
  chosen("payout.withoutProofDays", 14, "days after the order", 1, 60),
  chosen("endowment.quantiles", 20, "quantiles dealt to each store's products in turn", 1, 64),
] as const;
