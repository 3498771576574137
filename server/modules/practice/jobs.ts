import { z } from "zod";
import { Id } from "@echelon/contract/platform/shapes.ts";
import { jobKind } from "../../platform/jobs/job-kind.ts";

const CloseDay = z.strictObject({
  season: Id,
  branch: z.int().min(0),
  day: z.int().min(1).max(400),
});
export type CloseDayPayload = z.output<typeof CloseDay>;

/** One close of one day on one branch; a rewound day closes again on its new branch. */
export const closeDayKind = jobKind({
  name: "practice.close-day",
  payload: CloseDay,
  effect: ({ season, branch, day }) => `close:${season}:${branch}:${day}`,
  queue: ({ season }) => `season:${season}`,
  keepsEffect: true,
});

const FreezeDay = z.strictObject({
  season: Id,
  branch: z.int().min(0),
  day: z.int().min(1).max(400),
  /** The minute at which it was found due, since 1970: a day that got more time is due again. */
  minute: z.int().min(0),
});
export type FreezeDayPayload = z.output<typeof FreezeDay>;

/** Freezing one season's day whose time has come; each season in a transaction of its own. */
export const freezeDayKind = jobKind({
  name: "practice.freeze-day",
  payload: FreezeDay,
  effect: ({ season, branch, day, minute }) => `freeze:${season}:${branch}:${day}:${minute}`,
  queue: ({ season }) => `season:${season}`,
});

const PrepareSeason = z.strictObject({ season: Id });
export type PrepareSeasonPayload = z.output<typeof PrepareSeason>;

/** Burning in and calibrating the market of a new season. */
export const prepareSeasonKind = jobKind({
  name: "practice.prepare-season",
  payload: PrepareSeason,
  effect: ({ season }) => `prepare:${season}`,
  queue: ({ season }) => `season:${season}`,
});

const PlayDemoDay = z.strictObject({
  season: Id,
  day: z.int().min(0).max(400),
  /** The last day that is played. */
  days: z.int().min(1).max(400),
});
export type PlayDemoDayPayload = z.output<typeof PlayDemoDay>;

/** A day of the demonstration's season; in its queue, after the close of the day before. */
export const playDemoDayKind = jobKind({
  name: "practice.play-demo-day",
  payload: PlayDemoDay,
  effect: ({ season, day }) => `play:${season}:${day}`,
  queue: ({ season }) => `season:${season}`,
  keepsEffect: true,
});
