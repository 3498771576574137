import { reopenSeason } from "@echelon/kernel/market/open-season.ts";
import { engineVersion } from "@echelon/kernel/market/scenario.ts";
import type { Season } from "@echelon/kernel/market/season.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { readProducts, type SeasonProduct } from "../store/product-store.ts";
import { readEngine, readWorld, type SeasonRow } from "../store/season-store.ts";
import type { EngineHost, EngineSeason } from "./engine-host.ts";
import { restoreState } from "./restore-state.ts";
import { seedOf } from "./season-key.ts";
import { shareWork } from "./share-work.ts";

/** Seasons held at once; a class's state is a few megabytes. */
export const seasonsHeldMax = 24;

export interface SeasonShelf {
  /** The world of a season; compiled once a process. */
  worldOf(sql: Sql, row: SeasonRow): Promise<World>;
  /** What people read of a season's products; frozen with the world and kept like it. */
  productsOf(sql: Sql, row: SeasonRow): Promise<readonly SeasonProduct[]>;
  /**
   * The season as it stands before the open day's decisions. Right after a close a whole class asks
   * for it at once; it is restored once for all of them. Ask before a transaction begins: within
   * one it may have to be restored for that one alone.
   */
  seasonAt(sql: Sql, row: SeasonRow): Promise<Season>;
  /** Whether this engine is the one that the season was made for. */
  isPlayable(sql: Sql, row: SeasonRow): Promise<boolean>;
}

/** Keeps the worlds and seasons that were asked for last. */
export function createSeasonShelf(host: EngineHost): SeasonShelf {
  const worlds = new Map<string, World>();
  const seasons = new Map<string, { readonly at: string; readonly season: Season }>();
  const products = new Map<string, readonly SeasonProduct[]>();
  const engines = new Map<string, number>();
  const compiling = shareWork<World>();
  const restoring = shareWork<Season>();
  const reading = shareWork<readonly SeasonProduct[]>();

  const compile = async (sql: Sql, row: SeasonRow) => {
    const compiled = compileWorld(await readWorld(sql, row.season_id));
    if (!compiled.ok) throw new Error(`the frozen world of season ${row.season_id} has faults`);
    return touch(worlds, row.world_hash, compiled.value, seasonsHeldMax);
  };
  const worldOf = async (sql: Sql, row: SeasonRow) => {
    const known = worlds.get(row.world_hash);
    if (known !== undefined) return touch(worlds, row.world_hash, known, seasonsHeldMax);
    if (isOfTransaction(sql)) return compile(sql, row);
    return compiling(row.world_hash, () => compile(sql, row));
  };
  const restore = async (sql: Sql, row: SeasonRow) => {
    const world = await worldOf(sql, row);
    const season = threadSeason(sql, row, world.source.engine);
    const state = await restoreState(sql, row, { host, season, world }, row.day - 1);
    const at = placeOf(row);
    const reopened = reopenSeason(world, season.seed, state);
    return touch(seasons, row.season_id, { at, season: reopened }, seasonsHeldMax).season;
  };
  return {
    worldOf,
    async productsOf(sql, row) {
      const season = row.season_id;
      const read = () => readProducts(sql, season);
      const known =
        products.get(season) ?? (await (isOfTransaction(sql) ? read() : reading(season, read)));
      return touch(products, season, known, seasonsHeldMax);
    },
    async seasonAt(sql, row) {
      const at = placeOf(row);
      const known = seasons.get(row.season_id);
      if (known?.at === at) return touch(seasons, row.season_id, known, seasonsHeldMax).season;
      if (isOfTransaction(sql)) return restore(sql, row);
      return restoring(`${row.season_id}/${at}`, () => restore(sql, row));
    },
    async isPlayable(sql, row) {
      const known = engines.get(row.season_id) ?? (await readEngine(sql, row.season_id));
      return touch(engines, row.season_id, known, enginesHeldMax) === engineVersion;
    },
  };
}

const enginesHeldMax = 1_000;

/**
 * Work on a transaction's connection cannot be shared: it ends with the transaction. And who holds
 * a connection must not wait for work that needs another one, or the pool could come to a stop.
 */
const isOfTransaction = (sql: Sql) => "announce" in sql;

/** A season as the engine's thread is told of it. */
export const threadSeason = (sql: Sql, row: SeasonRow, engine: number): EngineSeason => ({
  worldHash: row.world_hash,
  seed: seedOf(row.seed_secret, engine),
  source: () => readWorld(sql, row.season_id),
});

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
