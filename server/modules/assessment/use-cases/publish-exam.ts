import { signatureSides } from "@echelon/contract/assessment/exams.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { checklistOf } from "../../practice/index.ts";
import { practicalPieces, theoryPieces } from "../exam-evidence.ts";
import { frameworkOfClass } from "../school-framework.ts";
import {
  changeExam,
  examQuestions,
  examResults,
  signaturesOf,
  writeSignature,
} from "../store/exam-store.ts";
import type { ExamTable, PieceTable } from "../store/schema.ts";
import { answersOf, countUnmarked, sittingsOf } from "../store/sitting-store.ts";
import { findLedExam, holdTaughtExam } from "./find-exam.ts";
import { addPieces } from "./refold-mastery.ts";

/** A teacher or a mentor of the class says that the results of a practical exam are right. */
export async function signExam(
  { database, clock }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await findLedExam(tx, caller, id);
    if (!found.ok) return found;
    const { row, role } = found.value;
    const side = signatureSides.find((one) => one === role);
    if (side === undefined || row.kind !== "practical")
      return refuse({ code: "platform/not-allowed" });
    if (row.state !== "closed") return refuse({ code: "assessment/exam-not-closed" });
    await writeSignature(tx, { exam_id: id, side, person_id: caller.person, at: clock.now() });
    return ok(undefined);
  });
}

/** A teacher makes results known: to each student the own ones, and as evidence. */
export async function publishExam(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const found = await holdTaughtExam(tx, caller, id);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.state !== "closed") return refuse({ code: "assessment/exam-not-closed" });
    // What measures a course is no evidence, and its questions are asked again.
    if (row.measurement_id !== null) return refuse({ code: "assessment/exam-measures" });
    const missing = await countUnmarked(tx, id);
    if (missing > 0) return refuse({ code: "assessment/essays-unmarked", facts: { missing } });
    if (row.kind === "practical") {
      const sides = new Set((await signaturesOf(tx, id)).map(({ side }) => side));
      if (sides.size < signatureSides.length)
        return refuse({ code: "assessment/signatures-missing" });
    }
    const pieces = await (row.kind === "practical" ? ofPractice : ofTheory)(means, tx, row);
    await addPieces(tx, pieces);
    await changeExam(tx, id, { state: "published", published_at: means.clock.now() });
    return ok(undefined);
  });
}

async function ofTheory(means: Means, tx: Tx, row: ExamTable): Promise<PieceTable[]> {
  const { version } = await frameworkOfClass(tx, row.class_id);
  const questions = await examQuestions(tx, row.id);
  const sittings = await sittingsOf(tx, [row.id]);
  const ids = sittings.map(({ id }) => id);
  const answers = Map.groupBy(await answersOf(tx, ids), (one) => one.sitting_id);
  return sittings.flatMap((sitting) =>
    theoryPieces(means, row, sitting, answers.get(sitting.id) ?? [], questions, version),
  );
}

async function ofPractice(means: Means, tx: Tx, row: ExamTable): Promise<PieceTable[]> {
  const units = (await checklistOf(means, row.season_id!))?.units ?? [];
  const { version } = await frameworkOfClass(tx, row.class_id);
  const results = await examResults(tx, row.id);
  return results.flatMap((result) => practicalPieces(means, row, result, units, version));
}
