import type { Tx } from "../../../platform/database/database.ts";
import { enqueue, isEnqueued } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import { closeDayKind, freezeDayKind, type FreezeDayPayload, prepareSeasonKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import {
  changeSeason,
  holdSeason,
  readSeason,
  type SeasonRow,
  seasonsAwaiting,
  seasonsDue,
} from "../store/season-store.ts";
import { warmForDrafts } from "./apply-drafts.ts";
import { freezeDay } from "./request-close.ts";

type Clocked = Pick<Means, "clock">;

/** A close that comes this much after its time says that it was late. */
const lateMillis = 120_000;

/** The clock strikes once a minute; days due before its next stroke close at their second. */
const strikeMillis = 60_000;

/**
 * Asks for a job for every season whose day is due, and again for the job of every season that
 * waits for one which is lost. No season is held here: each is held by its own job.
 */
export async function closeDueDays({ clock }: Clocked, tx: Tx): Promise<void> {
  const now = clock.now();
  const minute = Math.floor(now.getTime() / strikeMillis);
  const next = new Date(now.getTime() + strikeMillis);
  for (const { season_id: season, branch, day, closes_at: at } of await seasonsDue(tx, next)) {
    const payload = { season, branch, day, minute };
    await enqueue(tx, freezeDayKind, payload, at !== null && at > now ? { at } : {});
  }
  for (const row of await seasonsAwaiting(tx)) await askAgain(tx, row);
}

/**
 * A season that was restored from a backup has no job, nor has one whose job failed too often: it
 * would stay frozen for ever. The effect's key lets a job that was asked for twice act once.
 */
async function askAgain(tx: Tx, row: SeasonRow): Promise<void> {
  const season = row.season_id;
  if (row.state === "preparing") {
    const payload = { season };
    if (!(await isEnqueued(tx, prepareSeasonKind, payload))) {
      await enqueue(tx, prepareSeasonKind, payload);
    }
    return;
  }
  const { closing_day: day, closing_branch: branch } = row;
  if (day === null || branch === null) return;
  const payload = { season, branch, day };
  if (!(await isEnqueued(tx, closeDayKind, payload))) await enqueue(tx, closeDayKind, payload);
}

/**
 * Freezes the day of one season if it is still due. After a stop of the installation a missed close
 * runs once, late, and says so.
 */
export async function freezeDueDay(
  means: PracticeMeans,
  { tx, payload }: Pick<JobRun<FreezeDayPayload>, "tx" | "payload">,
): Promise<void> {
  const now = means.clock.now();
  const before = await readSeason(tx, payload.season);
  if (before === undefined) return;
  await warmForDrafts(means, before);
  const row = await holdSeason(tx, payload.season);
  if (row === undefined || row.state !== "running" || row.closing_day !== null) return;
  if (row.day !== payload.day || row.branch !== payload.branch) return;
  if (row.closes_at === null || row.closes_at > now) return;
  if (!(await means.engine.isPlayable(tx, row))) {
    // Frozen it could neither close nor be ended: of such a season the clock stops.
    await changeSeason(tx, row.season_id, { closes_at: null });
    return;
  }
  const isLate = now.getTime() - row.closes_at.getTime() > lateMillis;
  const usual = row.pace.kind === "timetable" ? ("timetable" as const) : ("interval" as const);
  await freezeDay(means, tx, row, isLate ? "late" : usual);
}
