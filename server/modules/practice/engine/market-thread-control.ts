/** How the threads of a market talk: a few shared words, and what a thread is started with. */
import type { Phase } from "@echelon/kernel/market/shelf/phases.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";

/** Places in the shared words. */
export const control = Object.freeze({
  /** Counts phases; threads sleep on it. */
  round: 0,
  /** Threads that have not finished the phase; the coordinator sleeps on it. */
  running: 1,
  phase: 2,
  slice: 3,
  failed: 4,
});
export const controlWords = 5;

export const phases: readonly Phase[] = ["prepare", "rank", "slice"];
export const phaseNumbers: Readonly<Record<Phase, number>> = { prepare: 0, rank: 1, slice: 2 };

export type ThreadStart = {
  readonly source: WorldSource;
  readonly seed: Seed;
  /** Pieces of shared memory in the order in which state and workspace ask for them. */
  readonly memory: readonly SharedArrayBuffer[];
  readonly signals: SharedArrayBuffer;
  readonly shard: number;
  readonly shards: number;
};
