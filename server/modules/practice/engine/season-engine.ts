import type { LogEntry } from "@echelon/kernel/market/decision.ts";
import { addToPreview, previewDay } from "@echelon/kernel/market/check-decision.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world.ts";
import type { Season } from "@echelon/kernel/market/season.ts";
import { reopenSeason } from "@echelon/kernel/market/open-season.ts";
import type { State } from "@echelon/kernel/market/state.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import { readWorld, type SeasonRow } from "../store/season-store.ts";
import { restoreState } from "./restore-state.ts";
import { seedOf } from "./season-key.ts";

/** The kernel's season at the start of the open day, and previews of what its stores decided. */
export interface SeasonEngine {
  /** The world of a season; compiled once a process. */
  worldOf(sql: Sql, row: SeasonRow): Promise<World>;
  /** The season as it stands before the open day's decisions. Never change it. */
  seasonAt(sql: Sql, row: SeasonRow): Promise<Season>;
  /** A copy with the store's decisions of the open day applied: further ones are checked on it. */
  previewOf(sql: Sql, row: SeasonRow, store: number): Promise<Season>;
  /** Adds accepted entries to the preview; called after their transaction has committed. */
  accepted(row: SeasonRow, store: number, entries: readonly LogEntry[]): void;
  /** Forgets the preview, because something was tried on it that was not accepted. */
  forgetPreview(row: SeasonRow, store: number): void;
  /** Keeps the state that a close in this process has just made. */
  keep(row: SeasonRow, state: State): void;
}

/** Seasons held at once; a class's state is about a megabyte and a half. */
const seasonsHeldMax = 24;
const previewsHeldMax = 200;

type Preview = { readonly at: string; readonly season: Season; entries: number };

export function createSeasonEngine(): SeasonEngine {
  const worlds = new Map<string, World>();
  const seasons = new Map<string, { at: string; season: Season }>();
  const previews = new Map<string, Preview>();

  const worldOf = async (sql: Sql, row: SeasonRow) => {
    const known = worlds.get(row.world_hash);
    if (known !== undefined) return touch(worlds, row.world_hash, known, seasonsHeldMax);
    const compiled = compileWorld(await readWorld(sql, row.season_id));
    if (!compiled.ok) throw new Error(`the frozen world of season ${row.season_id} has faults`);
    return touch(worlds, row.world_hash, compiled.value, seasonsHeldMax);
  };

  const seasonAt = async (sql: Sql, row: SeasonRow) => {
    const at = placeOf(row);
    const known = seasons.get(row.season_id);
    if (known?.at === at) return known.season;
    const world = await worldOf(sql, row);
    const seed = seedOf(row.seed_secret, world.source.engine);
    const state = await restoreState(sql, row, world, seed, row.day - 1);
    const season = reopenSeason(world, seed, state);
    touch(seasons, row.season_id, { at, season }, seasonsHeldMax);
    return season;
  };

  return {
    worldOf,
    seasonAt,
    async previewOf(sql, row, store) {
      const at = placeOf(row);
      const key = `${row.season_id}/${store}`;
      const spans = lineage(await readBranches(sql, row.season_id), row.branch);
      const entries = await readStoreDay(sql, row.season_id, spans, store, row.day);
      const known = previews.get(key);
      if (known?.at === at && known.entries === entries.length) return known.season;
      const season = previewDay(await seasonAt(sql, row), entries);
      touch(previews, key, { at, season, entries: entries.length }, previewsHeldMax);
      return season;
    },
    accepted(row, store, entries) {
      const known = previews.get(`${row.season_id}/${store}`);
      if (known?.at === placeOf(row)) known.entries += entries.length;
    },
    forgetPreview(row, store) {
      previews.delete(`${row.season_id}/${store}`);
    },
    keep(row, state) {
      const world = worlds.get(row.world_hash);
      if (world === undefined) return;
      const season = reopenSeason(world, seedOf(row.seed_secret, world.source.engine), state);
      touch(seasons, row.season_id, { at: placeOf(row), season }, seasonsHeldMax);
    },
  };
}

/** Applies entries to a preview in place, one after the other. */
export function applyToPreview(preview: Season, entries: readonly LogEntry[]): void {
  for (const entry of entries) addToPreview(preview, entry);
}

const placeOf = (row: SeasonRow) => `${row.branch}/${row.day}`;

/** Puts a value at the end of a map and drops the longest unused ones beyond the limit. */
function touch<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, valuesMax: number): Value {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= valuesMax) break;
    map.delete(oldest);
  }
  return value;
}
