/**
 * The realism scorecard of a scenario (market.md section 13): moments on some seeds, each on a
 * thread of its own, as many at a time as the caller allows.
 */
import { buildWorldSource, scenarios } from "@echelon/atlas/world-source.ts";
import { observedDays } from "@echelon/kernel/market/realism/observation.ts";
import { moments } from "@echelon/kernel/market/realism/moments.ts";
import { judge, type Verdict } from "@echelon/kernel/market/realism/scorecard.ts";
import { ordinarySource } from "@echelon/kernel/market/realism/subject.ts";
import { setCount } from "@echelon/kernel/market/realism/treated-sets.ts";
import { parametersDigest } from "@echelon/kernel/market/parameters/parameters-digest.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import { runLong } from "../../../platform/threads/run-long.ts";
import type { RealismFound, RealismStart } from "./realism-thread.ts";
import { seedOf } from "./simulate-season.ts";

export type RealismRequest = {
  readonly scenario: string;
  readonly seeds: readonly number[];
  /** Threads at work at a time; they change no figure. */
  readonly workers: number;
};

export type Scorecard = Verdict & {
  readonly engine: number;
  /** Names the defaults of the parameters. */
  readonly parameters: string;
  readonly scenario: string;
  readonly seeds: readonly number[];
  /** The size it was measured at. */
  readonly stores: number;
  readonly offers: number;
  readonly markets: number;
  readonly categories: number;
  readonly visitsPerDay: number;
  readonly burnInDays: number;
  readonly observedDays: number;
  readonly treatedSets: number;
};

/** Measures and judges; null when the atlas has no such scenario. */
export async function measureRealism(request: RealismRequest): Promise<Scorecard | null> {
  const { scenario: id, seeds, workers } = request;
  if (!scenarios().some((one) => one.id === id)) return null;
  const source = ordinarySource(buildWorldSource(id));
  const found = await measureSeeds(
    seeds.map((seed) => ({ source, seed: seedOf(seed) })),
    workers,
  );
  const runs = seeds.map((seed, at) => ({ seed, readings: found[at]!.readings }));
  const { scenario, categories } = source;
  return {
    engine: engineVersion,
    parameters: parametersDigest(),
    scenario: id,
    seeds,
    stores: found[0]!.stores,
    offers: found[0]!.offers,
    markets: scenario.markets.length,
    categories: categories.length,
    visitsPerDay: scenario.visitsPerDay,
    burnInDays: scenario.burnInDays,
    observedDays,
    treatedSets: setCount,
    ...judge(moments, runs),
  };
}

const realismThread = new URL("./realism-thread.ts", import.meta.url);

async function measureSeeds(
  starts: readonly RealismStart[],
  workers: number,
): Promise<readonly RealismFound[]> {
  const found: RealismFound[] = [];
  const waiting = starts.entries();
  const takeTurns = async (): Promise<void> => {
    // One iterator for all: whoever is free takes the next seed.
    for (const [at, start] of waiting) found[at] = await runLong(realismThread, start);
  };
  await Promise.all(Array.from({ length: Math.max(1, workers) }, takeTurns));
  return found;
}
