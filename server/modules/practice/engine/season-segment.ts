import { createHash } from "node:crypto";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { z } from "zod";
import { Id } from "@echelon/contract/platform/shapes.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { headCloses } from "../store/result-store.ts";
import { readSeason, readWorld, type SeasonRow } from "../store/season-store.ts";
import { replaySeason } from "./replay-season.ts";
import { commitmentOf, seedOf, worldHashOf } from "./season-key.ts";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const daysMax = 400;

/** A season up to a day, by all that it can be played again from, and what that comes to. */
export const SeasonSegment = z.strictObject({
  format: z.literal("echelon-season-segment/1"),
  season: Id,
  scenario: z.string().max(80),
  engine: z.int().min(1),
  branch: z.int().min(0),
  day: z.int().min(1).max(daysMax),
  /** SHA-256 of the world, and of the secret that its chances come from. */
  world: Hash,
  seed: Hash,
  /** SHA-256 of the decisions that counted up to the day. */
  log: Hash,
  /** The state after the day, as its close recorded it. */
  state: z.string().min(1).max(128),
});
export type SeasonSegment = z.output<typeof SeasonSegment>;

/** What playing a segment again came to. */
export type SegmentReplay =
  | "same"
  | "season-gone"
  | "other-engine"
  | "other-world"
  | "other-seed"
  | "other-log"
  | "other-figures";

/** A season up to its last closed day; null where there is none. */
export async function segmentOf(sql: Sql, season: string): Promise<SeasonSegment | null> {
  const row = await readSeason(sql, season);
  if (row === undefined) return null;
  const last = (await headCloses(sql, season)).filter(({ day }) => day > 0).at(-1);
  if (last === undefined) return null;
  const { engine } = await readWorld(sql, season);
  return {
    format: "echelon-season-segment/1",
    season,
    scenario: row.scenario_id,
    engine,
    branch: row.branch,
    day: last.day,
    world: row.world_hash,
    seed: row.seed_commitment,
    log: digestOfLog(await logUpTo(sql, row, row.branch, last.day)),
    state: last.digest,
  };
}

/**
 * Plays a segment again from what this installation keeps: world, secret and log are compared
 * first, then the state that the market comes to.
 */
export async function replaySegment(sql: Sql, told: SeasonSegment): Promise<SegmentReplay> {
  const row = await readSeason(sql, told.season);
  if (row === undefined) return "season-gone";
  const branches = await readBranches(sql, told.season);
  if (!branches.some(({ branch }) => branch === told.branch)) return "season-gone";
  const source = await readWorld(sql, told.season);
  if (source.engine !== told.engine || told.engine !== engineVersion) return "other-engine";
  if (worldHashOf(source) !== told.world) return "other-world";
  if (commitmentOf(row.seed_secret) !== told.seed) return "other-seed";
  const log = await logUpTo(sql, row, told.branch, told.day);
  if (digestOfLog(log) !== told.log) return "other-log";
  const seed = seedOf(row.seed_secret, source.engine);
  const replayed = await replaySeason({ world: source, seed, days: told.day, log });
  return replayed?.days.at(-1)?.digest === told.state ? "same" : "other-figures";
}

async function logUpTo(sql: Sql, row: SeasonRow, branch: number, day: number) {
  const spans = lineage(await readBranches(sql, row.season_id), branch);
  return readHeadLog(sql, row.season_id, spans, 1, day);
}

/** Fields in one order, whatever order the database gives them in. */
function digestOfLog(log: readonly LogEntry[]): string {
  const hash = createHash("sha256");
  for (const { day, store, number, decision } of log)
    hash.update(`${JSON.stringify([day, store, number, sorted(decision)])}\n`);
  return hash.digest("hex");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, one]) => [name, sorted(one)]));
}
