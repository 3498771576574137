import { z } from "zod";
import { Id } from "@echelon/contract/platform/shapes.ts";
import { jobKind } from "../../platform/jobs/job-kind.ts";

const GatherSeason = z.strictObject({
  season: Id,
  branch: z.int().min(0),
  day: z.int().min(1).max(400),
  /** Days since 1970 of the night that reads it once more; 0 right after the close. */
  night: z.int().min(0),
});
export type GatherSeasonPayload = z.output<typeof GatherSeason>;

/** Reads what a season shows of its people, once a closed day and branch. */
export const gatherSeasonKind = jobKind({
  name: "assessment.gather-season",
  payload: GatherSeason,
  effect: ({ season, branch, day, night }) => `gather:${season}:${branch}:${day}:${night}`,
  queue: ({ season }) => `gather:${season}`,
});
