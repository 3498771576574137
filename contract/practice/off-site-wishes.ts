import { z } from "zod";
import { MarketCode, SeasonDay } from "./shapes.ts";

/** Limits that a test of the server holds equal to the kernel's. */
export const creativeCharsMax = 2_000;
export const displayDaysMax = 14;
export const bookingDaysMax = 14;
export const spendMinorMax = 100_000_000;
/** Of a letter's subject and a page's title. */
export const subjectCharsMax = 150;
/** More places than the longest season has weeks for. */
export const mediaSlotMax = 200;

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
    kind: z.literal("edit-landing"),
    market: MarketCode,
    title: z.string().max(subjectCharsMax),
    text: Creative,
  }),
  z.strictObject({
    kind: z.literal("send-mail"),
    market: MarketCode,
    segment: z.enum(["opted-in", "all-buyers"]),
    subject: z.string().max(subjectCharsMax),
    text: Creative,
    /** Goes to half of the readers, drawn by chance; left out, all get the same letter. */
    second: z.strictObject({ subject: z.string().max(subjectCharsMax), text: Creative }).optional(),
  }),
  z.strictObject({
    kind: z.literal("buy-media"),
    market: MarketCode,
    slot: z.int().min(0).max(mediaSlotMax),
    /** Minor units of the books; 0 takes the bid back. */
    bidMinor: Spend,
  }),
  z.strictObject({
    kind: z.literal("book-influencer"),
    market: MarketCode,
    influencer: z.int().min(0).max(11),
    day: SeasonDay,
  }),
] as const;
