import {
  type ChecklistMark,
  markChecklist,
} from "@echelon/kernel/market/checklist/mark-checklist.ts";
import { reopenSeason } from "@echelon/kernel/market/open-season.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world/world.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { readEvidence } from "../store/evidence-store.ts";
import { readProducts, type SeasonProduct } from "../store/product-store.ts";
import { readSums, type StoreSums } from "../store/sums-store.ts";
import { readEngine, readWorld, type SeasonRow } from "../store/season-store.ts";
import type { EngineHost, EngineSeason } from "./engine-host.ts";
import { holdLast } from "./hold-last.ts";
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
   * Every store's totals up to a closed day. A closed day of a branch never changes, so that they
   * are added up once for all who look.
   */
  sumsOf(sql: Sql, row: SeasonRow, day: number): Promise<readonly StoreSums[]>;
  /** Every store's marks by the season's checklist, kept like the totals; none without one. */
  marksOf(sql: Sql, row: SeasonRow, day: number): Promise<ReadonlyMap<number, ChecklistMark>>;
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
  const worlds = keepMade<World>(seasonsHeldMax);
  const products = keepMade<readonly SeasonProduct[]>(seasonsHeldMax);
  const sums = keepMade<readonly StoreSums[]>(sumsHeldMax);
  const marks = keepMade<ReadonlyMap<number, ChecklistMark>>(sumsHeldMax);
  const seasons = new Map<string, { readonly at: string; readonly season: Season }>();
  const engines = new Map<string, number>();
  const restoring = shareWork<Season>();

  const worldOf = (sql: Sql, row: SeasonRow) =>
    worlds(sql, row.world_hash, async () => {
      const compiled = compileWorld(await readWorld(sql, row.season_id));
      if (compiled.ok) return compiled.value;
      throw new Error(`the frozen world of season ${row.season_id} has faults`);
    });
  const restore = async (sql: Sql, row: SeasonRow) => {
    const world = await worldOf(sql, row);
    const season = threadSeason(sql, row, world.source.engine);
    const state = await restoreState(sql, row, { host, season, world }, row.day - 1);
    const at = placeOf(row);
    const reopened = reopenSeason(world, season.seed, state);
    return holdLast(seasons, row.season_id, { at, season: reopened }, seasonsHeldMax).season;
  };
  return {
    worldOf,
    productsOf: (sql, row) => products(sql, row.season_id, () => readProducts(sql, row.season_id)),
    sumsOf: (sql, row, day) =>
      sums(sql, `${row.season_id}/${row.branch}/${day}`, async () => {
        const { parameters } = await worldOf(sql, row);
        const back = parameters["valuation.days"];
        return readSums(sql, row.season_id, day, roundDaysOf(row), back);
      }),
    async marksOf(sql, row, day) {
      const { checklist } = row;
      if (checklist === null || day < 1) return new Map();
      return marks(sql, `${row.season_id}/${row.branch}/${day}`, async () => {
        const world = await worldOf(sql, row);
        const evidence = await readEvidence(sql, row, world, day);
        const marked = evidence.map((one) => markChecklist(checklist, world, one));
        return new Map(marked.map((mark) => [mark.store, mark]));
      });
    },
    async seasonAt(sql, row) {
      const at = placeOf(row);
      const known = seasons.get(row.season_id);
      if (known?.at === at) return holdLast(seasons, row.season_id, known, seasonsHeldMax).season;
      if (isOfTransaction(sql)) return restore(sql, row);
      return restoring(`${row.season_id}/${at}`, () => restore(sql, row));
    },
    async isPlayable(sql, row) {
      const known = engines.get(row.season_id) ?? (await readEngine(sql, row.season_id));
      return holdLast(engines, row.season_id, known, enginesHeldMax) === engineVersion;
    },
  };
}

/** Days of a round for who counts rounds: where days close one by one, a week is one. */
export const roundDaysOf = (row: Pick<SeasonRow, "days_per_round">): number =>
  row.days_per_round > 1 ? row.days_per_round : 7;

const enginesHeldMax = 1_000;
const sumsHeldMax = 100;

/** Makes a thing once for all who ask for it, and keeps those that were asked for last. */
function keepMade<Value>(valuesMax: number) {
  const kept = new Map<string, Value>();
  const making = shareWork<Value>();
  return async (sql: Sql, key: string, make: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key);
    if (known !== undefined) return holdLast(kept, key, known, valuesMax);
    return holdLast(
      kept,
      key,
      await (isOfTransaction(sql) ? make() : making(key, make)),
      valuesMax,
    );
  };
}

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
