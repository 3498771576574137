import { z } from "zod";
import { MarketCode, SeasonDay } from "./shapes.ts";

/** Limits that a test of the server holds equal to the kernel's. */
export const creativeCharsMax = 2_000;
export const displayDaysMax = 14;
export const bookingDaysMax = 14;
export const spendMinorMax = 100_000_000;

const Creative = z.string().max(creativeCharsMax);
const Spend = z.int().min(0).max(spendMinorMax);

/** What a store may do to be known off the market. */
export const offSiteWishes = [
  z.strictObject({
    kind: z.literal("publish-post"),
    market: MarketCode,
    text: Creative,
    /** Minor units of the books. */
    spendMinor: Spend,
  }),
  z.strictObject({
    kind: z.literal("hold-livestream"),
    market: MarketCode,
    text: Creative,
    spendMinor: Spend,
  }),
  z.strictObject({
    kind: z.literal("buy-display"),
    market: MarketCode,
    text: Creative,
    /** Of each day. */
    spendMinor: Spend,
    /** 0 takes off what runs in the market. */
    days: z.int().min(0).max(displayDaysMax),
  }),
  z.strictObject({
    kind: z.literal("book-influencer"),
    market: MarketCode,
    influencer: z.int().min(0).max(11),
    day: SeasonDay,
  }),
] as const;
