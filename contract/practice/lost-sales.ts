import { z } from "zod";
import { MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

export const LostReason = z.enum([
  "soldOut",
  "search",
  "price",
  "content",
  "reviews",
  "delivery",
  "checkout",
]);
export type LostReason = z.output<typeof LostReason>;

/**
 * What a listing would have brought on the day had one thing about it been as good as with the
 * listings it competed with: orders in thousandths, money in the books' currency. Reasons overlap.
 */
export const LostSale = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  reason: LostReason,
  ordersMilli: z.int().min(1),
  salesMinor: Minor,
  profitMinor: Minor,
});
export type LostSale = z.output<typeof LostSale>;

export const LostSalesView = z.strictObject({
  day: SeasonDay,
  /** None of a day that is not closed, or on which the store was not there yet. */
  rows: z.array(LostSale).max(20_000),
});
export type LostSalesView = z.output<typeof LostSalesView>;
