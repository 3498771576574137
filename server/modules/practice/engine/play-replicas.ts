import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { BandedScoring } from "@echelon/kernel/market/scoring/scorings.ts";
import type { Order } from "@echelon/kernel/market/skill/rank-band.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { runLong } from "../../../platform/threads/run-long.ts";

export type ReplicaRequest = {
  readonly source: WorldSource;
  readonly seeds: readonly Seed[];
  readonly log: readonly LogEntry[];
  /** Days that were closed. */
  readonly days: number;
  /** By which the season is ranked. */
  readonly scoring: BandedScoring;
};

/**
 * The order of all stores at the end of each replica. It takes as long as the season took in all
 * its closes, so it has a thread of its own, which ends with the signal.
 */
export function playReplicas(
  request: ReplicaRequest,
  signal: AbortSignal,
): Promise<readonly Order[]> {
  return runLong(new URL("./replica-thread.ts", import.meta.url), request, { signal });
}
