/** A thread that plays a season's closed days again and says what is worth asking about them. */
import { parentPort, workerData } from "node:worker_threads";
import type { Question } from "@echelon/kernel/market/integrity/question.ts";
import { studySeason, type SeasonStudy } from "@echelon/kernel/market/integrity/study-season.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { compileWorld } from "@echelon/kernel/market/world/world.ts";

export type IntegrityStart = Omit<SeasonStudy, "world"> & { readonly source: WorldSource };
export type IntegrityAnswer =
  | { readonly kind: "day"; readonly day: number }
  | { readonly kind: "found"; readonly questions: readonly Question[] };

function study({ source, ...rest }: IntegrityStart): void {
  const compiled = compileWorld(source);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  const tell = (answer: IntegrityAnswer) => parentPort?.postMessage(answer);
  const questions = studySeason({ world: compiled.value, ...rest }, (day) =>
    tell({ kind: "day", day }),
  );
  tell({ kind: "found", questions });
}

study(workerData as IntegrityStart);
