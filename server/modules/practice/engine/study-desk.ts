import { availableParallelism } from "node:os";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { NamesWorth } from "@echelon/kernel/market/why/name-worth.ts";
import type { PagePlace, ShownSlot } from "@echelon/kernel/market/why/shown-page.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { type BranchSpan, lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { digestAfter, readSnapshot, snapshotPlaces } from "../store/result-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { createEngineHost, type EngineHost, type EngineSeason } from "./engine-host.ts";
import { holdLast } from "./hold-last.ts";
import { threadSeason } from "./season-shelf.ts";
import { shareWork } from "./share-work.ts";
import type { Explained, NamedDay, PlayedDay, ReplayRequest, Lost } from "./thread-messages.ts";

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
  /** What a store's closed day lost, listing by listing and reason by reason. */
  lost(sql: Sql, row: SeasonRow, store: number, day: number): Promise<readonly Lost[]>;
  /** What a store's bids on names brought on a closed day. */
  worth(sql: Sql, row: SeasonRow, store: number, day: number): Promise<NamesWorth>;
  /** A page as the shoppers of a closed day saw it. */
  page(sql: Sql, row: SeasonRow, place: PagePlace, day: number): Promise<readonly ShownSlot[]>;
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

/** Threads that play days at once at most; the others start with the first work they get. */
export const playersMax = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Gives work to whoever has least of it, and to the first of those. */
function leastBusy(hosts: readonly EngineHost[]) {
  const busy = new Map(hosts.map((host) => [host, 0]));
  const count = (host: EngineHost, by: number) => busy.set(host, (busy.get(host) ?? 0) + by);
  return {
    async use<Value>(work: (host: EngineHost) => Promise<Value>): Promise<Value> {
      const host = hosts.reduce((a, b) => ((busy.get(b) ?? 0) < (busy.get(a) ?? 0) ? b : a));
      count(host, 1);
      return work(host).finally(() => count(host, -1));
    },
    stop: async () => void (await Promise.all(hosts.map((host) => host.stop()))),
  };
}

const unzip = promisify(gunzip);

export function createStudyDesk(): StudyDesk {
  const host = createEngineHost();
  const players = leastBusy([host, ...Array.from({ length: playersMax - 1 }, createEngineHost)]);
  const answerOn = askWithDays();
  const explained = keepAnswers<Explained>();
  const lost = keepAnswers<readonly Lost[]>();
  const worth = keepAnswers<NamesWorth>();

  return {
    async explain(sql, row, { store, before, after }) {
      const place = await placeOf(sql, row);
      const question = {
        store,
        before: await namedDay(place, before, before === after ? store : null),
        after: await namedDay(place, after, null),
      };
      const key = [keyOf(place, question.after), keyOf(place, question.before)].join("+");
      return explained(`${key}/${store}`, () =>
        answerOn(place, key, [before, after], (days) => host.explain(place.season, question, days)),
      );
    },
    async lost(sql, row, store, day) {
      const place = await placeOf(sql, row);
      const named = await namedDay(place, day, null);
      const key = keyOf(place, named);
      return lost(`${key}/${store}`, () =>
        answerOn(place, key, [day, day], (days) => host.lost(place.season, store, named, days)),
      );
    },
    async worth(sql, row, store, day) {
      const place = await placeOf(sql, row);
      const named = await namedDay(place, day, null);
      const key = keyOf(place, named);
      return worth(`${key}/${store}`, () =>
        answerOn(place, key, [day, day], (days) => host.worth(place.season, store, named, days)),
      );
    },
    async page(sql, row, at, day) {
      const place = await placeOf(sql, row);
      const named = await namedDay(place, day, null);
      return answerOn(place, keyOf(place, named), [day, day], (days) =>
        host.page(place.season, at, named, days),
      );
    },
    async play(sql, row, { from, to }, change = (entries) => entries) {
      const place = await placeOf(sql, row);
      for await (const days of daysToPlay(place, from, to)) {
        const request = { ...days, entries: change(days.entries) };
        const played = await players.use((one) => one.play(place.season, request));
        if (played !== null) return played.filter(({ day }) => day >= from);
      }
      throw new Error(`days ${from} to ${to} of ${row.season_id} do not play`);
    },
    stop: players.stop,
  };
}

/**
 * Asks the thread, with days to play when it does not hold them. Right after a close a whole
 * class asks at once: the days are played once for all, unless so many others were asked for
 * meanwhile that they are not held any more.
 */
function askWithDays() {
  const watching = shareWork<void>();
  return async <Answer>(
    place: Place,
    key: string,
    [from, to]: readonly [number, number],
    ask: (days: ReplayRequest | null) => Promise<Answer | null>,
  ): Promise<Answer> => {
    const held = await ask(null);
    if (held !== null) return held;
    const play = async (): Promise<Answer | null> => {
      for await (const days of daysToPlay(place, from, to)) {
        const answer = await ask(days);
        if (answer !== null) return answer;
      }
      return null;
    };
    await watching(key, async () => void (await play()));
    const answer = (await ask(null)) ?? (await play());
    if (answer === null) throw new Error(`days to ${to} of ${place.row.season_id} do not play`);
    return answer;
  };
}

/** Screens ask again at every news of their season; what a closed day says stays the same. */
function keepAnswers<Value>() {
  const kept = new Map<string, Value>();
  const making = shareWork<Value>();
  return async (key: string, make: () => Promise<Value>): Promise<Value> =>
    holdLast(kept, key, kept.get(key) ?? (await making(key, make)), answersKeptMax);
}

/** A season, the branches that count, and how the thread is told of it. */
type Place = {
  readonly sql: Sql;
  readonly row: SeasonRow;
  readonly season: EngineSeason;
  readonly spans: readonly BranchSpan[];
};

async function placeOf(sql: Sql, row: SeasonRow): Promise<Place> {
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  return { sql, row, season: threadSeason(sql, row, engineVersion), spans };
}

/** @param without  the store whose own decisions of the day are left out */
async function namedDay(
  { sql, row, spans }: Place,
  day: number,
  without: number | null,
): Promise<NamedDay> {
  const digest = await digestAfter(sql, row.season_id, spans, day);
  if (digest === undefined) throw new Error(`day ${day} of ${row.season_id} is not closed`);
  return { day, digest, without };
}

const keyOf = ({ row }: Place, { digest, without }: NamedDay) =>
  [row.season_id, digest, without].join("/");

/** The latest snapshots before the earlier day, then the opening: the first sound one serves. */
async function* daysToPlay(
  { sql, row, spans }: Place,
  from: number,
  to: number,
): AsyncIterable<ReplayRequest> {
  const { season_id: season } = row;
  const places = await snapshotPlaces(sql, season, spans, from - 1);
  for (const place of [...places, null]) {
    const kept = place === null ? undefined : await readSnapshot(sql, season, place);
    const snapshot = kept === undefined ? null : await unzip(kept).catch(() => null);
    if (place !== null && snapshot === null) continue;
    const first = (place?.day ?? 0) + 1;
    const entries = await readHeadLog(sql, season, spans, first, to);
    yield { snapshot, from: first, to, entries };
  }
}
