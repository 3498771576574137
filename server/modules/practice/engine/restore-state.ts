import { gunzipSync } from "node:zlib";
import { closeDay } from "@echelon/kernel/market/day.ts";
import { openSeason, reopenSeason } from "@echelon/kernel/market/open-season.ts";
import type { Seed } from "@echelon/kernel/market/season.ts";
import { decodeSnapshot } from "@echelon/kernel/market/snapshot.ts";
import type { State } from "@echelon/kernel/market/state.ts";
import { newWorkspace } from "@echelon/kernel/market/workspace.ts";
import type { World } from "@echelon/kernel/market/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { nearestSnapshot } from "../store/result-store.ts";
import type { SeasonRow } from "../store/season-store.ts";

/** Memory for the engine outside of worker threads. */
export const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

/**
 * The state after a day of the head: from its snapshot, or replayed from the nearest earlier one.
 * Snapshots are a cache, so even without any the season is opened again and replayed.
 */
export async function restoreState(
  sql: Sql,
  row: SeasonRow,
  world: World,
  seed: Seed,
  day: number,
): Promise<State> {
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const snapshot = await nearestSnapshot(sql, row.season_id, spans, day);
  let state =
    snapshot === undefined
      ? openSeason(world, seed, allocate).state
      : (decodeSnapshot(gunzipSync(snapshot.bytes), world.source.engine, world.sizes, allocate) ??
        openSeason(world, seed, allocate).state);
  const from = (snapshot?.day ?? 0) + 1;
  if (from > day) return state;
  const log = await readHeadLog(sql, row.season_id, spans, from, day);
  const work = newWorkspace(world.sizes, allocate);
  for (let at = from; at <= day; at += 1) {
    const entries = log.filter((entry) => entry.day === at);
    state = closeDay(reopenSeason(world, seed, state), entries, work, { into: state }).state;
  }
  return state;
}
