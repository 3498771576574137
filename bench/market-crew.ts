/** Threads that run the market's phases in shards over shared memory, and count their own time. */
import { Worker, isMainThread, workerData } from "node:worker_threads";
import { openEngine, type Engine } from "@echelon/kernel/market/state/engine.ts";
import {
  exampleWorld,
  type ExampleOptions,
} from "@echelon/kernel/market/examples/example-world.ts";
import { runShard, type Phase } from "@echelon/kernel/market/shelf/phases.ts";
import type { State } from "@echelon/kernel/market/state/state.ts";
import type { Workspace } from "@echelon/kernel/market/state/workspace.ts";
import type { Key } from "@echelon/kernel/random/philox.ts";

const phases: readonly Phase[] = ["prepare", "rank", "slice"];
/** Words of the control block: turns counted, threads still at work, what to do. */
const turn = 0;
const atWork = 1;
const phaseWord = 2;
const sliceWord = 3;

type Orders = {
  readonly options: ExampleOptions;
  readonly key: Key;
  readonly state: State;
  readonly work: Workspace;
  readonly shard: number;
  readonly shards: number;
  readonly control: Int32Array;
  /** Processor time of each thread's last shard, milliseconds. */
  readonly spent: Float64Array;
};

export type Crew = {
  /** Runs a phase on all threads; gives the longest processor time of one of them. */
  run(phase: Phase, slice: number): number;
  stop(): Promise<void>;
};

/** Threads for the season of an engine whose memory is shared. */
export async function openCrew(
  engine: Engine,
  options: ExampleOptions,
  shards: number,
): Promise<Crew> {
  const { key, state, work } = engine;
  const control = new Int32Array(new SharedArrayBuffer(16));
  const spent = new Float64Array(new SharedArrayBuffer(8 * shards));
  const columns = { ...state, tables: {} };
  const workers = Array.from({ length: shards }, (_, shard) => {
    const orders = { options, key, state: columns, work, shard, shards, control, spent };
    return new Worker(new URL(import.meta.url), { workerData: orders });
  });
  await Promise.all(workers.map((worker) => new Promise((done) => worker.once("message", done))));
  return {
    run(phase, slice) {
      control[phaseWord] = phases.indexOf(phase);
      control[sliceWord] = slice;
      Atomics.store(control, atWork, shards);
      Atomics.add(control, turn, 1);
      Atomics.notify(control, turn);
      for (let left = shards; left > 0; left = Atomics.load(control, atWork)) {
        Atomics.wait(control, atWork, left);
      }
      return Math.max(...spent);
    },
    async stop() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** Processor time of this thread, milliseconds. */
export function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function serve(orders: Orders): Promise<void> {
  const { options, key, state, work, shard, shards, control, spent } = orders;
  const { parentPort } = await import("node:worker_threads");
  const engine = openEngine(exampleWorld(options), key, state, work);
  let seen = Atomics.load(control, turn);
  parentPort!.postMessage("ready");
  for (;;) {
    Atomics.wait(control, turn, seen);
    seen = Atomics.load(control, turn);
    const before = threadTime();
    runShard(engine, phases[control[phaseWord]!]!, control[sliceWord]!, shard, shards);
    spent[shard] = threadTime() - before;
    Atomics.sub(control, atWork, 1);
    Atomics.notify(control, atWork);
  }
}

if (!isMainThread && (workerData as Partial<Orders> | null)?.control !== undefined) {
  await serve(workerData as Orders);
}
