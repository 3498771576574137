import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { checklistOf } from "../../practice/index.ts";
import { studentsHere } from "../../teaching/index.ts";
import { endSitting } from "../mark-sitting.ts";
import { endOf } from "../sitting-time.ts";
import {
  changeExam,
  extrasOf,
  holdExam,
  writeExamResults,
  writeExtra,
} from "../store/exam-store.ts";
import type { ExamTable } from "../store/schema.ts";
import { changeSitting, cutShort, holdWriting } from "../store/sitting-store.ts";
import { holdTaughtExam } from "./find-exam.ts";

/** A teacher ends an exam for everybody who still writes: what is saved counts. */
export async function closeExam(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const found = await holdTaughtExam(tx, caller, id);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.state !== "open") return refuse({ code: "assessment/exam-not-open" });
    const now = means.clock.now();
    if (row.kind === "theory") {
      for (const sitting of await holdWriting(tx, id)) await endSitting(tx, sitting, now, "closed");
    } else {
      const season = await checklistOf(means, row.season_id!);
      if (season?.isFinished !== true) return refuse({ code: "assessment/season-not-finished" });
      const results = season.people.map(({ person, reachedBp, reachedCenti }) => ({
        exam_id: id,
        person_id: person,
        reached_bp: reachedBp,
        units: reachedCenti,
      }));
      await writeExamResults(tx, id, results);
    }
    await changeExam(tx, id, { state: "closed", closed_at: now });
    return ok(undefined);
  });
}

interface ExtraWish {
  readonly person: string | null;
  readonly minutes: number;
}

/**
 * Gives minutes to one person or to all; who had run out of time goes on writing. An exam that was
 * closed meanwhile is open again where somebody has time now: the server may have been away then.
 */
export async function giveExtraMinutes(
  { database, clock }: Means,
  caller: Caller,
  id: string,
  { person, minutes }: ExtraWish,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdTaughtExam(tx, caller, id);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.kind !== "theory" || row.state === "published")
      return refuse({ code: "assessment/exam-not-open" });
    if (person === null) await changeExam(tx, id, { extra_minutes: minutes });
    else {
      if (!(await studentsHere(tx, row.class_id)).has(person))
        return refuse({ code: "assessment/no-such-person" });
      await writeExtra(tx, {
        exam_id: id,
        person_id: person,
        minutes,
        given_by: caller.person,
      });
    }
    await goOn(tx, (await holdExam(tx, id))!, person, clock.now());
    return ok(undefined);
  });
}

async function goOn(tx: Tx, row: ExamTable, person: string | null, now: Date): Promise<void> {
  const extras = await extrasOf(tx, row.id);
  let again = 0;
  for (const sitting of await cutShort(tx, row.id, person)) {
    if (endOf(row, sitting, extras.get(sitting.person_id) ?? 0) <= now.getTime()) continue;
    await changeSitting(tx, sitting.id, { ended_at: null, ended_how: null });
    again += 1;
  }
  if (row.state === "closed" && again > 0)
    await changeExam(tx, row.id, { state: "open", closed_at: null });
}
