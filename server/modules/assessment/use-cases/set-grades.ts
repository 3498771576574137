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
  deleteGradeMarks,
  finalColumn,
  readGradebook,
  writeGradeComments,
  writeGradeMarks,
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
    const entry = { classId, by: caller.person, at: clock.now() };
    await enterGrades(tx, entry, new Map([[person, wish]]));
    return ok(undefined);
  });
}

export interface Entry {
  readonly classId: string;
  readonly by: string;
  readonly at: Date;
}

/**
 * Writes what was entered, by person, in four statements however much it is; who may and whether
 * its columns are there was asked before.
 */
export async function enterGrades(
  tx: Tx,
  { classId, by, at }: Entry,
  wishes: ReadonlyMap<string, SetGradeRequest>,
): Promise<void> {
  const entered = { class_id: classId, entered_by: by, entered_at: at };
  const marks = [...wishes].flatMap(([person, { cells = {}, final }]) =>
    Object.entries(final === undefined ? cells : { ...cells, [finalColumn]: final }).map(
      ([column, tenths]) => ({ ...entered, person_id: person, column_id: column, tenths }),
    ),
  );
  await writeGradeMarks(
    tx,
    marks.flatMap(({ tenths, ...mark }) => (tenths === null ? [] : [{ ...mark, tenths }])),
  );
  await deleteGradeMarks(
    tx,
    classId,
    marks.filter(({ tenths }) => tenths === null),
  );
  const comments = [...wishes].flatMap(([person, { comment: text }]) =>
    text === undefined ? [] : [{ ...entered, person_id: person, text }],
  );
  await writeGradeComments(tx, classId, comments);
}
