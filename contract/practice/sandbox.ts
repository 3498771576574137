import { z } from "zod";
import {
  Count,
  CurrencyCode,
  MarketCode,
  Minor,
  SeasonDay,
  Sku,
  StoreNumber,
  Text,
  Ticks,
} from "./shapes.ts";

/** Points of a score, thousandths. */
const Milli = z.int().min(0).max(1_000_000);

/** The four crowds of the compatible sandbox, in the order in which they are served. */
export const crowdNames = ["brand", "lowPrice", "composite", "hesitant"] as const;
export const CrowdName = z.enum(crowdNames);
export type CrowdName = z.output<typeof CrowdName>;

/** Units by crowd, in the order of `crowdNames`. */
const CrowdUnits = z.array(Count).length(crowdNames.length);

/** The keyword table 数据魔方 of the open period: the same for every store, known before it. */
export const KeywordTableView = z.strictObject({
  /** First and last day of the period; figures are sums over its days. */
  day: SeasonDay,
  toDay: SeasonDay,
  /** Title keywords a product may have. */
  keywordsMax: Count,
  /** Shares of sellers and of advertisers who enter, rounded up. */
  cutSeoBp: Count,
  cutAdBp: Count,
  cells: z
    .array(
      z.strictObject({
        market: MarketCode,
        category: z.string().max(60),
        currency: CurrencyCode,
        /** Market price, and the most that price and freight together may be. */
        referenceMinor: Minor,
        mostMinor: Minor,
        /** Over all keywords. */
        crowds: CrowdUnits,
        keywords: z
          .array(
            z.strictObject({
              phrase: z.string().max(200),
              meaning: Text,
              impressions: Count,
              clicks: Count,
              conversions: Count,
              /** Points of 100. */
              relevance: z.number().min(0).max(100),
              crowds: CrowdUnits,
            }),
          )
          .max(8),
      }),
    )
    .max(2_048),
});
export type KeywordTableView = z.output<typeof KeywordTableView>;

export const MatchDegree = z.enum(["none", "partial", "high", "exact"]);

/** Why a listing sold no more to a crowd. */
export const DealFate = z.enum([
  "served",
  "notIn",
  "notWanted",
  "taken",
  "stock",
  "budget",
  "noDemand",
  "tooDear",
  "noStock",
]);
export type DealFate = z.output<typeof DealFate>;

export const DealLine = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  phrase: z.string().max(200),
  meaning: Text,
  /** Sellers whose listing matches the keyword, and how many of them enter; likewise of ads. */
  sellers: Count,
  sellersIn: Count,
  advertisers: Count,
  advertisersIn: Count,
  relevance: Count,
  match: MatchDegree,
  performanceMilli: Milli,
  seoMilli: Milli,
  /** Place, the first is 1; 0 where it does not take part. */
  seoPlace: Count,
  isInBySeo: z.boolean(),
  adPlace: Count,
  isInByAd: z.boolean(),
  qualityMilli: Milli,
  bidTicks: Ticks,
  chargeTicks: Ticks,
  paidClicks: Count,
  dealPriceMinor: Minor,
  currency: CurrencyCode,
  /** Views a day off the market; in a season without that, ticks a day of running campaigns. */
  influence: Count,
  indexMilli: Milli,
  promotionBp: Count,
  crowds: z
    .array(
      z.strictObject({
        crowd: CrowdName,
        wanted: Count,
        /** Place among the offers that the crowd buys from; 0 for none. */
        place: Count,
        units: Count,
        fate: DealFate,
        /** Who sold to the crowd first; null where nobody did. */
        first: z
          .strictObject({
            store: StoreNumber,
            name: z.string().max(40),
            isBot: z.boolean(),
            isMine: z.boolean(),
          })
          .nullable(),
      }),
    )
    .length(crowdNames.length),
});
export type DealLine = z.output<typeof DealLine>;

/** What was dealt to a store's own listings on a closed day. */
export const DealsView = z.strictObject({
  day: SeasonDay,
  /** What the SEO score is worked out with, thousandths. */
  score: z.strictObject({
    relevanceMilli: Count,
    performanceMilli: Count,
    matchMilli: z.strictObject({ none: Count, partial: Count, high: Count, exact: Count }),
  }),
  lines: z.array(DealLine).max(20_000),
});
export type DealsView = z.output<typeof DealsView>;
