import { z } from "zod";
import { MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

/** What a day is compared with: the day before, a week before, or itself without own decisions. */
export const WhyAgainst = z.enum(["yesterday", "week", "own"]);
export type WhyAgainst = z.output<typeof WhyAgainst>;

export const WhyFigureId = z.enum(["orders", "sales", "profit"]);
export type WhyFigureId = z.output<typeof WhyFigureId>;

/** Causes in the order in which they are swapped. */
export const WhyFactor = z.enum([
  "season",
  "exchange",
  "policy",
  "rivals",
  "stock",
  "price",
  "content",
  "delivery",
  "reviews",
  "ads",
  "rank",
  "lottery",
]);
export type WhyFactor = z.output<typeof WhyFactor>;

/** Beside the causes: what shoppers did beyond expectation, and what they had no part in. */
export const WhyRest = z.enum(["luck", "refunds", "promotion", "running", "revaluation"]);
export type WhyRest = z.output<typeof WhyRest>;

/**
 * A figure's change. The parts sum to `after - before` exactly; money is in minor units of the
 * books' currency, orders are counted.
 */
export const WhyFigure = z.strictObject({
  id: WhyFigureId,
  before: z.int(),
  after: z.int(),
  parts: z
    .array(z.strictObject({ cause: z.union([WhyFactor, WhyRest]), value: z.int() }))
    .length(WhyFactor.options.length + WhyRest.options.length),
});
export type WhyFigure = z.output<typeof WhyFigure>;

/** What one cause did to one listing: money in minor units, orders in thousandths. */
export const WhyListing = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  cause: WhyFactor,
  ordersMilli: z.int(),
  salesMinor: Minor,
  profitMinor: Minor,
});
export type WhyListing = z.output<typeof WhyListing>;

export const WhyView = z.strictObject({
  day: SeasonDay,
  against: WhyAgainst,
  /** The earlier day; the same day where it is compared with itself. */
  beforeDay: SeasonDay,
  /** None where the store did not trade on both days, or one of them is not closed. */
  figures: z.array(WhyFigure).max(3),
  listings: z.array(WhyListing).max(20_000),
});
export type WhyView = z.output<typeof WhyView>;
