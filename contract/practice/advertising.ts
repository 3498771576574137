import { z } from "zod";
import { Count, MarketCode, Minor, Rate, Sku, Text, Ticks } from "./shapes.ts";

/** What an advertisement brought. */
export const adFigures = {
  impressions: Rate,
  clicks: Count,
  ticks: Ticks,
  units: Count,
  /** Books currency. */
  revenueMinor: Minor,
};

export const AdvertisingView = z.strictObject({
  /** Books currency for 1 USD in 1e-8 units, to show ticks as money. */
  usdRateE8: z.int(),
  reserveTicks: Ticks,
  campaigns: z
    .array(
      z.strictObject({
        campaign: z.int(),
        name: z.string().max(40),
        isOn: z.boolean(),
        dailyBudgetTicks: Ticks,
        spentTicks: Ticks,
        markets: z.array(MarketCode).max(32),
        week: z.strictObject(adFigures),
        /** Bids on keywords; those on names have a view of their own. */
        entries: z
          .array(
            z.strictObject({
              entry: z.int(),
              sku: Sku,
              name: Text,
              keyword: z.string().max(80),
              match: z.enum(["exact", "phrase", "broad", "auto"]),
              bidTicks: Ticks,
              breakEvenTicks: Ticks,
              ...adFigures,
            }),
          )
          .max(2_000),
        negatives: z.array(z.string().max(80)).max(200),
        series: z.array(z.number()).max(30),
      }),
    )
    .max(50),
});
export type AdvertisingView = z.output<typeof AdvertisingView>;

export const SearchTermRow = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  phrase: z.string().max(120),
  meaning: Text,
  visits: Rate,
  impressions: Rate,
  shareBp: Count,
  placeMilli: z.int(),
  clicks: Count,
  units: Count,
  adImpressions: Rate,
  adPlaceMilli: z.int(),
  adClicks: Count,
  adTicks: Ticks,
  adUnits: Count,
});
export type SearchTermRow = z.output<typeof SearchTermRow>;
