/** An exported season played again: `season.json` of an export, or one written by hand. */
import { scenarios } from "@echelon/atlas/world-source.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { replay } from "@echelon/kernel/market/replay.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld, type World } from "@echelon/kernel/market/world/world.ts";
import { z } from "zod";
import { scenarioWorld, seedOf } from "./simulate-season.ts";

const Log = z.array(
  z.looseObject({ store: z.int(), number: z.int(), day: z.int(), decision: z.looseObject({}) }),
);
const Key = z.strictObject({ k0: z.int(), k1: z.int() });
const WorldFrame = z.looseObject({ engine: z.int() });

/**
 * What a season is: its world or the scenario it was made of, its seed and its log. The entries
 * were checked when they were accepted, and the close checks each again; here they only need their
 * frame.
 */
const WrittenFile = z.object({
  scenario: z.string().optional(),
  world: WorldFrame.optional(),
  seed: z.union([z.int(), Key]),
  days: z.int().min(1).max(400),
  log: Log,
  /** Digests by day, as recorded when the days were closed. */
  digests: z.array(z.string()).optional(),
});

/** `season.json`, as a season is exported. Its key is in it only once the season has ended. */
const ExportedFile = z.object({
  format: z.literal("echelon-season/1"),
  source: WorldFrame,
  seed: Key,
  log: Log,
  days: z.array(z.object({ day: z.int(), digest: z.string() })).max(400),
});

const SeasonFile = z.union([
  WrittenFile,
  ExportedFile.transform(({ source, seed, log, days }) => ({
    scenario: undefined,
    world: source,
    seed,
    days: days.length,
    log,
    digests: days.map(({ digest }) => digest),
  })),
]);

export type ReplayedDay = {
  readonly day: number;
  readonly digest: string;
  /** Null where the file recorded none. */
  readonly isAsRecorded: boolean | null;
};

export type ReplayedSeason = { readonly days: readonly ReplayedDay[] };

/** The digests of every day; null when the file is no season. */
export async function replaySeason(file: unknown): Promise<ReplayedSeason | null> {
  const parsed = SeasonFile.safeParse(file);
  if (!parsed.success) return null;
  const { scenario, world: source, seed, days, log, digests } = parsed.data;
  const world = source === undefined ? worldNamed(scenario) : worldOf(source as unknown);
  if (world === null) return null;
  const key: Seed = typeof seed === "number" ? seedOf(seed) : seed;
  const season = openSeason(world, key, (bytes) => new ArrayBuffer(bytes));
  const work = newWorkspace(world.sizes, (bytes) => new ArrayBuffer(bytes));
  const replayed: ReplayedDay[] = [];
  for (const { day, digest } of replay(season, log as unknown as LogEntry[], days, work)) {
    const recorded = digests?.[day - 1];
    replayed.push({
      day,
      digest,
      isAsRecorded: recorded === undefined ? null : recorded === digest,
    });
  }
  return { days: replayed };
}

function worldNamed(scenario: string | undefined): World | null {
  const isKnown = scenarios().some(({ id }) => id === scenario);
  return isKnown && scenario !== undefined ? scenarioWorld(scenario) : null;
}

/** A world that came with the file; null when it is none. */
function worldOf(source: unknown): World | null {
  try {
    const compiled = compileWorld(source as WorldSource);
    return compiled.ok ? compiled.value : null;
  } catch {
    // What is no source at all breaks its checks.
    return null;
  }
}
