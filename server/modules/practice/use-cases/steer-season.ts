import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { RankingState } from "@echelon/contract/practice/scoring.ts";
import type { Pace } from "@echelon/contract/practice/season.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { replayLuckKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { changeSeason, holdSeason, type SeasonRow } from "../store/season-store.ts";
import { askForChances } from "./ask-for-chances.ts";
import { accessTo } from "./find-season.ts";
import { isPaceForClass, nextCloseAt } from "./next-close.ts";

type Change = Partial<Omit<SeasonRow, "season_id" | "version">>;

/** Holds a season that the caller may steer, changes it, and tells everyone. */
async function steer(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  plan: (row: SeasonRow, now: Date) => Outcome<Change>,
  options: {
    mayAssist?: boolean;
    /** What else belongs to the change, in its transaction. */
    alsoDo?: (tx: Tx, row: SeasonRow) => Promise<void>;
  } = {},
): Promise<Outcome<SeasonRow>> {
  return means.database.transaction(async (tx: Tx) => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const access = await accessTo(tx, caller, row);
    if (!access.ok) return access;
    const { maySteer, maySeeAll } = access.value;
    if (!maySteer && !(options.mayAssist === true && maySeeAll && !row.is_rehearsal)) {
      return refuse({ code: "platform/not-allowed" });
    }
    const change = plan(row, means.clock.now());
    if (!change.ok) return change;
    const changed = await changeSeason(tx, season, change.value);
    await options.alsoDo?.(tx, changed);
    tx.announce(topic("season", season), changed.version);
    if (row.class_id !== null) tx.announce(topic("class", row.class_id));
    return ok(changed);
  });
}

const hasEnded = (row: SeasonRow) => row.state === "finished" || row.state === "archived";

/** Opens the first day; from here on days close. */
export const startSeason = (means: PracticeMeans, caller: Caller, season: string) =>
  steer(means, caller, season, (row, now) => {
    if (hasEnded(row)) return refuse({ code: "practice/season-closed" });
    if (row.state !== "lobby") return refuse({ code: "practice/season-busy" });
    return ok({ state: "running", closes_at: nextCloseAt(row.pace, now) });
  });

export const pauseSeason = (means: PracticeMeans, caller: Caller, season: string) =>
  steer(
    means,
    caller,
    season,
    (row) => {
      if (hasEnded(row)) return refuse({ code: "practice/season-closed" });
      if (row.closing_day !== null) return refuse({ code: "practice/season-busy" });
      return ok({ state: row.state === "running" ? "paused" : row.state, closes_at: null });
    },
    { mayAssist: true },
  );

export const resumeSeason = (means: PracticeMeans, caller: Caller, season: string) =>
  steer(
    means,
    caller,
    season,
    (row, now) => {
      if (hasEnded(row)) return refuse({ code: "practice/season-closed" });
      if (row.state !== "paused") return ok({});
      return ok({ state: "running", closes_at: nextCloseAt(row.pace, now) });
    },
    { mayAssist: true },
  );

/** Ends a season before its last day; the truth of its market is then open. */
export const finishSeason = (means: PracticeMeans, caller: Caller, season: string) =>
  steer(
    means,
    caller,
    season,
    (row, now) => {
      if (hasEnded(row)) return refuse({ code: "practice/season-closed" });
      if (row.closing_day !== null) return refuse({ code: "practice/season-busy" });
      return ok({ state: "finished", finished_at: now, closes_at: null });
    },
    { alsoDo: (tx, row) => askForLookingBack(tx, row, means.clock.now()) },
  );

/** What could have been, and how much of the ranks was luck: worked out once they are final. */
async function askForLookingBack(tx: Tx, row: SeasonRow, now: Date): Promise<void> {
  const days = row.day - 1;
  if (days < 1 || row.is_rehearsal) return;
  await askForChances(tx, row, now);
  await enqueue(tx, replayLuckKind, { season: row.season_id, branch: row.branch, days });
}

export const setPace = (means: PracticeMeans, caller: Caller, season: string, pace: Pace) =>
  steer(means, caller, season, (row, now) => {
    if (hasEnded(row)) return refuse({ code: "practice/season-closed" });
    if (row.is_rehearsal || !isPaceForClass(pace)) {
      return refuse({ code: "practice/pace-not-allowed" });
    }
    return ok({ pace, closes_at: row.state === "running" ? nextCloseAt(pace, now) : null });
  });

/** Gives the open day more time; every store of the season has it. */
export const extendDay = (means: PracticeMeans, caller: Caller, season: string, minutes: number) =>
  steer(
    means,
    caller,
    season,
    (row) => {
      if (hasEnded(row)) return refuse({ code: "practice/season-closed" });
      if (row.closing_day !== null) return refuse({ code: "practice/season-busy" });
      if (row.closes_at === null) return refuse({ code: "practice/pace-not-allowed" });
      return ok({ closes_at: new Date(row.closes_at.getTime() + minutes * 60_000) });
    },
    { mayAssist: true },
  );

export const setNamesHidden = (
  means: PracticeMeans,
  caller: Caller,
  season: string,
  areHidden: boolean,
) => steer(means, caller, season, () => ok({ are_names_hidden: areHidden }));

/**
 * What students see of the ranking. Frozen, it stands as the last closed day has it; a freeze of a
 * frozen one keeps its day.
 */
export const setRanking = (
  means: PracticeMeans,
  caller: Caller,
  season: string,
  ranking: RankingState,
) =>
  steer(means, caller, season, (row) => {
    if (ranking !== "frozen") return ok({ ranking, ranking_day: null });
    if (row.ranking === "frozen") return ok({});
    if (row.day <= 1) return refuse({ code: "practice/nothing-closed" });
    return ok({ ranking, ranking_day: row.day - 1 });
  });
