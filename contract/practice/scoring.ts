import type { Scoring as KernelScoring } from "@echelon/kernel/market/scoring/scorings.ts";
import { z } from "zod";

/** How the stores of a season are ranked; chosen when it is made (S1 to S7, and marketing). */
export const Scoring = z.enum([
  "balanced",
  "roi",
  "equity-points",
  "targets",
  "shareholder",
  "last-rounds",
  "marketing",
  "checklist",
] as const satisfies readonly KernelScoring[]);
export type Scoring = z.output<typeof Scoring>;

/**
 * By the season's scoring: thousandths of a hundred points, basis points, or minor units of the
 * books' currency. Null where there is not enough to say.
 */
export const ScoringValue = z.int().nullable();

const Weight = z.int().min(0).max(10_000);

/** What each part of the balanced score weighs; parts that say nothing leave theirs to the rest. */
export const ScoreWeights = z
  .strictObject({ profitBp: Weight, customerBp: Weight, operationsBp: Weight, processBp: Weight })
  .refine(
    ({ profitBp, customerBp, operationsBp, processBp }) =>
      profitBp + customerBp + operationsBp + processBp === 10_000,
    "the weights sum to 10,000",
  )
  .refine(
    // Process is marked in seasons with documents alone: it cannot be all there is.
    ({ processBp }) => processBp < 10_000,
    "something that is marked weighs something",
  );

/**
 * What those who do not steer see of the ranking: all of it, as it stood on a day, or nothing until
 * it is revealed.
 */
export const RankingState = z.enum(["open", "frozen", "hidden"]);
export type RankingState = z.output<typeof RankingState>;

/** Days that close in one go. */
export const DaysPerRound = z.int().min(1).max(28);
