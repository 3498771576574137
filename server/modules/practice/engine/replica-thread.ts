/** On a thread of its own: a finished season played under one key after the other. */
import { type Order, playReplica } from "@echelon/kernel/market/skill/rank-band.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import type { ReplicaRequest } from "./play-replicas.ts";

export function run({ source, seeds, log, days, scoring }: ReplicaRequest): readonly Order[] {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error(`the world has faults: ${JSON.stringify(compiled.faults)}`);
  const world = compiled.value;
  return seeds.map((seed) => playReplica(world, seed, log, days, scoring));
}
