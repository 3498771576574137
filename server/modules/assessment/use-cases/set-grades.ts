import {
  GradeRules,
  type SetGradeRequest,
  type SetGradeRulesRequest,
} from "@echelon/contract/assessment/gradebook.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { studentsHere } from "../../teaching/index.ts";
import {
  deleteGradeMark,
  finalColumn,
  readGradebook,
  writeGradeComment,
  writeGradeMark,
  writeRules,
} from "../store/gradebook-store.ts";
import { takenHeading } from "../grade-sheet.ts";
import { findLedClass } from "./find-learner.ts";

/** A class that the caller teaches: an assistant looks at grades and gives none. */
export async function findGradedClass(
  sql: Sql,
  caller: Caller,
  classId: string,
): Promise<Outcome<undefined>> {
  const role = await findLedClass(sql, caller, classId);
  if (!role.ok) return role;
  return role.value === "teacher" ? ok(undefined) : refuse({ code: "platform/not-allowed" });
}

/** A teacher says by which rules a class is graded; over those that the teacher has seen. */
export async function setGradeRules(
  { database, clock, newId }: Means,
  caller: Caller,
  classId: string,
  { rules, revision }: SetGradeRulesRequest,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await findGradedClass(tx, caller, classId);
    if (!found.ok) return found;
    const taken = takenHeading(rules.columns.map(({ name }) => name));
    if (taken !== undefined)
      return refuse({ code: "assessment/column-name-taken", facts: { column: taken } });
    const row = {
      class_id: classId,
      rules: { ...rules, columns: rules.columns.map((one) => ({ ...one, id: one.id ?? newId() })) },
      changed_by: caller.person,
      changed_at: clock.now(),
    };
    if (!(await writeRules(tx, row, revision))) return refuse({ code: "assessment/rules-changed" });
    return ok(undefined);
  });
}

/** A teacher enters a student's marks, a grade in place of what was worked out, or a comment. */
export async function setGrade(
  { database, clock }: Means,
  caller: Caller,
  classId: string,
  person: string,
  wish: SetGradeRequest,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await findGradedClass(tx, caller, classId);
    if (!found.ok) return found;
    if (!(await studentsHere(tx, classId)).has(person))
      return refuse({ code: "assessment/no-such-person" });
    const kept = await readGradebook(tx, classId);
    const columns = kept === undefined ? [] : GradeRules.parse(kept.rules).columns;
    const unknown = Object.keys(wish.cells ?? {}).find(
      (id) => !columns.some((column) => column.id === id),
    );
    if (unknown !== undefined) return refuse({ code: "assessment/no-such-column" });
    await enterGrade(tx, { classId, person, by: caller.person, at: clock.now() }, wish);
    return ok(undefined);
  });
}

export interface Entry {
  readonly classId: string;
  readonly person: string;
  readonly by: string;
  readonly at: Date;
}

/** Writes what was entered; who may and whether its columns are there was asked before. */
export async function enterGrade(
  tx: Tx,
  { classId, person, by, at }: Entry,
  { cells = {}, final, comment }: SetGradeRequest,
): Promise<void> {
  const place = { class_id: classId, person_id: person };
  const entered = { entered_by: by, entered_at: at };
  const marks = final === undefined ? cells : { ...cells, [finalColumn]: final };
  for (const [column_id, tenths] of Object.entries(marks)) {
    if (tenths === null) await deleteGradeMark(tx, { ...place, column_id });
    else await writeGradeMark(tx, { ...place, column_id, tenths, ...entered });
  }
  if (comment !== undefined) await writeGradeComment(tx, { ...place, text: comment, ...entered });
}
