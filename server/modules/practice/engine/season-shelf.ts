import { reopenSeason } from "@echelon/kernel/market/open-season.ts";
import type { Season } from "@echelon/kernel/market/season.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { readWorld, type SeasonRow } from "../store/season-store.ts";
import { restoreState } from "./restore-state.ts";
import { seedOf } from "./season-key.ts";

/** Seasons held at once; a class's state is a few megabytes. */
export const seasonsHeldMax = 24;

export interface SeasonShelf {
  /** The world of a season; compiled once a process. */
  worldOf(sql: Sql, row: SeasonRow): Promise<World>;
  /** The season as it stands before the open day's decisions. */
  seasonAt(sql: Sql, row: SeasonRow): Promise<Season>;
}

/** Keeps the worlds and seasons that were asked for last. */
export function createSeasonShelf(): SeasonShelf {
  const worlds = new Map<string, World>();
  const seasons = new Map<string, { readonly at: string; readonly season: Season }>();
  const worldOf = async (sql: Sql, row: SeasonRow) => {
    const known = worlds.get(row.world_hash);
    if (known !== undefined) return touch(worlds, row.world_hash, known, seasonsHeldMax);
    const compiled = compileWorld(await readWorld(sql, row.season_id));
    if (!compiled.ok) throw new Error(`the frozen world of season ${row.season_id} has faults`);
    return touch(worlds, row.world_hash, compiled.value, seasonsHeldMax);
  };
  return {
    worldOf,
    async seasonAt(sql, row) {
      const at = placeOf(row);
      const known = seasons.get(row.season_id);
      if (known?.at === at) return known.season;
      const world = await worldOf(sql, row);
      const seed = seedOf(row.seed_secret, world.source.engine);
      const state = await restoreState(sql, row, world, seed, row.day - 1);
      const season = reopenSeason(world, seed, state);
      return touch(seasons, row.season_id, { at, season }, seasonsHeldMax).season;
    },
  };
}

/** Where a season stands: what was kept for another place is stale. */
export const placeOf = (row: SeasonRow): string => `${row.branch}/${row.day}`;

/** Puts a value at the end of a map and drops the longest unused ones beyond the limit. */
export function touch<Key, Value>(
  map: Map<Key, Value>,
  key: Key,
  value: Value,
  valuesMax: number,
): Value {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= valuesMax) break;
    map.delete(oldest);
  }
  return value;
}
