/** A thread that plays a finished season under one key after the other, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { playReplica } from "@echelon/kernel/market/skill/rank-band.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import type { ReplicaRequest } from "./play-replicas.ts";

function run({ source, seeds, log, days }: ReplicaRequest): void {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error(`the world has faults: ${JSON.stringify(compiled.faults)}`);
  const world = compiled.value;
  parentPort?.postMessage(seeds.map((seed) => playReplica(world, seed, log, days)));
}

run(workerData as ReplicaRequest);
