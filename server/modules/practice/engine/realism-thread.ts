/** A thread that measures the moments of one seed and says what it found. */
import { parentPort, workerData } from "node:worker_threads";
import { measureAll, type Reading } from "@echelon/kernel/market/realism/scorecard.ts";
import { moments } from "@echelon/kernel/market/realism/moments.ts";
import { openSubject } from "@echelon/kernel/market/realism/subject.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";

export type RealismStart = { readonly source: WorldSource; readonly seed: Seed };
export type RealismFound = {
  readonly stores: number;
  readonly offers: number;
  readonly readings: readonly Reading[];
};

function measure({ source, seed }: RealismStart): RealismFound {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  const subject = openSubject(compiled.value, seed, (bytes) => new ArrayBuffer(bytes));
  const { state } = subject.season;
  return {
    stores: state.storeKind.reduce((sum, kind) => sum + (kind === 0 ? 0 : 1), 0),
    offers: state.offerCount[0]!,
    readings: measureAll(subject, moments),
  };
}

parentPort?.postMessage(measure(workerData as RealismStart));
