import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { decodeSnapshot } from "@echelon/kernel/market/state/snapshot.ts";
import type { State } from "@echelon/kernel/market/state/state.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { type BranchSpan, lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { digestAfter, readSnapshot, snapshotPlaces } from "../store/result-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import type { EngineHost, EngineSeason } from "./engine-host.ts";

/** Memory for the engine outside of worker threads. */
export const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

const unzip = promisify(gunzip);

/** What a restore works with besides the database. */
export type RestoreMeans = {
  readonly host: EngineHost;
  readonly season: EngineSeason;
  readonly world: World;
};

/**
 * The state after a day of the row's branch: from its snapshot, or replayed on the engine's thread
 * from an earlier one. Snapshots are a cache: without any sound one the season is opened again and
 * replayed from its first day.
 *
 * @throws Error when the replay ends in another digest than the day was closed with
 */
export async function restoreState(
  sql: Sql,
  row: SeasonRow,
  means: RestoreMeans,
  day: number,
): Promise<State> {
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const recorded = await digestAfter(sql, row.season_id, spans, day);
  for (const place of await snapshotPlaces(sql, row.season_id, spans, day)) {
    const kept = await readSnapshot(sql, row.season_id, place);
    const bytes = kept === undefined ? null : await unzip(kept).catch(() => null);
    if (bytes === null) continue;
    if (place.day < day) {
      const found = await replayed(sql, row, means, spans, { bytes, from: place.day, to: day });
      if (found !== null && isAsRecorded(found.digest, recorded)) return found.state;
    } else if (isAsRecorded(place.digest, recorded)) {
      const state = decoded(means.world, bytes);
      if (state !== null) return state;
    }
  }
  const found = await replayed(sql, row, means, spans, { bytes: null, from: 0, to: day });
  if (found === null || !isAsRecorded(found.digest, recorded)) {
    const facts = `${found?.digest} instead of ${recorded}`;
    throw new Error(`season ${row.season_id} replays to day ${day} with ${facts}`);
  }
  return found.state;
}

/** The opening's digest is recorded nowhere but in its own snapshot. */
const isAsRecorded = (digest: string | undefined, recorded: string | undefined) =>
  recorded === undefined || digest === recorded;

function decoded(world: World, bytes: Uint8Array): State | null {
  return decodeSnapshot(bytes, world.source.engine, world.sizes, allocate);
}

/** Days replayed on the engine's thread; null when the snapshot to begin with is unsound. */
async function replayed(
  sql: Sql,
  row: SeasonRow,
  { host, season, world }: RestoreMeans,
  spans: readonly BranchSpan[],
  { bytes, from, to }: { bytes: Uint8Array | null; from: number; to: number },
): Promise<{ state: State; digest: string } | null> {
  const entries = await readHeadLog(sql, row.season_id, spans, from + 1, to);
  const answer = await host.replay(season, { snapshot: bytes, from: from + 1, to, entries });
  const state = answer === null ? null : decoded(world, answer.snapshot);
  return answer === null || state === null ? null : { state, digest: answer.digest };
}
