import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type {
  AssessmentTables,
  ExamExtraTable,
  ExamQuestionTable,
  ExamResultTable,
  ExamSignatureTable,
  ExamTable,
} from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** Lists go into JSON as text: a driver would take them for arrays of SQL. */
function written(
  change: Partial<ExamTable>,
): Partial<Omit<ExamTable, "sections" | "outages">> & Record<string, unknown> {
  const { sections, outages, ...plain } = change;
  return {
    ...plain,
    ...(sections === undefined ? {} : { sections: JSON.stringify(sections) }),
    ...(outages === undefined ? {} : { outages: JSON.stringify(outages) }),
  };
}

export async function insertExam(tx: Tx, row: ExamTable): Promise<void> {
  await tables(tx)
    .insertInto("assessment.exam")
    .values(written(row) as never)
    .execute();
}

/** Exams of some classes, the newest first; tests that measure a course are none of them. */
export async function readExams(
  sql: Sql,
  classes: readonly string[],
  examsMax: number,
): Promise<ExamTable[]> {
  if (classes.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.exam")
    .selectAll()
    .where("class_id", "in", classes)
    .where("measurement_id", "is", null)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(examsMax)
    .execute();
}

/** Exams that were opened: a plan of a draft is nobody's but its teachers'. */
export async function readOpenedExams(
  sql: Sql,
  classes: readonly string[],
  examsMax: number,
): Promise<ExamTable[]> {
  if (classes.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.exam")
    .selectAll()
    .where("class_id", "in", classes)
    .where("state", "<>", "draft")
    .where("measurement_id", "is", null)
    .orderBy("made_at", "desc")
    .orderBy("id")
    .limit(examsMax)
    .execute();
}

export async function readExam(sql: Sql, id: string): Promise<ExamTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.exam")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The exam whose results a season's checklist is. */
export async function examOfSeason(sql: Sql, season: string): Promise<ExamTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.exam")
    .selectAll()
    .where("season_id", "=", season)
    .executeTakeFirst();
}

/** Names of exams, for those who look at what they showed. */
export async function examNames(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.exam")
    .select(["id", "name"])
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Holds an exam, so that its states follow each other and seats are counted once. */
export async function holdExam(tx: Tx, id: string): Promise<ExamTable | undefined> {
  return tables(tx)
    .selectFrom("assessment.exam")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/**
 * Exams that somebody writes, and those that can be begun no more and are still open; those that
 * were looked after longest ago come first, so that none waits behind the others.
 *
 * @param due  ends before this instant have come
 */
export async function examsToTend(sql: Sql, due: Date, examsMax: number): Promise<string[]> {
  const text = `select e.id from assessment.exam e
    where e.state = 'open' and e.kind = 'theory'
      and (e.closes_at + make_interval(mins => e.extra_minutes) <= $1 or exists (
        select from assessment.sitting s where s.exam_id = e.id and s.ended_at is null))
    order by e.pulse_at nulls first, e.id limit $2`;
  const rows = await sql.rows<{ id: string }>(
    named("assessment.exams-to-tend", text, [due, examsMax]),
  );
  return rows.map(({ id }) => id);
}

export async function changeExam(
  tx: Tx,
  id: string,
  change: Partial<Omit<ExamTable, "id" | "class_id">>,
): Promise<void> {
  await tables(tx)
    .updateTable("assessment.exam")
    .set(written(change) as never)
    .where("id", "=", id)
    .execute();
}

export async function deleteExam(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom("assessment.exam").where("id", "=", id).execute();
}

/** Rows of one insert: a question may have many kilobytes. */
const insertRows = 200;

export async function insertExamQuestions(
  tx: Tx,
  rows: readonly ExamQuestionTable[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += insertRows) {
    const values = rows
      .slice(from, from + insertRows)
      .map((row) => ({ ...row, body: JSON.stringify(row.body) as never }));
    await tables(tx).insertInto("assessment.exam_question").values(values).execute();
  }
}

/** What a draw sees of an exam's questions. */
export async function drawnFrom(
  sql: Sql,
  exam: string,
): Promise<Omit<ExamQuestionTable, "body" | "exam_id">[]> {
  return tables(sql)
    .selectFrom("assessment.exam_question")
    .select(["question", "type", "topics", "options"])
    .where("exam_id", "=", exam)
    .orderBy("question")
    .execute();
}

/** An exam's questions, all or some, by their names. */
export async function examQuestions(
  sql: Sql,
  exam: string,
  some?: readonly string[],
): Promise<ReadonlyMap<string, ExamQuestionTable>> {
  if (some?.length === 0) return new Map();
  const all = tables(sql)
    .selectFrom("assessment.exam_question")
    .selectAll()
    .where("exam_id", "=", exam)
    .orderBy("question");
  const rows = await (some === undefined ? all : all.where("question", "in", some)).execute();
  return new Map(rows.map((row) => [row.question, row]));
}

export async function writeExtra(tx: Tx, row: ExamExtraTable): Promise<void> {
  const { minutes, given_by } = row;
  await tables(tx)
    .insertInto("assessment.exam_extra")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["exam_id", "person_id"]).doUpdateSet({ minutes, given_by }),
    )
    .execute();
}

/** Extra minutes by person. */
export async function extrasOf(sql: Sql, exam: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(sql)
    .selectFrom("assessment.exam_extra")
    .select(["person_id", "minutes"])
    .where("exam_id", "=", exam)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.minutes]));
}

