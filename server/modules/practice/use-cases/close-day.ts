import { gzipSync } from "node:zlib";
import { topic } from "@echelon/contract/platform/events.ts";
import { lastDayOfRound } from "@echelon/kernel/calendar/round.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import { closeDayKind, type CloseDayPayload, replayLuckKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { insertClose, writeResults, writeSnapshot } from "../store/result-store.ts";
import { changeSeason, holdSeason, readSeason, type SeasonRow } from "../store/season-store.ts";
import { askForChances } from "./ask-for-chances.ts";
import { beginAutopilots } from "./begin-autopilots.ts";
import { nextCloseAt } from "./next-close.ts";

/**
 * Turns a frozen day's decisions into its results.
 *
 * The engine runs before the season's row is held, because the log of a frozen day can no longer
 * change; everything it gives is then written in this one transaction, together with the effect key
 * that makes a second run of the same job do nothing.
 */
export async function closeDay(means: PracticeMeans, run: JobRun<CloseDayPayload>): Promise<void> {
  const { tx, payload } = run;
  const { season, branch, day } = payload;
  const before = await readSeason(tx, season);
  if (before === undefined || !isFrozen(before, branch, day)) return;
  const started = performance.now();
  const spans = lineage(await readBranches(tx, season), branch);
  const entries = await readHeadLog(tx, season, spans, day, day);
  const result = await means.engine.close(tx, before, entries);
  const milliseconds = Math.round(performance.now() - started);
  const row = await holdSeason(tx, season);
  if (row === undefined || !isFrozen(row, branch, day)) return;
  const now = means.clock.now();
  await insertClose(tx, {
    season_id: season,
    branch,
    day,
    digest: result.digest,
    ledger_sums: { ...result.ledgerSums },
    rates_e8: [...result.ratesE8],
    orders: sum(result.tables.stores.columns.orders, result.tables.stores.rows),
    milliseconds,
    how: row.closing_how ?? "by-hand",
    closed_at: now,
    is_head: true,
  });
  await writeResults(tx, season, branch, day, result.tables);
  await writeSnapshot(tx, {
    season_id: season,
    branch,
    day,
    digest: result.digest,
    bytes: gzipSync(result.snapshot, { level: 1 }),
  });
  const isLast = day >= row.days;
  const isRoundOver = day === lastDayOfRound(day, row.days_per_round, row.days);
  const changed = await changeSeason(tx, season, {
    day: day + 1,
    ...(await reachedTasks(means, tx, row)),
    ...(isRoundOver ? opened : { closing_day: day + 1 }),
    closes_at: isRoundOver && !isLast ? nextCloseAt(row.pace, now) : null,
    ...(isLast ? { state: "finished" as const, finished_at: now } : {}),
  });
  if (isRoundOver && !isLast) await beginAutopilots(tx, changed, now);
  // The days of a round close one after the other, and nobody can decide between them.
  if (!isRoundOver) await enqueue(tx, closeDayKind, { season, branch, day: day + 1 });
  if (isLast && !row.is_rehearsal) {
    await askForChances(tx, changed, now);
    await enqueue(tx, replayLuckKind, { season, branch, days: day });
  }
  tx.announce(topic("season", season), changed.version);
}

/** How far the one store of somebody's own practice has come with its tasks. */
async function reachedTasks(
  means: PracticeMeans,
  tx: Tx,
  row: SeasonRow,
): Promise<{ reached_bp?: number }> {
  if (!row.is_rehearsal || row.checklist === null) return {};
  const [mark] = (await means.engine.marksOf(tx, row, row.day)).values();
  return mark === undefined ? {} : { reached_bp: mark.reachedBp };
}

const opened = { closing_day: null, closing_branch: null, closing_how: null };

const isFrozen = (row: SeasonRow, branch: number, day: number) =>
  row.day === day &&
  row.branch === branch &&
  row.closing_day === day &&
  row.closing_branch === branch;

const sum = (values: Int32Array, rows: number) =>
  values.subarray(0, rows).reduce((total, value) => total + value, 0);
