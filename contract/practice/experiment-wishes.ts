import { z } from "zod";
import { MarketCode, Sku } from "./shapes.ts";

/** Limits that a test of the server holds equal to the kernel's. */
export const experimentDaysMin = 3;
export const experimentDaysMax = 28;
export const experimentShareBpMin = 1_000;
export const experimentShareBpMax = 5_000;
export const hypothesisCharsMax = 300;

export const ExperimentField = z.enum(["price", "fee", "promise", "content"]);
export const ExperimentMeasure = z.enum(["orders", "clicks", "revenue"]);
export const ExperimentVerdict = z.enum(["A", "B", "none"]);
export type ExperimentVerdict = z.output<typeof ExperimentVerdict>;

/** @param listing  the shape of a listing's words */
export const experimentWishes = <L extends z.ZodType>(listing: L) =>
  [
    z.strictObject({
      kind: z.literal("start-experiment"),
      sku: Sku,
      market: MarketCode,
      arms: z.discriminatedUnion("field", [
        z.strictObject({
          /** Minor units of the market's currency, or promised days. */
          field: z.enum(["price", "fee", "promise"]),
          a: z.int(),
          b: z.int(),
        }),
        /** Words and pictures of arm B; arm A is the listing as it stands. */
        z.strictObject({ field: z.literal("content"), listing }),
      ]),
      /** Part of the like visits that see arm B. */
      shareBp: z.int().min(experimentShareBpMin).max(experimentShareBpMax),
      days: z.int().min(experimentDaysMin).max(experimentDaysMax),
      measure: ExperimentMeasure,
      hypothesis: z.string().max(hypothesisCharsMax),
    }),
    z.strictObject({
      kind: z.literal("close-experiment"),
      /** Number of the decision that started it. */
      experiment: z.int().min(0),
      verdict: ExperimentVerdict,
      reason: z.string().max(hypothesisCharsMax),
    }),
  ] as const;
