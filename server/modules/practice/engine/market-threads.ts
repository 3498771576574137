/**
 * A market on several threads: the parallel phases of a day are cut into shards over shared memory,
 * with barriers between them; everything else stays on the thread that asks. Which thread computed
 * what changes no result.
 */
import { Worker } from "node:worker_threads";
import { closeDay, type DayOptions, type DayResult } from "@echelon/kernel/market/day.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { openEngine } from "@echelon/kernel/market/state/engine.ts";
import { runShard, type RunPhase } from "@echelon/kernel/market/shelf/phases.ts";
import type { Season, Seed } from "@echelon/kernel/market/state/season.ts";
import { newState, writeState, type State } from "@echelon/kernel/market/state/state.ts";
import { newWorkspace, type Workspace } from "@echelon/kernel/market/state/workspace.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import { control, controlWords, phaseNumbers, type ThreadStart } from "./market-thread-control.ts";

export type MarketThreads = {
  /** The season in the threads' shared memory. */
  readonly season: Season;
  readonly work: Workspace;
  /** Puts a state into the shared memory. */
  load(state: State): void;
  /** Closes the next day in the shared memory. */
  close(entries: readonly LogEntry[], options?: Pick<DayOptions, "reportAll">): DayResult;
  stop(): Promise<void>;
};

/**
 * Opens a market on `threads` threads, this one counted; with one no other is started. The calling
 * thread waits at barriers, so it must not be one that answers requests.
 */
export async function openMarketThreads(
  world: World,
  seed: Seed,
  threads: number,
): Promise<MarketThreads> {
  const memory: SharedArrayBuffer[] = [];
  const allocate = (bytes: number) => {
    const piece = new SharedArrayBuffer(bytes);
    memory.push(piece);
    return piece;
  };
  const state = newState(world.sizes, allocate);
  const work = newWorkspace(world.sizes, allocate);
  const engine = openEngine(world, seed, state, work);
  const signals = new Int32Array(new SharedArrayBuffer(controlWords * 4));
  const workers = await Promise.all(
    Array.from({ length: threads - 1 }, (_, i) =>
      startWorker({
        source: world.source,
        seed,
        memory,
        signals: signals.buffer as SharedArrayBuffer,
        shard: i + 1,
        shards: threads,
      }),
    ),
  );
  const runPhase: RunPhase = (phase, slice) => {
    Atomics.store(signals, control.phase, phaseNumbers[phase]);
    Atomics.store(signals, control.slice, slice);
    Atomics.store(signals, control.running, workers.length);
    Atomics.add(signals, control.round, 1);
    Atomics.notify(signals, control.round);
    runShard(engine, phase, slice, 0, threads);
    for (;;) {
      const running = Atomics.load(signals, control.running);
      if (running === 0) break;
      Atomics.wait(signals, control.running, running);
    }
    if (Atomics.load(signals, control.failed) !== 0) throw new Error("a market thread failed");
  };
  const season: Season = { world, seed, state };
  return {
    season,
    work,
    load: (given) => writeState(given, state),
    close: (entries, options = {}) =>
      closeDay(season, entries, work, { ...options, into: state, engine, runPhase }),
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Starts a thread and waits until it has compiled its world. */
function startWorker(start: ThreadStart): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./market-thread.ts", import.meta.url), {
      workerData: start,
    });
    worker.once("message", () => resolve(worker));
    worker.once("error", reject);
  });
}
