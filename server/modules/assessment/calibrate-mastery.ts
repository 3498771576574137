import { calibrationOf, type Calibration } from "@echelon/kernel/assessment/mastery/calibration.ts";
import { foretoldOf } from "@echelon/kernel/assessment/mastery/foretell.ts";
import type { Sql } from "../../platform/database/database.ts";
import { difficultiesInUse } from "./difficulties.ts";
import { foldedColumns } from "./store/piece-store.ts";
import { foldable } from "./use-cases/refold-mastery.ts";

export interface MasteryCalibration extends Calibration {
  readonly people: number;
}

/** Whether estimates foretold what people then did, over all evidence that counts. */
export async function calibrateMastery(sql: Sql): Promise<MasteryCalibration> {
  const pieces = await foldedColumns(sql);
  const logs = Map.groupBy(pieces, (one) => `${one.person_id} ${one.competency}`);
  const difficulties = await difficultiesInUse(sql);
  const foretold = [...logs.values()].flatMap((log) =>
    foretoldOf(log.map((piece) => foldable(piece, difficulties))),
  );
  return {
    people: new Set(pieces.map((one) => one.person_id)).size,
    ...calibrationOf(foretold),
  };
}