/** One person's extra minutes by exam. */
export async function extrasOfPerson(
  sql: Sql,
  person: string,
  exams: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (exams.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.exam_extra")
    .select(["exam_id", "minutes"])
    .where("person_id", "=", person)
    .where("exam_id", "in", exams)
    .execute();
  return new Map(rows.map((row) => [row.exam_id, row.minutes]));
}

export async function writeSignature(tx: Tx, row: ExamSignatureTable): Promise<void> {
  await tables(tx)
    .insertInto("assessment.exam_signature")
    .values(row)
    .onConflict((conflict) => conflict.columns(["exam_id", "side"]).doNothing())
    .execute();
}

/** Those of some exams that a mentor has confirmed. */
export async function confirmedByMentor(
  sql: Sql,
  exams: readonly string[],
): Promise<ReadonlySet<string>> {
  if (exams.length === 0) return new Set();
  const rows = await tables(sql)
    .selectFrom("assessment.exam_signature")
    .select("exam_id")
    .where("side", "=", "mentor")
    .where("exam_id", "in", exams)
    .execute();
  return new Set(rows.map(({ exam_id: exam }) => exam));
}

export async function signaturesOf(sql: Sql, exam: string): Promise<ExamSignatureTable[]> {
  return tables(sql)
    .selectFrom("assessment.exam_signature")
    .selectAll()
    .where("exam_id", "=", exam)
    .orderBy("side", "desc")
    .execute();
}

export async function writeExamResults(
  tx: Tx,
  exam: string,
  rows: readonly ExamResultTable[],
): Promise<void> {
  await tables(tx).deleteFrom("assessment.exam_result").where("exam_id", "=", exam).execute();
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto("assessment.exam_result")
    .values(rows.map((row) => ({ ...row, units: JSON.stringify(row.units) as never })))
    .execute();
}

export async function examResults(sql: Sql, exam: string): Promise<ExamResultTable[]> {
  return tables(sql)
    .selectFrom("assessment.exam_result")
    .selectAll()
    .where("exam_id", "=", exam)
    .orderBy("person_id")
    .execute();
}

/** What one person reached in practical exams, by exam; basis points. */
export async function reachedOfPerson(
  sql: Sql,
  person: string,
  exams: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (exams.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.exam_result")
    .select(["exam_id", "reached_bp"])
    .where("person_id", "=", person)
    .where("exam_id", "in", exams)
    .execute();
  return new Map(rows.map((row) => [row.exam_id, row.reached_bp]));
}

/** The best of a person's published practical exams, basis points; 0 of nobody's. */
export async function bestPractical(sql: Sql, person: string): Promise<number> {
  const row = await tables(sql)
    .selectFrom("assessment.exam_result as r")
    .innerJoin("assessment.exam as e", "e.id", "r.exam_id")
    .select("r.reached_bp")
    .where("r.person_id", "=", person)
    .where("e.state", "=", "published")
    .orderBy("r.reached_bp", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.reached_bp ?? 0;
}
