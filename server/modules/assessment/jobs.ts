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

const FitDifficulties = z.strictObject({
  /** Days since 1970. */
  night: z.int().min(0),
});
export type FitDifficultiesPayload = z.output<typeof FitDifficulties>;

/** Fits how hard scenarios turned out to be, once a night. */
export const fitDifficultiesKind = jobKind({
  name: "assessment.fit-difficulties",
  payload: FitDifficulties,
  effect: ({ night }) => `difficulties:${night}`,
  queue: () => "assessment.fit-difficulties",
});

const TendExam = z.strictObject({
  exam: Id,
  /** Since 1970: each is an act of its own. */
  minute: z.int().min(0),
});
export type TendExamPayload = z.output<typeof TendExam>;

/** Ends what is over in one exam, once a minute. */
export const tendExamKind = jobKind({
  name: "assessment.tend-exam",
  payload: TendExam,
  effect: ({ exam, minute }) => `tend:${exam}:${minute}`,
  queue: ({ exam }) => `tend:${exam}`,
  // The next minute comes anyway.
  attemptsMax: 2,
});

const IssueCredentials = z.strictObject({
  issuing: Id,
  /** How many of it were issued before. */
  from: z.int().min(0).max(1_000),
});
export type IssueCredentialsPayload = z.output<typeof IssueCredentials>;

/** Issues a few of the credentials that were signed together; one step at a time. */
export const issueCredentialsKind = jobKind({
  name: "assessment.issue-credentials",
  payload: IssueCredentials,
  effect: ({ issuing, from }) => `issue:${issuing}:${from}`,
  // Places on a list are drawn one after the other.
  queue: () => "assessment.issue-credentials",
});

const PlayCredential = z.strictObject({
  replay: Id,
  /** How many of its seasons were played before. */
  from: z.int().min(0).max(1_000),
});
export type PlayCredentialPayload = z.output<typeof PlayCredential>;

/** Plays one season again that a credential rests on. */
export const playCredentialKind = jobKind({
  name: "assessment.play-credential",
  payload: PlayCredential,
  effect: ({ replay, from }) => `play:${replay}:${from}`,
  // One after the other: each takes a core for as long as the season took in all its closes.
  queue: () => "assessment.play-credential",
  attemptsMax: 5,
});
