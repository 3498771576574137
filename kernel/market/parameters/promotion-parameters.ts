/** Promotions (market.md E20): who clips, what a badge is worth, how many more pieces go. */
import { chosen } from "./parameter-row.ts";

export const promotionParameters = [
  chosen("promotion.couponShare", 0.6, "of buyers clip a coupon", 0, 1),
  chosen("promotion.badge", 0.05, "utility", 0, 1),
  chosen("promotion.piecesLift", 1.5, "units an order, for a saving of all of the price", 0, 10),
  chosen("promotion.piecesMost", 1.5, "units beyond the first, on average", 0, 5),
  chosen("promotion.bundleLift", 0.3, "of buyers, for a saving of all that the others cost", 0, 1),
  chosen("promotion.bundleMost", 0.35, "of buyers take a bundle at most", 0, 1),
  chosen("promotion.bundleReach", 2, "times what was chosen that a set adds, unhindered", 0, 20),
  chosen("promotion.bundleAlike", 0.5, "affinity of two of a category; of others 1", 0, 1),
  chosen("promotion.bundleFreight", 1.5, "of the dearest fee is a bundle's at most", 1, 5),
  chosen("listPrice.withinDays", 30, "days that are looked at", 1, 120),
  chosen("listPrice.chargedDays", 14, "days of them on which it was asked", 1, 120),
  chosen("listPrice.found", 0.1, "of promotions beside a false one", 0, 1),
  chosen("listPrice.fineUsd", 200, "USD", 0, 10_000),
] as const;
