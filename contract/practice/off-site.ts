import { z } from "zod";
import { Count, CurrencyCode, MarketCode, Minor, Rate, SeasonDay, Text } from "./shapes.ts";

export const SalesSource = z.enum([
  "search",
  "brand",
  "post",
  "influencer",
  "display",
  "livestream",
  "mail",
  "media",
  "rival",
]);
export type SalesSource = z.output<typeof SalesSource>;

export const MediaPlace = z.enum(["portal", "metro", "television"]);

const Ppm = z.int().min(0).max(1_000_000);

/** What a source brought; money in the books' currency. */
const brought = {
  views: Rate,
  /** Expected visits to the store's page. */
  visits: Rate,
  clicks: Count,
  orders: Count,
  units: Count,
  revenueMinor: Minor,
  costMinor: Minor,
};

/** Of a thousand readers: B less A as seen, and where it may really lie, at 95 %. */
const LetterDifference = z.strictObject({
  difference: z.number(),
  low: z.number(),
  high: z.number(),
  couldBeChance: z.boolean(),
});

const Mailing = z.strictObject({
  day: SeasonDay,
  /** Of the decision. */
  number: z.int(),
  market: MarketCode,
  /** One letter, or two between which chance divided the readers. */
  letters: z
    .array(
      z.strictObject({
        subject: z.string().max(150),
        readers: Count,
        /** Readers who came, and orders of those who did. */
        came: Count,
        orders: Count,
        unsubscribed: Count,
      }),
    )
    .max(2),
  /** Of two letters: how they differ in readers who came and in orders. */
  came: LetterDifference.nullable(),
  orders: LetterDifference.nullable(),
});
export type Mailing = z.output<typeof Mailing>;

export const OffSiteView = z.strictObject({
  day: SeasonDay,
  currency: CurrencyCode,
  markets: z
    .array(
      z.strictObject({
        market: MarketCode,
        /** Whether the store has a live listing there: else visits find an empty page. */
        isOnSale: z.boolean(),
        /** Parts per million of the buyers who know the store. */
        awarenessPpm: Ppm,
        /** At the ends of the last closed days, oldest first; at most 30. */
        series: z.array(Ppm).max(30),
        /** Of the last closed day: searches for the store's name, and orders that came of them. */
        brandVisits: Rate,
        brandOrders: Count,
        /** Buyers who asked for the store's letters, and who came and went in seven days. */
        mailList: Count,
        joined: Count,
        unsubscribed: Count,
        /** Letters of the last seven days, today's too, and what one more costs. */
        letters: Count,
        letterMinor: Minor,
        /** What the store's page says; null where nobody wrote it. */
        landing: z
          .strictObject({
            title: z.string().max(150),
            text: z.string().max(2_000),
            fitMilli: z.int().min(0).max(1_000),
          })
          .nullable(),
      }),
    )
    .max(32),
  /** The last seven closed days, by source and market. */
  week: z.array(z.strictObject({ source: SalesSource, market: MarketCode, ...brought })).max(400),
  /** Orders of the same days in all, to tell the sources' share by. */
  weekOrders: Count,
  /** Letters sent and what they brought, the newest first. */
  mailings: z.array(Mailing).max(100),
  /** What runs today or later, today's decisions in. */
  running: z
    .array(
      z.strictObject({
        source: SalesSource,
        market: MarketCode,
        from: z.int(),
        until: z.int(),
        /** Of each day. */
        spendMinor: Minor,
        /** Number of the influencer; null where there is none. */
        influencer: z.int().nullable(),
        /** The place that is sold by bid; null of all else. */
        mediaPlace: MediaPlace.nullable(),
        /** Asked for, and given at the close to who asked first. */
        isAsked: z.boolean(),
      }),
    )
    .max(500),
  /** Places on which one may bid today. */
  media: z
    .array(
      z.strictObject({
        market: MarketCode,
        slot: z.int().min(0),
        place: MediaPlace,
        from: SeasonDay,
        until: z.int(),
        /** The last day for bids. */
        closesOn: SeasonDay,
        /** Of a day. */
        views: Count,
        reserveMinor: Minor,
        /** What this store bids; 0 when it does not. */
        bidMinor: Minor,
      }),
    )
    .max(400),
  influencers: z
    .array(
      z.strictObject({
        market: MarketCode,
        influencer: z.int().min(0),
        views: Count,
        category: Text,
        /** Whether the store sells something of that category there. */
        isFitting: z.boolean(),
        priceMinor: Minor,
        /** Days from today on that others, or this store, have. */
        takenDays: z.array(z.int()).max(30),
      }),
    )
    .max(384),
});
export type OffSiteView = z.output<typeof OffSiteView>;
