import type { LogEntry } from "@echelon/kernel/market/decision.ts";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { replay } from "@echelon/kernel/market/replay.ts";
import type { WorldSource } from "@echelon/kernel/market/scenario.ts";
import type { Seed } from "@echelon/kernel/market/season.ts";
import { newWorkspace } from "@echelon/kernel/market/workspace.ts";
import { compileWorld } from "@echelon/kernel/market/world.ts";

/** A season as `season.json` carries it. */
type SeasonFile = {
  readonly source: WorldSource;
  readonly seed: Seed | null;
  readonly log: readonly LogEntry[];
  readonly days: readonly { readonly day: number; readonly digest: string }[];
};

const allocate = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes);

/** The digest of each day when the season is derived again from its scenario, seed and log. */
export async function replayDigests(file: unknown): Promise<string[]> {
  const { source, seed, log, days } = file as SeasonFile;
  if (seed === null) throw new Error("the season has not ended: its seed is not open");
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  const world = compiled.value;
  const opened = openSeason(world, seed, allocate);
  const work = newWorkspace(world.sizes, allocate);
  return [...replay(opened, log, days.length, work)].map(({ digest }) => digest);
}
