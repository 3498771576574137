import { z } from "zod";
import { comparedBy, panelQuestions, segmentNames } from "./panel-lists.ts";
import { MarketCode, Minor, StoreNumber } from "./shapes.ts";
import { panelSampleMax, panelSampleMin } from "./typed-limits.ts";

/** Limit that a test of the server holds equal to the kernel's. */
export const rivalsWatchedMax = 10;
export const forecastDaysMax = 28;

export const ResearchReport = z.enum(["keywords", "demand"]);
export const ForecastMeasure = z.enum(["units", "cash", "rank"]);
export const CategoryId = z.string().min(1).max(60);

export const PanelQuestion = z.enum(panelQuestions);
export const PanelMotive = z.enum(["price", "delivery", "reviews", "content", "product"]);
export const ComparedBy = z.enum(comparedBy);
export const SegmentName = z.enum(segmentNames);

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
    kind: z.literal("ask-panel"),
    question: PanelQuestion,
    market: MarketCode,
    category: CategoryId,
    /** Null asks people of every segment. */
    segment: SegmentName.nullable(),
    sample: z.int().min(panelSampleMin).max(panelSampleMax),
    /** Of `would-pay`: what it is to cost in all, minor units of the market's currency. */
    priceMinor: Minor.optional(),
    /** Of `compare`: by what the own listing is held against the best rival's. */
    by: ComparedBy.optional(),
  }),
  z.strictObject({
    kind: z.literal("watch-rivals"),
    /** Whom to watch from today on, in place of those of before; none ends it. */
    stores: z.array(StoreNumber).max(rivalsWatchedMax),
  }),
  z.strictObject({
    kind: z.literal("submit-forecast"),
    measure: ForecastMeasure,
    /** From the open day on: 1 is what this day brings. */
    days: z.int().min(1).max(forecastDaysMax),
    /** Units; minor units of the books; a place, 1 the best: then p10 is the better end. */
    p10: z.int(),
    p50: z.int(),
    p90: z.int(),
  }),
] as const;
