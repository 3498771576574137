import { z } from "zod";
import { MarketCode, StoreNumber } from "./shapes.ts";

/** Limit that a test of the server holds equal to the kernel's. */
export const rivalsWatchedMax = 10;

export const ResearchReport = z.enum(["keywords", "demand"]);
export const CategoryId = z.string().min(1).max(60);

/** What a store may decide to find out. */
export const researchWishes = [
  z.strictObject({
    kind: z.literal("buy-report"),
    report: ResearchReport,
    /** The market of a keyword table; null with `demand`, which is of all of them. */
    market: MarketCode.nullable(),
    category: CategoryId,
  }),
  z.strictObject({
    kind: z.literal("watch-rivals"),
    /** Whom to watch from today on, in place of those of before; none ends it. */
    stores: z.array(StoreNumber).max(rivalsWatchedMax),
  }),
] as const;
