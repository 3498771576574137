import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { DayRecord } from "@echelon/contract/practice/season.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { closeDayKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { changeSeason, holdSeason, type SeasonRow } from "../store/season-store.ts";
import { applyDrafts, warmForDrafts } from "./apply-drafts.ts";
import { accessTo, findSeason } from "./find-season.ts";

export type How = DayRecord["how"];

/**
 * Freezes the open day and asks for its close. Two clicks, two servers or a clock that strikes
 * twice close it once: whoever comes second finds the day frozen.
 */
export async function requestClose(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  day: number,
): Promise<Outcome<SeasonRow>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  await warmForDrafts(means, found.value.row);
  return means.database.transaction(async (tx) => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const access = await accessTo(tx, caller, row);
    if (!access.ok) return access;
    const mayClose = access.value.maySteer || (row.is_rehearsal && row.owner_id === caller.person);
    if (!mayClose && !access.value.maySeeAll) return refuse({ code: "platform/not-allowed" });
    if (row.state === "finished" || row.state === "archived") {
      return refuse({ code: "practice/season-closed" });
    }
    if (row.state !== "running") return refuse({ code: "practice/season-not-open" });
    if (row.day !== day) return refuse({ code: "practice/day-closed", facts: { day } });
    if (!(await means.engine.isPlayable(tx, row))) {
      return refuse({ code: "practice/engine-version" });
    }
    if (row.closing_day !== null) return ok(row);
    return ok(await freezeDay(means, tx, row, row.is_rehearsal ? "self-paced" : "by-hand"));
  });
}

/**
 * Freezes the log of the open day and enqueues its close, in the caller's transaction. Where drafts
 * count they are handed in here, with the freeze or not at all: a day is frozen once, so whatever
 * is killed afterwards finds them in the log and hands in none of them again.
 *
 * @param row  a season of this engine: frozen, another's could neither close nor be ended
 */
export async function freezeDay(
  means: PracticeMeans,
  tx: Tx,
  row: SeasonRow,
  how: How,
): Promise<SeasonRow> {
  if (row.absence === "apply-draft") await applyDrafts(means, tx, row);
  const frozen = await changeSeason(tx, row.season_id, {
    closing_day: row.day,
    closing_branch: row.branch,
    closing_how: how,
  });
  await enqueue(tx, closeDayKind, { season: row.season_id, branch: row.branch, day: row.day });
  tx.announce(topic("season", row.season_id), frozen.version);
  return frozen;
}
