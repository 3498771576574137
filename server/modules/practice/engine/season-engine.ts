import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { addToPreview, previewDay } from "@echelon/kernel/market/decisions/check-decision.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import type { Season } from "@echelon/kernel/market/state/season.ts";
import { encodeSnapshot } from "@echelon/kernel/market/state/snapshot.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import { digestAfter, snapshotPlaces } from "../store/result-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { createEngineHost } from "./engine-host.ts";
import { holdLast } from "./hold-last.ts";
import { restoreState } from "./restore-state.ts";
import {
  createSeasonShelf,
  placeOf,
  type SeasonShelf,
  seasonsHeldMax,
  threadSeason,
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
  /** How many entries of the steward are in it: stores that entered, help, events. */
  stewards: number;
  /** How many of each store's entries of the day are in it. */
  readonly counts: Map<number, number>;
};

export function createSeasonEngine(): SeasonEngine {
  const host = createEngineHost();
  const shelf = createSeasonShelf(host);
  const previews = new Map<string, Preview>();

  /** A close of a season that another engine made would give it digests of neither. */
  const ofThisEngine = async (sql: Sql, row: SeasonRow) => {
    if (!(await shelf.isPlayable(sql, row))) {
      throw new Error(`season ${row.season_id} is not of engine ${engineVersion}`);
    }
    return threadSeason(sql, row, engineVersion);
  };

  return {
    ...shelf,
    async previewOf(sql, row, store) {
      const base = await shelf.seasonAt(sql, row);
      const spans = lineage(await readBranches(sql, row.season_id), row.branch);
      const steward = await readStoreDay(sql, row.season_id, spans, -1, row.day);
      const entries = await readStoreDay(sql, row.season_id, spans, store, row.day);
      // Nothing is awaited from here on, so that requests which come together share one copy.
      const known = previews.get(row.season_id);
      const preview =
        known !== undefined && serves(known, placeOf(row), steward, store, entries)
          ? known
          : newPreview(base, placeOf(row), steward);
      holdLast(previews, row.season_id, preview, seasonsHeldMax);
      applyToPreview(preview.season, steward.slice(preview.stewards));
      preview.stewards = Math.max(preview.stewards, steward.length);
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
    open: async (sql, row, progress) => host.open(await ofThisEngine(sql, row), progress),
    async close(sql, row, entries) {
      const season = await ofThisEngine(sql, row);
      const digest = await digestBefore(sql, row);
      const snapshot = async () => {
        const world = await shelf.worldOf(sql, row);
        const state = await restoreState(sql, row, { host, season, world }, row.day - 1);
        return encodeSnapshot(state, engineVersion);
      };
      return host.close(season, digest, snapshot, entries);
    },
    stop: () => host.stop(),
  };
}

/** The open day with what the steward put into it and nothing of the stores yet. */
function newPreview(base: Season, at: string, steward: readonly LogEntry[]): Preview {
  return { at, season: previewDay(base, steward), stewards: steward.length, counts: new Map() };
}

/**
 * Whether a copy can go on serving. What the steward did since is only added where it touches no
 * store that is in it already: after help, a penalty or an event, earlier decisions of the day may
 * be ruled otherwise, so the copy is made anew.
 */
function serves(
  known: Preview,
  at: string,
  steward: readonly LogEntry[],
  store: number,
  entries: readonly LogEntry[],
): boolean {
  return (
    known.at === at &&
    steward.slice(known.stewards).every(({ decision }) => decision.kind === "enter-store") &&
    (known.counts.get(store) ?? 0) <= entries.length
  );
}

/** Names the state before the open day; empty where nothing was kept, which no thread holds. */
async function digestBefore(sql: Sql, row: SeasonRow): Promise<string> {
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  const closed = await digestAfter(sql, row.season_id, spans, row.day - 1);
  if (row.day > 1) return closed ?? "";
  const [opening] = await snapshotPlaces(sql, row.season_id, spans, 0);
  return opening?.digest ?? "";
}

/** Applies entries to a preview in place, one after the other. */
export function applyToPreview(preview: Season, entries: readonly LogEntry[]): void {
  for (const entry of entries) addToPreview(preview, entry);
}
