import { Worker } from "node:worker_threads";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { Order } from "@echelon/kernel/market/skill/rank-band.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";

export type ReplicaRequest = {
  readonly source: WorldSource;
  readonly seeds: readonly Seed[];
  readonly log: readonly LogEntry[];
  /** Days that were closed. */
  readonly days: number;
};

/**
 * The order of all stores at the end of each replica. It takes as long as the season took in all
 * its closes, so it has a thread of its own, which ends with the signal.
 */
export function playReplicas(
  request: ReplicaRequest,
  signal: AbortSignal,
): Promise<readonly Order[]> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error("the worker is ending"));
    const thread = new Worker(new URL("./replica-thread.ts", import.meta.url), {
      workerData: request,
    });
    const end = () => void thread.terminate();
    signal.addEventListener("abort", end, { once: true });
    thread.once("message", (orders: readonly Order[]) => resolve(orders));
    thread.once("error", reject);
    thread.once("exit", () => {
      signal.removeEventListener("abort", end);
      // After an answer this changes nothing.
      reject(new Error("the thread of replicas ended without an answer"));
    });
  });
}
