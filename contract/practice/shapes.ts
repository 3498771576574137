import { z } from "zod";
import { nameOf } from "../platform/shapes.ts";

/** Names in both languages. */
export const Text = z.strictObject({ zh: z.string().max(4_000), en: z.string().max(4_000) });
export type Text = z.output<typeof Text>;

/** Minor units of the currency that the field's name or description says; a safe integer. */
export const Minor = z.int();
/** Season day, the first is 1; 0 stands for the opening. */
export const SeasonDay = z.int().min(0).max(400);
/** A store's number in its season. */
export const StoreNumber = z.int().min(0).max(5_999);
/** ISO 3166-1 alpha-2, lower case. */
export const MarketCode = z.string().regex(/^[a-z]{2}$/);
export const Sku = z.string().min(1).max(64);
/** What a store is called. */
export const StoreName = nameOf(40);
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
export const Count = z.int().min(0);
/** Advertising money: 10,000 ticks are 1 USD. */
export const Ticks = z.int().min(0).max(2_000_000_000);
/** An expected number of impressions or visits: not a whole one. */
export const Rate = z.number().min(0);

export const Market = z.strictObject({
  code: MarketCode,
  name: Text,
  currency: CurrencyCode,
  /** Digits after the point of the currency. */
  digits: z.int().min(0).max(4),
  language: z.string().max(8),
  visitShareBp: Count,
});
export type Market = z.output<typeof Market>;

/** A code with the facts of its sentence; the screens have the words. */
export const Saying = z.strictObject({
  code: z.string().max(80),
  facts: z.record(z.string().max(40), z.union([z.string().max(400), z.number()])),
});
export type Saying = z.output<typeof Saying>;
