import { z } from "zod";
import { SalesSource } from "./off-site.ts";
import { OrderClaim } from "./after-sales.ts";
import { PromotionKind } from "./promotions.ts";
import { Count, CurrencyCode, MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

export const OrderState = z.enum([
  "sold",
  "on-the-way",
  "held",
  "delivered",
  "refused",
  "lost",
  "returned",
  "destroyed",
]);

/** Units of an order that met their end together. */
export const ParcelEnd = z.strictObject({
  day: SeasonDay,
  event: z.string().max(30),
  units: Count,
});

/** Another line of the same order: a product that was bought with this one as a bundle. */
export const OrderedWith = z.strictObject({
  id: z.string().max(60),
  sku: Sku,
  name: Text,
  units: Count,
  totalMinor: Minor,
});

/** A line of an order: one product. A bundle's products are lines of one order. */
export const OrderRow = z.strictObject({
  /** Address of the order in its season; opaque, stable. */
  id: z.string().max(60),
  day: SeasonDay,
  sku: Sku,
  name: Text,
  market: MarketCode,
  buyer: z.string().max(80),
  city: z.string().max(80),
  units: Count,
  currency: CurrencyCode,
  /** Of one unit: each is a parcel with its own fee. */
  priceMinor: Minor,
  feeMinor: Minor,
  /** What promotions took off the price and the fee of one unit; both are without it. */
  offMinor: Minor,
  feeOffMinor: Minor,
  promotions: z.array(PromotionKind).max(4),
  /** Price and fee of all units. */
  totalMinor: Minor,
  /** The other lines of its order; the product that was chosen stands first. */
  orderedWith: z.array(OrderedWith).max(4),
  /** Whether it was not chosen itself but came with the first of those. */
  cameAlong: z.boolean(),
  /** What the buyer typed; empty where nobody searched the market. */
  phrase: z.string().max(120),
  source: SalesSource,
  place: Count,
  isSponsored: z.boolean(),
  service: Text,
  promisedOn: SeasonDay,
  /** As far as the last of its parcels. */
  state: OrderState,
  dueOrDoneOn: SeasonDay,
  /** Parcels that met their end, one a unit; the others are under way. */
  parcels: z.array(ParcelEnd).max(20),
});
export type OrderRow = z.output<typeof OrderRow>;

export const ParcelStep = ParcelEnd.extend({ isDone: z.boolean() });

/** What the buyer pays; negative where it is paid back. */
export const OrderLine = z.strictObject({
  code: z.enum(["goods", "discount", "freight", "freightOff", "tax", "total", "back"]),
  minor: Minor,
  currency: CurrencyCode,
});

/**
 * What an order brings the store and costs it, as the books have it: the order's share of the
 * dispatch of its cohort, and of refunds since. The last line is what is left.
 */
export const EarnedLine = OrderLine.extend({
  code: z.enum([
    "sales",
    "commission",
    "shipping",
    "duty",
    "costOfGoods",
    "refund",
    "commissionBack",
    "goodsBack",
    "left",
  ]),
  /** In the books' currency at the day's rate. */
  booksMinor: Minor,
  /** Account of the ledger it opens to; null for the sum. */
  account: z.string().max(40).nullable(),
  /** The day that posted it. */
  day: SeasonDay,
});

export type EarnedLine = z.output<typeof EarnedLine>;

export const OrderView = z.strictObject({
  order: OrderRow,
  lines: z.array(OrderLine).max(7),
  earned: z.array(EarnedLine).max(40),
  booksCurrency: CurrencyCode,
  journey: z.array(ParcelStep).max(22),
  /** Returns, disputes and chargebacks of its units. */
  claims: z.array(OrderClaim).max(40),
  review: z.strictObject({ stars: z.int().min(1).max(5), day: SeasonDay, text: Text }).nullable(),
});
export type OrderView = z.output<typeof OrderView>;

export const ReviewRow = z.strictObject({
  day: SeasonDay,
  sku: Sku,
  name: Text,
  market: MarketCode,
  stars: z.int().min(1).max(5),
  theme: z.string().max(20),
  text: Text,
  lateDays: Count,
});
export type ReviewRow = z.output<typeof ReviewRow>;

export const ReviewsView = z.strictObject({
  ratingMilli: z.int(),
  reviews: Count,
  /** Reviews with 1, 2, 3, 4 and 5 stars. */
  stars: z.array(Count).length(5),
  items: z.array(ReviewRow).max(200),
});
export type ReviewsView = z.output<typeof ReviewsView>;
