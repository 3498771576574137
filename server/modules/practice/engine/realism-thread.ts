/** On a thread of its own: the moments of one seed measured. */
import { measureAll, type Reading } from "@echelon/kernel/market/realism/scorecard.ts";
import { moments } from "@echelon/kernel/market/realism/moments.ts";
import { openSubject } from "@echelon/kernel/market/realism/subject.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";
import { storeKind } from "@echelon/kernel/market/state/store-kind.ts";

export type RealismStart = { readonly source: WorldSource; readonly seed: Seed };
export type RealismFound = {
  readonly stores: number;
  readonly offers: number;
  readonly readings: readonly Reading[];
};

export function run({ source, seed }: RealismStart): RealismFound {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  const subject = openSubject(compiled.value, seed, (bytes) => new ArrayBuffer(bytes));
  const { state } = subject.season;
  return {
    stores: state.storeKind.reduce((sum, kind) => sum + (kind === storeKind.absent ? 0 : 1), 0),
    offers: state.offerCount[0]!,
    readings: measureAll(subject, moments),
  };
}
