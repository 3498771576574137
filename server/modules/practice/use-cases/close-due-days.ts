import type { Tx } from "../../../platform/database/database.ts";
import type { PracticeMeans } from "../means.ts";
import { holdSeason, seasonsDue } from "../store/season-store.ts";
import { freezeDay } from "./request-close.ts";

/** A close that comes this much after its time says that it was late. */
const lateMillis = 120_000;

/**
 * Freezes every day whose time has come. After a stop of the installation a missed close runs once,
 * late, and says so.
 */
export async function closeDueDays(means: PracticeMeans, tx: Tx): Promise<void> {
  const now = means.clock.now();
  for (const due of await seasonsDue(tx, now)) {
    const row = await holdSeason(tx, due.season_id);
    if (row === undefined || row.state !== "running" || row.closing_day !== null) continue;
    if (row.closes_at === null || row.closes_at > now) continue;
    const isLate = now.getTime() - row.closes_at.getTime() > lateMillis;
    const usual = row.pace.kind === "timetable" ? ("timetable" as const) : ("interval" as const);
    await freezeDay(tx, row, isLate ? "late" : usual);
  }
}
