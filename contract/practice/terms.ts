import { z } from "zod";
import { Count, CurrencyCode, MarketCode, Minor } from "./shapes.ts";

/** Limits that a test of the server holds equal to the kernel's. */
export const returnDaysMax = 90;
export const warrantyMonthsMax = 36;

export const ReturnPayer = z.enum(["store", "buyer"]);

/** What a store may promise its buyers for after the sale, and what it insures. */
export const termsWishes = [
  z.strictObject({
    kind: z.literal("set-after-sales"),
    market: MarketCode,
    /** Days to send back; 0 for never. */
    returnDays: z.int().min(0).max(returnDaysMax),
    warrantyMonths: z.int().min(0).max(warrantyMonthsMax),
    returnPayer: ReturnPayer,
  }),
  z.strictObject({
    kind: z.literal("insure-parcels"),
    market: MarketCode,
    coverBp: z.int().min(0).max(10_000),
  }),
] as const;

/** One market's terms as they stand on the open day, with what they cost and are worth. */
export const MarketTerms = z.strictObject({
  market: MarketCode,
  isListed: z.boolean(),
  /** Least days by law with their source; null where the law gives no such right. */
  law: z
    .strictObject({
      days: Count,
      certainty: z.enum(["certain", "probable", "believed", "scenario"]),
      title: z.string().max(300),
    })
    .nullable(),
  /** Whether the store ever said anything; else custom and law hold. */
  isSaid: z.boolean(),
  returnDays: Count,
  warrantyMonths: Count,
  returnPayer: ReturnPayer,
  coverBp: Count,
  /** Of a parcel at the mean price and fee of the store's listings there, covered whole. */
  sample: z
    .strictObject({
      currency: CurrencyCode,
      valueMinor: Minor,
      premiumMinor: Minor,
      lossPpm: Count,
    })
    .nullable(),
  /** So far, minor units of the books: premiums paid, and what carriers paid back. */
  premiumsMinor: Minor,
  compensatedMinor: Minor,
  warrantiesMinor: Minor,
});
export type MarketTerms = z.output<typeof MarketTerms>;

export const TermsView = z.strictObject({
  booksCurrency: CurrencyCode,
  usualDays: Count,
  markets: z.array(MarketTerms).max(32),
});
export type TermsView = z.output<typeof TermsView>;
