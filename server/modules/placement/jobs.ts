import { z } from "zod";
import { Id } from "@echelon/contract/platform/shapes.ts";
import { jobKind } from "../../platform/jobs/job-kind.ts";

const MatchRound = z.strictObject({ round: Id });
export type MatchRoundPayload = z.output<typeof MatchRound>;

/** Matches a frozen round, once. */
export const matchRoundKind = jobKind({
  name: "placement.match-round",
  payload: MatchRound,
  effect: ({ round }) => `placement:${round}`,
  queue: () => "placement.match-round",
  keepsEffect: true,
});
