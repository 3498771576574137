import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type {
  AssessmentTables,
  GradebookTable,
  GradeCommentTable,
  GradeMarkTable,
  PublishedGradeTable,
} from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** The column of what a teacher gives instead of what was worked out. */
export const finalColumn = "final";

export async function readGradebook(
  sql: Sql,
  classId: string,
): Promise<GradebookTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.gradebook")
    .selectAll()
    .where("class_id", "=", classId)
    .executeTakeFirst();
}

/**
 * Writes rules over those of a revision; false where somebody else has changed them since.
 *
 * @param revision  0 where there were none yet
 */
export async function writeRules(
  tx: Tx,
  row: Omit<GradebookTable, "revision">,
  revision: number,
): Promise<boolean> {
  const { rules, changed_by, changed_at } = row;
  const next = { rules: JSON.stringify(rules), revision: revision + 1, changed_by, changed_at };
  const rows =
    revision === 0
      ? await tables(tx)
          .insertInto("assessment.gradebook")
          .values({ class_id: row.class_id, ...next })
          .onConflict((conflict) => conflict.doNothing())
          .returning("class_id")
          .execute()
      : await tables(tx)
          .updateTable("assessment.gradebook")
          .set(next)
          .where("class_id", "=", row.class_id)
          .where("revision", "=", revision)
          .returning("class_id")
          .execute();
  return rows.length === 1;
}

export async function readGradeMarks(sql: Sql, classId: string): Promise<GradeMarkTable[]> {
  return tables(sql)
    .selectFrom("assessment.grade_mark")
    .selectAll()
    .where("class_id", "=", classId)
    .execute();
}

/** Writes marks over those that are there, all at once: a sheet has a thousand of them. */
export async function writeGradeMarks(tx: Tx, rows: readonly GradeMarkTable[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto("assessment.grade_mark")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["class_id", "person_id", "column_id"]).doUpdateSet(({ ref }) => ({
        tenths: ref("excluded.tenths"),
        entered_by: ref("excluded.entered_by"),
        entered_at: ref("excluded.entered_at"),
      })),
    )
    .execute();
}

/** Takes marks of a class away, likewise. */
export async function deleteGradeMarks(
  tx: Tx,
  classId: string,
  places: readonly Pick<GradeMarkTable, "person_id" | "column_id">[],
): Promise<void> {
  if (places.length === 0) return;
  const text = `
    delete from assessment.grade_mark m
    using unnest($2::uuid[], $3::text[]) as gone(person_id, column_id)
    where m.class_id = $1 and m.person_id = gone.person_id and m.column_id = gone.column_id`;
  const people = places.map(({ person_id: person }) => person);
  const columns = places.map(({ column_id: column }) => column);
  await tx.rows(named("assessment.delete-grade-marks", text, [classId, people, columns]));
}

export async function readGradeComments(
  sql: Sql,
  classId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tables(sql)
    .selectFrom("assessment.grade_comment")
    .select(["person_id", "text"])
    .where("class_id", "=", classId)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.text]));
}

/** Writes comments of a class at once; an empty text takes one away. */
export async function writeGradeComments(
  tx: Tx,
  classId: string,
  rows: readonly GradeCommentTable[],
): Promise<void> {
  const gone = rows.filter(({ text }) => text === "").map(({ person_id: person }) => person);
  const said = rows.filter(({ text }) => text !== "");
  if (gone.length > 0)
    await tables(tx)
      .deleteFrom("assessment.grade_comment")
      .where("class_id", "=", classId)
      .where("person_id", "in", gone)
      .execute();
  if (said.length === 0) return;
  await tables(tx)
    .insertInto("assessment.grade_comment")
    .values(said)
    .onConflict((conflict) =>
      conflict.columns(["class_id", "person_id"]).doUpdateSet(({ ref }) => ({
        text: ref("excluded.text"),
        entered_by: ref("excluded.entered_by"),
        entered_at: ref("excluded.entered_at"),
      })),
    )
    .execute();
}

/** Two who publish a class's grades do so one after the other, until the transaction ends. */
export async function holdPublishing(tx: Tx, classId: string): Promise<void> {
  const lock = "select pg_advisory_xact_lock(hashtext('assessment.grades'), hashtext($1))";
  await tx.rows(named("assessment.hold-grades", lock, [classId]));
}

/** What the students of a class were told last, by person. */
export async function lastPublished(
  sql: Sql,
  classId: string,
): Promise<ReadonlyMap<string, PublishedGradeTable>> {
  const rows = await tables(sql)
    .selectFrom("assessment.published_grade")
    .selectAll()
    .where("class_id", "=", classId)
    .orderBy("version")
    .execute();
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** What one person was told last in each class, the newest first. */
export async function publishedTo(sql: Sql, person: string): Promise<PublishedGradeTable[]> {
  const rows = await tables(sql)
    .selectFrom("assessment.published_grade")
    .selectAll()
    .where("person_id", "=", person)
    .orderBy("version")
    .execute();
  const last = new Map(rows.map((row) => [row.class_id, row]));
  return [...last.values()].toSorted((a, b) => b.published_at.getTime() - a.published_at.getTime());
}

export async function insertPublished(tx: Tx, rows: readonly PublishedGradeTable[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto("assessment.published_grade")
    .values(rows.map((row) => ({ ...row, grade: JSON.stringify(row.grade) })))
    .execute();
}
