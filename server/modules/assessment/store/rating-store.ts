import type { Sql, Tx } from "../../../platform/database/database.ts";
import type {
  AllocationTable,
  AssessmentTables,
  AssignmentTable,
  ConflictTable,
  MarkTable,
  WorkTable,
} from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

export async function insertAssignment(tx: Tx, row: AssignmentTable): Promise<void> {
  await tables(tx).insertInto("assessment.assignment").values(row).execute();
}

export async function readAssignments(
  sql: Sql,
  classId: string,
  assignmentsMax: number,
): Promise<AssignmentTable[]> {
  return tables(sql)
    .selectFrom("assessment.assignment")
    .selectAll()
    .where("class_id", "=", classId)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(assignmentsMax)
    .execute();
}

export async function readAssignment(sql: Sql, id: string): Promise<AssignmentTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.assignment")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds an assignment, so that it is closed and published once, and no work comes in between. */
export async function holdAssignment(tx: Tx, id: string): Promise<AssignmentTable | undefined> {
  return tables(tx)
    .selectFrom("assessment.assignment")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps an assignment as it is until the transaction ends. */
export async function shareAssignment(tx: Tx, id: string): Promise<AssignmentTable | undefined> {
  return tables(tx)
    .selectFrom("assessment.assignment")
    .selectAll()
    .where("id", "=", id)
    .forShare()
    .executeTakeFirst();
}

export async function changeAssignment(
  tx: Tx,
  id: string,
  change: Partial<Pick<AssignmentTable, "state" | "closed_at" | "published_at" | "fit">>,
): Promise<void> {
  await tables(tx).updateTable("assessment.assignment").set(change).where("id", "=", id).execute();
}

/** What somebody hands in takes the place of what the same person handed in before. */
export async function writeWork(tx: Tx, row: WorkTable): Promise<void> {
  const { text, saved_at } = row;
  await tables(tx)
    .insertInto("assessment.work")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["assignment_id", "person_id"]).doUpdateSet({ text, saved_at }),
    )
    .execute();
}

export async function readWork(sql: Sql, id: string): Promise<WorkTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.work")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds a work, so that its raters are heard one after the other. */
export async function holdWork(tx: Tx, id: string): Promise<void> {
  await tables(tx)
    .selectFrom("assessment.work")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .execute();
}

/** A work without its words: a class's may be long. */
export type WorkHead = Omit<WorkTable, "text">;

/** Works of some assignments, in one order. */
export async function readWorks(sql: Sql, assignments: readonly string[]): Promise<WorkHead[]> {
  if (assignments.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.work")
    .select(["id", "assignment_id", "person_id", "saved_at"])
    .where("assignment_id", "in", assignments)
    .orderBy("id")
    .execute();
}

/** What one person has handed in for some assignments, by assignment. */
export async function worksOfPerson(
  sql: Sql,
  assignments: readonly string[],
  person: string,
): Promise<ReadonlyMap<string, WorkTable>> {
  if (assignments.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.work")
    .selectAll()
    .where("assignment_id", "in", assignments)
    .where("person_id", "=", person)
    .execute();
  return new Map(rows.map((row) => [row.assignment_id, row]));
}

export async function insertAllocations(tx: Tx, rows: readonly AllocationTable[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx).insertInto("assessment.allocation").values(rows).execute();
}

export async function allocationsOf(
  sql: Sql,
  works: readonly string[],
): Promise<AllocationTable[]> {
  if (works.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.allocation")
    .selectAll()
    .where("work_id", "in", works)
    .orderBy("work_id")
    .orderBy("side")
    .orderBy("rater_id")
    .execute();
}

/** What somebody has to mark or has marked, of assignments whose marks are not out yet. */
export async function queueOf(
  sql: Sql,
  rater: string,
  worksMax: number,
): Promise<(AllocationTable & { readonly assignment_id: string; readonly person_id: string })[]> {
  return tables(sql)
    .selectFrom("assessment.allocation as a")
    .innerJoin("assessment.work as w", "w.id", "a.work_id")
    .innerJoin("assessment.assignment as s", "s.id", "w.assignment_id")
    .selectAll("a")
    .select(["w.assignment_id", "w.person_id"])
    .where("a.rater_id", "=", rater)
    .where("s.state", "=", "marking")
    .orderBy("s.closed_at")
    .orderBy("a.is_anchor", "desc")
    .orderBy("w.id")
    .limit(worksMax)
    .execute();
}

export async function finishAllocation(
  tx: Tx,
  work: string,
  rater: string,
  at: Date,
): Promise<void> {
  await tables(tx)
    .updateTable("assessment.allocation")
    .set({ done_at: at })
    .where("work_id", "=", work)
    .where("rater_id", "=", rater)
    .execute();
}

/** Takes works that nobody has finished marking from a rater. */
export async function dropAllocations(
  tx: Tx,
  works: readonly string[],
  rater: string,
): Promise<void> {
  if (works.length === 0) return;
  for (const table of ["assessment.mark", "assessment.allocation"] as const) {
    await tables(tx)
      .deleteFrom(table)
      .where("work_id", "in", works)
      .where("rater_id", "=", rater)
      .execute();
  }
}

export async function writeMarks(tx: Tx, rows: readonly MarkTable[]): Promise<void> {
  for (const row of rows) {
    const { mark, note, at } = row;
    await tables(tx)
      .insertInto("assessment.mark")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["work_id", "rater_id", "competency"]).doUpdateSet({ mark, note, at }),
      )
      .execute();
  }
}

export async function marksOf(sql: Sql, works: readonly string[]): Promise<MarkTable[]> {
  if (works.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.mark")
    .selectAll()
    .where("work_id", "in", works)
    .orderBy("work_id")
    .orderBy("rater_id")
    .orderBy("competency")
    .execute();
}

export async function writeConflict(tx: Tx, row: ConflictTable): Promise<void> {
  const { reason, declared_by, at } = row;
  await tables(tx)
    .insertInto("assessment.conflict")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["class_id", "rater_id", "person_id"])
        .doUpdateSet({ reason, declared_by, at }),
    )
    .execute();
}

export async function conflictsOf(sql: Sql, classId: string): Promise<ConflictTable[]> {
  return tables(sql)
    .selectFrom("assessment.conflict")
    .selectAll()
    .where("class_id", "=", classId)
    .orderBy("rater_id")
    .orderBy("person_id")
    .execute();
}
