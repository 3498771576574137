import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { type BranchSpan, lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { digestAfter, readSnapshot, snapshotPlaces } from "../store/result-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { createEngineHost, type EngineSeason } from "./engine-host.ts";
import { threadSeason, touch } from "./season-shelf.ts";
import { shareWork } from "./share-work.ts";
import type {
  Explained,
  NamedDay,
  PlayedDay,
  ReplayRequest,
  WhyQuestion,
} from "./thread-messages.ts";

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

/** An answer takes some kilobytes. */
const answersKeptMax = 400;

const unzip = promisify(gunzip);

export function createStudyDesk(): StudyDesk {
  const host = createEngineHost();
  const watching = shareWork<Explained | null>();
  const known = keepAnswers<Explained>();

  /** Plays the days that the question names and explains them; null when that cannot be done. */
  const playAndExplain = async (
    sql: Sql,
    row: SeasonRow,
    season: EngineSeason,
    spans: readonly BranchSpan[],
    question: WhyQuestion,
  ): Promise<Explained | null> => {
    const { before, after } = question;
    for await (const days of daysToPlay(sql, row, spans, before.day, after.day)) {
      const explained = await host.explain(season, question, days);
      if (explained !== null) return explained;
    }
    return null;
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
      const { digest, without } = question.before;
      const key = [row.season_id, question.after.digest, digest, without].join("/");
      return known(`${key}/${store}`, async () => {
        const held = await host.explain(season, question, null);
        if (held !== null) return held;
        const play = () => playAndExplain(sql, row, season, spans, question);
        // Right after a close a whole class asks at once: the days are played once for all, unless
        // so many others were asked for meanwhile that they are not held any more.
        await watching(key, play);
        const explained = (await host.explain(season, question, null)) ?? (await play());
        if (explained === null)
          throw new Error(`day ${after} of ${row.season_id} cannot be played`);
        return explained;
      });
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

/** Screens ask again at every news of their season; what a closed day says stays the same. */
function keepAnswers<Value>() {
  const kept = new Map<string, Value>();
  const making = shareWork<Value>();
  return async (key: string, make: () => Promise<Value>): Promise<Value> =>
    touch(kept, key, kept.get(key) ?? (await making(key, make)), answersKeptMax);
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
