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

const PlayWhatIf = z.strictObject({
  season: Id,
  store: z.int().min(0).max(5_999),
  whatIf: z.int().min(0).max(10_000),
});
export type PlayWhatIfPayload = z.output<typeof PlayWhatIf>;

/** A store's past with one change; beside the closes of its season, one after the other. */
export const playWhatIfKind = jobKind({
  name: "practice.play-what-if",
  payload: PlayWhatIf,
  effect: ({ season, store, whatIf }) => `what-if:${season}:${store}:${whatIf}`,
  queue: ({ season }) => `what-if:${season}`,
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

const ReplayLuck = z.strictObject({
  season: Id,
  branch: z.int().min(0),
  /** Days that were closed when the season ended. */
  days: z.int().min(1).max(400),
});
export type ReplayLuckPayload = z.output<typeof ReplayLuck>;

/** Playing a finished season again under hidden keys, for the bands of its ranks. */
export const replayLuckKind = jobKind({
  name: "practice.replay-luck",
  payload: ReplayLuck,
  effect: ({ season, branch }) => `luck:${season}:${branch}`,
  // One after the other: each takes a core for as long as the season took in all its closes.
  queue: () => "practice.replay-luck",
  keepsEffect: true,
  attemptsMax: 5,
});

const SeekChances = z.strictObject({
  season: Id,
  branch: z.int().min(0),
  /** The last day that is played again. */
  toDay: z.int().min(1).max(400),
  /** 0 chooses what is worth playing; each later one plays some of it. */
  step: z.int().min(0).max(100_000),
});
export type SeekChancesPayload = z.output<typeof SeekChances>;

/** Looking for each store's best missed chance, in steps: a killed worker loses one of them. */
export const seekChancesKind = jobKind({
  name: "practice.seek-chances",
  payload: SeekChances,
  effect: ({ season, branch, toDay, step }) => `chances:${season}:${branch}:${toDay}:${step}`,
  queue: ({ season }) => `chances:${season}`,
  keepsEffect: true,
});

const LookForQuestions = z.strictObject({
  season: Id,
  branch: z.int().min(0),
  /** The last closed day. */
  toDay: z.int().min(1).max(400),
});
export type LookForQuestionsPayload = z.output<typeof LookForQuestions>;

/** Reading a season's log and playing its days for what is worth asking people about. */
export const lookForQuestionsKind = jobKind({
  name: "practice.look-for-questions",
  payload: LookForQuestions,
  effect: ({ season, branch, toDay }) => `look:${season}:${branch}:${toDay}`,
  // One after the other: each takes a core for as long as the season took in all its closes.
  queue: () => "practice.look-for-questions",
  keepsEffect: true,
  attemptsMax: 5,
});
