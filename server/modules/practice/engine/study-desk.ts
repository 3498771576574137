import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { type BranchSpan, lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { digestAfter, readSnapshot, snapshotPlaces } from "../store/result-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { createEngineHost, type EngineSeason } from "./engine-host.ts";
import { threadSeason } from "./season-shelf.ts";
import { shareWork } from "./share-work.ts";
import type { Explained, NamedDay, PlayedDay, ReplayRequest } from "./thread-messages.ts";

/** The days between which a store's figures are explained. */
export type DayPair = {
  readonly store: number;
  /** The earlier day; the same day asks what the store's own decisions of the day did. */
  readonly before: number;
  readonly after: number;
};

/** Answers questions about days, on a thread of its own: no close waits for it. */
export interface StudyDesk {
  /** @throws Error when a day does not come out as it was closed */
  explain(sql: Sql, row: SeasonRow, pair: DayPair): Promise<Explained>;
  /**
   * Plays days of the season with a log that was changed, or the open day with its log so far.
   *
   * @param change  what becomes of the log of these days
   * @throws Error when no sound snapshot is left to begin with and the opening fails too
   */
  play(
    sql: Sql,
    row: SeasonRow,
    span: { readonly from: number; readonly to: number },
    change?: (entries: readonly LogEntry[]) => readonly LogEntry[],
  ): Promise<readonly PlayedDay[]>;
  stop(): Promise<void>;
}

const unzip = promisify(gunzip);

export function createStudyDesk(): StudyDesk {
  const host = createEngineHost();
  const watching = shareWork<void>();

  const watch = async (
    sql: Sql,
    row: SeasonRow,
    season: EngineSeason,
    spans: readonly BranchSpan[],
    question: { store: number; before: NamedDay; after: NamedDay },
  ): Promise<void> => {
    const { before, after } = question;
    for await (const days of daysToPlay(sql, row, spans, before.day, after.day)) {
      if ((await host.explain(season, question, days)) !== null) return;
    }
  };

  return {
    async explain(sql, row, { store, before, after }) {
      const season = threadSeason(sql, row, engineVersion);
      const spans = lineage(await readBranches(sql, row.season_id), row.branch);
      const named = async (day: number, without: number | null): Promise<NamedDay> => {
        const digest = await digestAfter(sql, row.season_id, spans, day);
        if (digest === undefined) throw new Error(`day ${day} of ${row.season_id} is not closed`);
        return { day, digest, without };
      };
      const question = {
        store,
        before: await named(before, before === after ? store : null),
        after: await named(after, null),
      };
      const known = await host.explain(season, question, null);
      if (known !== null) return known;
      // Right after a close a whole class asks at once: the days are played once for all of them.
      const { digest, without } = question.before;
      const key = [row.season_id, question.after.digest, digest, without].join("/");
      await watching(key, () => watch(sql, row, season, spans, question));
      const explained = await host.explain(season, question, null);
      if (explained === null) throw new Error(`day ${after} of ${row.season_id} cannot be played`);
      return explained;
    },
    async play(sql, row, { from, to }, change = (entries) => entries) {
      const season = threadSeason(sql, row, engineVersion);
      const spans = lineage(await readBranches(sql, row.season_id), row.branch);
      for await (const days of daysToPlay(sql, row, spans, from, to)) {
        const played = await host.play(season, { ...days, entries: change(days.entries) });
        if (played !== null) return played.filter(({ day }) => day >= from);
      }
      throw new Error(`days ${from} to ${to} of ${row.season_id} cannot be played`);
    },
    stop: () => host.stop(),
  };
}

/** The latest snapshots before the earlier day, then the opening: the first sound one serves. */
async function* daysToPlay(
  sql: Sql,
  row: SeasonRow,
  spans: readonly BranchSpan[],
  before: number,
  after: number,
): AsyncIterable<ReplayRequest> {
  const { season_id: season } = row;
  const places = await snapshotPlaces(sql, season, spans, before - 1);
  for (const place of [...places, null]) {
    const kept = place === null ? undefined : await readSnapshot(sql, season, place);
    const snapshot = kept === undefined ? null : await unzip(kept).catch(() => null);
    if (place !== null && snapshot === null) continue;
    const from = (place?.day ?? 0) + 1;
    const entries = await readHeadLog(sql, season, spans, from, after);
    yield { snapshot, from, to: after, entries };
  }
}
