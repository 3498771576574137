/** A thread of a market: sleeps until a phase begins, runs its shard, and says so. */
import { parentPort, workerData } from "node:worker_threads";
import { openEngine } from "@echelon/kernel/market/state/engine.ts";
import { runShard } from "@echelon/kernel/market/shelf/phases.ts";
import { newState } from "@echelon/kernel/market/state/state.ts";
import { newWorkspace } from "@echelon/kernel/market/state/workspace.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import { control, phases, type ThreadStart } from "./market-thread-control.ts";

function run({ source, seed, memory, signals, shard, shards }: ThreadStart): void {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error("a market thread was given a world with faults");
  const world = compiled.value;
  const pieces = memory.values();
  // Memory is asked for in the order in which the coordinator asked.
  const allocate = () => pieces.next().value!;
  const state = newState(world.sizes, allocate);
  const work = newWorkspace(world.sizes, allocate);
  const engine = openEngine(world, seed, state, work);
  const words = new Int32Array(signals);
  parentPort?.postMessage("ready");
  for (let seen = 0; ; seen++) {
    Atomics.wait(words, control.round, seen);
    try {
      const phase = phases[Atomics.load(words, control.phase)]!;
      runShard(engine, phase, Atomics.load(words, control.slice), shard, shards);
    } catch (error) {
      Atomics.store(words, control.failed, 1);
      process.stderr.write(`${error instanceof Error ? (error.stack ?? "") : String(error)}\n`);
    }
    Atomics.sub(words, control.running, 1);
    Atomics.notify(words, control.running);
  }
}

run(workerData as ThreadStart);
