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

export async function writeGradeMark(tx: Tx, row: GradeMarkTable): Promise<void> {
  const { tenths, entered_by, entered_at } = row;
  await tables(tx)
    .insertInto("assessment.grade_mark")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["class_id", "person_id", "column_id"])
        .doUpdateSet({ tenths, entered_by, entered_at }),
    )
    .execute();
}

export async function deleteGradeMark(
  tx: Tx,
  { class_id, person_id, column_id }: Pick<GradeMarkTable, "class_id" | "person_id" | "column_id">,
): Promise<void> {
  await tables(tx)
    .deleteFrom("assessment.grade_mark")
    .where("class_id", "=", class_id)
    .where("person_id", "=", person_id)
    .where("column_id", "=", column_id)
    .execute();
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

/** An empty text takes the comment away. */
export async function writeGradeComment(tx: Tx, row: GradeCommentTable): Promise<void> {
  const { class_id, person_id, text, entered_by, entered_at } = row;
  if (text === "") {
    await tables(tx)
      .deleteFrom("assessment.grade_comment")
      .where("class_id", "=", class_id)
      .where("person_id", "=", person_id)
      .execute();
    return;
  }
  await tables(tx)
    .insertInto("assessment.grade_comment")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["class_id", "person_id"]).doUpdateSet({ text, entered_by, entered_at }),
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
