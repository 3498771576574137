import { z } from "zod";
import { Autopilot } from "./absence.ts";
import { RankBand } from "./rank-band.ts";
import { RankingState, Scoring, ScoringValue } from "./scoring.ts";
import {
  Count,
  CurrencyCode,
  MarketCode,
  Minor,
  Rate,
  SeasonDay,
  Sku,
  StoreNumber,
  Text,
} from "./shapes.ts";

export const FunnelRow = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  visits: Rate,
  impressions: Rate,
  clicks: Count,
  carts: Count,
  orders: Count,
  units: Count,
  lostUnits: Count,
  delivered: Count,
  revenueMinor: Minor,
});
export type FunnelRow = z.output<typeof FunnelRow>;

export const FunnelView = z.strictObject({
  from: SeasonDay,
  to: SeasonDay,
  rows: z.array(FunnelRow).max(2_000),
});
export type FunnelView = z.output<typeof FunnelView>;

export const PriceMapView = z.strictObject({
  day: SeasonDay,
  cells: z
    .array(
      z.strictObject({
        market: MarketCode,
        category: z.string().max(60),
        offers: Count,
        visits: Rate,
        units: Count,
        currency: CurrencyCode,
        referenceMinor: Minor,
        p10Minor: Minor,
        p25Minor: Minor,
        p75Minor: Minor,
        p90Minor: Minor,
        own: z
          .array(z.strictObject({ sku: Sku, name: Text, landedMinor: Minor, units: Count }))
          .max(200),
      }),
    )
    .max(2_048),
});
export type PriceMapView = z.output<typeof PriceMapView>;

export const LeaderboardView = z.strictObject({
  /** The day whose ranks these are; an earlier one than the last while they are frozen. */
  day: SeasonDay,
  /** By which it is ranked. */
  scoring: Scoring,
  /** What the caller is shown: hidden ranks have no rows. */
  ranking: RankingState,
  /** Mean profit of the fully skilled bots that started with the class. */
  parProfitMinor: Minor,
  rows: z
    .array(
      z.strictObject({
        rank: z.int().min(1),
        store: StoreNumber,
        name: z.string().max(40),
        isBot: z.boolean(),
        /** A program's: ranked among programs, after all others. */
        isAgent: z.boolean(),
        isMine: z.boolean(),
        scoreMilli: z.int(),
        /** By which it is ranked, by the scoring above. */
        value: ScoringValue,
        profitMinor: Minor,
        orders: Count,
        ratingMilli: z.int(),
        change: z.int(),
        /** The last days on which a bot ran a store of people; null without any. */
        autopilot: Autopilot.nullable(),
        /** Of its rank among all stores; null until it is worked out after the season's end. */
        band: RankBand.nullable(),
      }),
    )
    .max(6_000),
});
export type LeaderboardView = z.output<typeof LeaderboardView>;
