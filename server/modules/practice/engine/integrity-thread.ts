/** On a thread of its own: what is worth asking about a season's closed days, played again. */
import type { Question } from "@echelon/kernel/market/integrity/question.ts";
import { studySeason, type SeasonStudy } from "@echelon/kernel/market/integrity/study-season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";

export type IntegrityStart = Omit<SeasonStudy, "world"> & { readonly source: WorldSource };

/** @param tell  hears of each day that was played */
export function run(
  { source, ...rest }: IntegrityStart,
  tell: (day: number) => void,
): readonly Question[] {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return studySeason({ world: compiled.value, ...rest }, tell);
}
