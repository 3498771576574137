import { z } from "zod";
import { Count, CurrencyCode, MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

/** One place of a page, as its shoppers saw it in the morning of the day. */
export const ShownPlace = z.strictObject({
  /** From 1. */
  place: Count,
  isSponsored: z.boolean(),
  /** The order's own place. */
  isBought: z.boolean(),
  isMine: z.boolean(),
  isBot: z.boolean(),
  /** Empty while the season hides names. */
  store: z.string().max(80),
  sku: Sku,
  name: Text,
  priceMinor: Minor,
  feeMinor: Minor,
  promiseDays: Count,
  reviews: Count,
  /** Mean of its stars in thousandths; null without reviews. */
  starsMilli: z.int().min(1_000).max(5_000).nullable(),
});
export type ShownPlace = z.output<typeof ShownPlace>;

/** The page on which a buyer chose: everything that stood there beside the own offer. */
export const OrderPageView = z.strictObject({
  day: SeasonDay,
  market: MarketCode,
  /** What the buyer typed. */
  phrase: z.string().max(120),
  /** Quarter of the day, from 1. */
  quarter: z.int().min(1).max(4),
  currency: CurrencyCode,
  places: z.array(ShownPlace).max(108),
});
export type OrderPageView = z.output<typeof OrderPageView>;
