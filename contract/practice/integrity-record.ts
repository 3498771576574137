import { z } from "zod";
import { Count, CurrencyCode, MarketCode, Minor, SeasonDay, Sku, Text } from "./shapes.ts";

/** An offer's number is 1 + the week in which it comes. */
export const InboxNumber = z.int().min(1).max(60);

export const TemptationKind = z.enum([
  "bought-reviews",
  "false-tracking",
  "borrowed-pictures",
  "buyers-data",
]);
export type TemptationKind = z.output<typeof TemptationKind>;

/** What a store accepts of its inbox; ignoring an offer needs no decision. */
export const acceptOffer = z.strictObject({
  kind: z.literal("accept-offer"),
  offer: InboxNumber,
  /** The own product and the market of the listing it is for, where its scope asks for them. */
  sku: Sku.optional(),
  market: MarketCode.optional(),
});

const Product = z.strictObject({ sku: Sku, name: Text });

/** What an accepted offer is for; null where it is for the whole store. */
const Place = { product: Product.nullable(), market: MarketCode.nullable() };

export const IntegrityRecordView = z.strictObject({
  /** The open day: what stands today can be accepted today. */
  day: SeasonDay,
  /** Of all money here. */
  currency: CurrencyCode,
  /** Offers that stand today and were not accepted. */
  inbox: z
    .array(
      z.strictObject({
        offer: InboxNumber,
        kind: TemptationKind,
        /** Which of the kind's senders writes. */
        sender: z.int().min(0).max(2),
        from: SeasonDay,
        to: SeasonDay,
        /** Whether it is for the store, one own product, or one listing. */
        scope: z.enum(["store", "offer", "listing"]),
        /** Cash that accepting moves: negative is the price, positive what is paid. */
        cashMinor: Minor,
        /** What it is about: reviews, days of scans, content in thousandths, orders so far. */
        promise: Count,
      }),
    )
    .max(10),
  /** Listings that an offer can be for. */
  places: z.array(z.strictObject({ ...Product.shape, markets: z.array(MarketCode) })).max(200),
  accepted: z
    .array(
      z.strictObject({
        offer: InboxNumber,
        kind: TemptationKind,
        ...Place,
        on: SeasonDay,
        cashMinor: Minor,
        /** What it brought: reviews, content in thousandths, orders whose buyers were sold. */
        brought: Count,
        /** Accepted today and not closed yet; works; taken back or over; found. */
        state: z.enum(["today", "works", "over", "found"]),
      }),
    )
    .max(100),
  findings: z
    .array(
      z.strictObject({
        offer: InboxNumber,
        kind: TemptationKind,
        ...Place,
        on: SeasonDay,
        points: Count,
        costMinor: Minor,
        /** Reviews removed, parcels looked into, content in thousandths, orders. */
        units: Count,
      }),
    )
    .max(1_000),
  audits: z.array(z.strictObject({ on: SeasonDay, isPassed: z.boolean() })).max(200),
  points: Count,
  pointsMost: Count,
  /** What the record is worth in the score, thousandths. */
  markMilli: Count,
  /** Last days on which the record is worth nothing and on which the store ranks lower. */
  worthlessTo: SeasonDay.nullable(),
  rankedLowerTo: SeasonDay.nullable(),
});
export type IntegrityRecordView = z.output<typeof IntegrityRecordView>;
