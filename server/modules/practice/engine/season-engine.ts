import type { LogEntry } from "@echelon/kernel/market/decision.ts";
import { addToPreview, previewDay } from "@echelon/kernel/market/check-decision.ts";
import type { World } from "@echelon/kernel/market/world.ts";
import { engineVersion } from "@echelon/kernel/market/scenario.ts";
import type { Season } from "@echelon/kernel/market/season.ts";
import { encodeSnapshot } from "@echelon/kernel/market/snapshot.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import { headCloses, nearestSnapshot } from "../store/result-store.ts";
import { readWorld, type SeasonRow } from "../store/season-store.ts";
import { createEngineHost, type EngineSeason } from "./engine-host.ts";
import { restoreState } from "./restore-state.ts";
import { seedOf } from "./season-key.ts";
import {
  createSeasonShelf,
  placeOf,
  type SeasonShelf,
  seasonsHeldMax,
  touch,
} from "./season-shelf.ts";
import type { ClosedDay, Opening } from "./thread-messages.ts";

/** The kernel's season at the start of the open day, and previews of what its stores decided. */
export interface SeasonEngine extends SeasonShelf {
  /** A copy with the store's decisions of the open day applied: further ones are checked on it. */
  previewOf(sql: Sql, row: SeasonRow, store: number): Promise<Season>;
  /**
   * Counts entries that were applied to the preview. Said as soon as they are applied: the next
   * request of the store would else apply them again. When their transaction fails, forget it.
   * Where another preview has taken its place, that one has them still to come.
   */
  applied(row: SeasonRow, preview: Season, store: number, entries: readonly LogEntry[]): void;
  /** Forgets the preview, because something was tried on it that was not accepted. */
  forgetPreview(row: SeasonRow): void;
  /** Burns in and calibrates a season's market, on the engine's thread. */
  open(sql: Sql, row: SeasonRow, progress: (percent: number) => void): Promise<Opening>;
  /** Closes the open day with these entries, on the engine's thread. */
  close(sql: Sql, row: SeasonRow, entries: readonly LogEntry[]): Promise<ClosedDay>;
  stop(): Promise<void>;
}

/** One copy of a season with the decisions of all its stores: stores do not touch each other. */
type Preview = {
  readonly at: string;
  readonly season: Season;
  /** How many entries of the steward it began with: stores that entered, help, events. */
  readonly stewards: number;
  /** How many of each store's entries of the day are in it. */
  readonly counts: Map<number, number>;
};

export function createSeasonEngine(): SeasonEngine {
  const { worldOf, seasonAt } = createSeasonShelf();
  const previews = new Map<string, Preview>();
  const host = createEngineHost();

  /** The open day with what the steward put into it and nothing of the stores yet. */
  const newPreview = async (
    sql: Sql,
    row: SeasonRow,
    at: string,
    entries: readonly LogEntry[],
  ): Promise<Preview> => {
    const season = previewDay(await seasonAt(sql, row), entries);
    return { at, season, stewards: entries.length, counts: new Map() };
  };

  return {
    worldOf,
    seasonAt,
    async previewOf(sql, row, store) {
      const at = placeOf(row);
      const spans = lineage(await readBranches(sql, row.season_id), row.branch);
      const steward = await readStoreDay(sql, row.season_id, spans, -1, row.day);
      const entries = await readStoreDay(sql, row.season_id, spans, store, row.day);
      const known = previews.get(row.season_id);
      // A store that has entered since, or help that came, stands in no preview from before it.
      const isUsable =
        known?.at === at &&
        known.stewards === steward.length &&
        (known.counts.get(store) ?? 0) <= entries.length;
      const preview = isUsable ? known : await newPreview(sql, row, at, steward);
      touch(previews, row.season_id, preview, seasonsHeldMax);
      applyToPreview(preview.season, entries.slice(preview.counts.get(store) ?? 0));
      preview.counts.set(store, entries.length);
      return preview.season;
    },
    applied(row, preview, store, entries) {
      const known = previews.get(row.season_id);
      if (known?.season !== preview) return;
      known.counts.set(store, (known.counts.get(store) ?? 0) + entries.length);
    },
    forgetPreview(row) {
      previews.delete(row.season_id);
    },
    open: async (sql, row, progress) => host.open(threadSeason(sql, row), progress),
    async close(sql, row, entries) {
      const digest = await digestBefore(sql, row);
      const snapshot = async () => snapshotBefore(sql, row, await worldOf(sql, row));
      return host.close(threadSeason(sql, row), digest, snapshot, entries);
    },
    stop: () => host.stop(),
  };
}

const threadSeason = (sql: Sql, row: SeasonRow): EngineSeason => ({
  worldHash: row.world_hash,
  seed: seedOf(row.seed_secret, engineVersion),
  source: () => readWorld(sql, row.season_id),
});

/** The state before the open day as bytes: kept, or replayed where no snapshot is left. */
async function snapshotBefore(sql: Sql, row: SeasonRow, world: World): Promise<Uint8Array> {
  const seed = seedOf(row.seed_secret, world.source.engine);
  const state = await restoreState(sql, row, world, seed, row.day - 1);
  return encodeSnapshot(state, world.source.engine);
}

/** Names the state before the open day; empty where nothing was kept, which no thread holds. */
async function digestBefore(sql: Sql, row: SeasonRow): Promise<string> {
  if (row.day > 1) {
    const closes = await headCloses(sql, row.season_id);
    return closes.find(({ day }) => day === row.day - 1)?.digest ?? "";
  }
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const opening = await nearestSnapshot(sql, row.season_id, spans, 0);
  return opening?.digest ?? "";
}

/** Applies entries to a preview in place, one after the other. */
export function applyToPreview(preview: Season, entries: readonly LogEntry[]): void {
  for (const entry of entries) addToPreview(preview, entry);
}
