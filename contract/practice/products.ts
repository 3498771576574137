import { z } from "zod";
import { ListingScores, ListingText, UnitEconomics } from "./decision.ts";
import { PromotionTerms } from "./promotions.ts";
import {
  Count,
  CurrencyCode,
  MarketCode,
  Minor,
  Rate,
  Saying,
  Sku,
  Text,
  Ticks,
} from "./shapes.ts";

/** A SKU that may be chosen. Assumed facts are named, never shown as the enterprise's. */
export const ChoosableProduct = z.strictObject({
  sku: Sku,
  name: Text,
  text: Text,
  picture: z.string().max(300).nullable(),
  supplier: Text,
  category: z.strictObject({ id: z.string().max(60), name: Text }),
  unitCostMinor: Minor,
  costCurrency: CurrencyCode,
  weightG: Count,
  sizeMm: z.array(Count).length(3),
  hs10: z.string().max(10),
  battery: z.string().max(40).nullable(),
  attributes: z.record(z.string().max(40), z.string().max(120)),
  moq: Count,
  leadDays: Count,
  assumed: z.array(z.string().max(40)).max(10),
  isSelected: z.boolean(),
  /** Stores of the season that sell it. */
  rivals: Count,
  /**
   * What a unit would leave in one market at the middle of the prices asked there for its category,
   * sent from home by the cheapest service: minor units of `currency`. Null where nobody sells
   * there or nothing takes it there, and where it is not asked for.
   */
  rough: z
    .strictObject({
      market: MarketCode,
      currency: CurrencyCode,
      medianMinor: Minor,
      marginMinor: Minor,
      marginBp: z.int(),
    })
    .nullable(),
});
export type ChoosableProduct = z.output<typeof ChoosableProduct>;

export const ListingRow = z.strictObject({
  market: MarketCode,
  state: z.enum(["unlisted", "live", "withdrawn"]),
  /** Put on sale on the open day: shoppers meet it from its close. */
  isWaiting: z.boolean(),
  listing: ListingText.nullable(),
  contentMilli: z.int(),
  relevance: z.array(z.int()).max(8),
  priceMinor: Minor,
  /** Shown crossed out beside the price, 0 for none, and on how many of 30 days it was asked. */
  listPrice: z.strictObject({ minor: Minor, daysAsked: Count, daysNeeded: Count }).nullable(),
  /** Those that run and those to come. */
  promotions: z.array(PromotionTerms).max(20),
  service: z.string().max(80).nullable(),
  feeMinor: Minor,
  promiseDays: Count,
  landedMinor: Minor,
  referenceMinor: Minor,
  marginMinor: Minor,
  marginBp: z.int(),
  /** The last seven closed days. */
  week: z.strictObject({
    impressions: Rate,
    clicks: Count,
    orders: Count,
    units: Count,
    revenueMinor: Minor,
    adTicks: Ticks,
  }),
  series: z.array(z.number()).max(30),
});
export type ListingRow = z.output<typeof ListingRow>;

export const ProductsView = z.strictObject({
  offers: z
    .array(
      z.strictObject({
        offer: z.int(),
        sku: Sku,
        name: Text,
        picture: z.string().max(300).nullable(),
        category: z.strictObject({ id: z.string().max(60), name: Text }),
        unitCostMinor: Minor,
        costCurrency: CurrencyCode,
        photoLevel: z.int().min(0).max(3),
        onHand: Count,
        inbound: Count,
        ratingMilli: z.int(),
        reviews: Count,
        listings: z.array(ListingRow).max(32),
      }),
    )
    .max(200),
  offersMax: Count,
});
export type ProductsView = z.output<typeof ProductsView>;

export const ServiceOption = z.strictObject({
  id: z.string().max(80),
  name: Text,
  from: z.enum(["home", "warehouse"]),
  /** Units of the product that lie where this service sends from. */
  onHand: Count,
  /**
   * Price for one parcel of this product, minor units of `currency`; null with the reason when
   * refused.
   */
  costMinor: Minor.nullable(),
  currency: CurrencyCode,
  refusal: Saying.nullable(),
  p10Days: Count,
  p50Days: Count,
  p90Days: Count,
  lossPpm: Count,
  isTracked: z.boolean(),
  dutyTerms: z.string().max(20),
});
export type ServiceOption = z.output<typeof ServiceOption>;

/** One search of a category: what buyers type, in their language, and how often. */
export const KeywordRow = z.strictObject({
  query: z.int().min(0).max(7),
  phrase: z.string().max(120),
  meaning: Text,
  terms: z.array(z.string().max(60)).max(12),
  /** Visits of the last closed day. */
  visits: Rate,
  /** Own relevance, 0..255, and own mean place; null when not listed. */
  relevance: z.int().nullable(),
  placeMilli: z.int().nullable(),
  impressions: Rate,
  clicks: Count,
  units: Count,
  /**
   * What a click on an advertisement there cost the people's stores of the season on the last
   * closed day, the mean in ticks; null when none of them paid for one.
   */
  clickTicks: Ticks.nullable(),
});
export type KeywordRow = z.output<typeof KeywordRow>;

/** Everything the listing editor needs for one SKU in one market. */
export const ListingEditorView = z.strictObject({
  sku: Sku,
  market: MarketCode,
  product: ChoosableProduct,
  row: ListingRow,
  economics: UnitEconomics.nullable(),
  scores: ListingScores.nullable(),
  services: z.array(ServiceOption).max(40),
  keywords: z.array(KeywordRow).max(8),
  attributes: z
    .array(
      z.strictObject({
        key: z.string().max(40),
        name: Text,
        isRequired: z.boolean(),
        truth: z.string().max(120),
      }),
    )
    .max(30),
  prices: z.strictObject({
    referenceMinor: Minor,
    p10Minor: Minor,
    p25Minor: Minor,
    p75Minor: Minor,
    p90Minor: Minor,
    offers: Count,
  }),
  photoCosts: z.array(Minor).length(4),
  /** Half way between the two below, and never below cost; the first where there is no second. */
  suggestedPriceMinor: Minor,
  /**
   * By the rule price = landed cost · e / (e - 1) / (1 - commission); the duty that the seller pays
   * is part of the cost.
   */
  soundPriceMinor: Minor,
  /** Middle of the prices asked there for the category, before tax; null where it has no part. */
  goingPriceMinor: Minor.nullable(),
});
export type ListingEditorView = z.output<typeof ListingEditorView>;
