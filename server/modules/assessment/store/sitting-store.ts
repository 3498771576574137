import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AssessmentTables, SittingAnswerTable, SittingTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

export async function insertSitting(tx: Tx, row: SittingTable): Promise<void> {
  await tables(tx)
    .insertInto("assessment.sitting")
    .values({ ...row, paper: JSON.stringify(row.paper) as never })
    .execute();
}

export async function sittingsOf(sql: Sql, exams: readonly string[]): Promise<SittingTable[]> {
  if (exams.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.sitting")
    .selectAll()
    .where("exam_id", "in", exams)
    .orderBy("exam_id")
    .orderBy("seat")
    .execute();
}

/** How many people began an exam, and how many of them have ended. */
export interface SittingCount {
  readonly exam_id: string;
  readonly begun: number;
  readonly done: number;
}

/** By exam; one that nobody has begun is not among them. No paper is read. */
export async function countSittings(
  sql: Sql,
  exams: readonly string[],
): Promise<ReadonlyMap<string, SittingCount>> {
  if (exams.length === 0) return new Map();
  const text = `select exam_id, count(*)::int as begun, count(ended_at)::int as done
    from assessment.sitting where exam_id = any ($1::uuid[]) group by exam_id`;
  const rows = await sql.rows<SittingCount>(named("assessment.count-sittings", text, [exams]));
  return new Map(rows.map((row) => [row.exam_id, row]));
}

export async function sittingsOfPerson(
  sql: Sql,
  person: string,
  exams: readonly string[],
): Promise<ReadonlyMap<string, SittingTable>> {
  if (exams.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.sitting")
    .selectAll()
    .where("person_id", "=", person)
    .where("exam_id", "in", exams)
    .execute();
  return new Map(rows.map((row) => [row.exam_id, row]));
}

export async function readSitting(
  sql: Sql,
  exam: string,
  person: string,
): Promise<SittingTable | undefined> {
  return (await sittingsOfPerson(sql, person, [exam])).get(exam);
}

/** Whether somebody writes an exam with this question on their paper. */
export async function isBeingAsked(sql: Sql, person: string, question: string): Promise<boolean> {
  const text = `select exists (
    select from assessment.sitting
     where person_id = $1 and ended_at is null and paper @> $2::jsonb) as is`;
  const paper = JSON.stringify([{ id: question }]);
  const asked = named("assessment.is-being-asked", text, [person, paper]);
  return (await sql.rows<{ is: boolean }>(asked))[0]!.is;
}

/** Holds somebody's sitting, so that answers, machines and its end follow each other. */
export async function holdSitting(
  tx: Tx,
  exam: string,
  person: string,
): Promise<SittingTable | undefined> {
  return tables(tx)
    .selectFrom("assessment.sitting")
    .selectAll()
    .where("exam_id", "=", exam)
    .where("person_id", "=", person)
    .forUpdate()
    .executeTakeFirst();
}

/** Holds all sittings of an exam that have not ended. */
export async function holdWriting(tx: Tx, exam: string): Promise<SittingTable[]> {
  return tables(tx)
    .selectFrom("assessment.sitting")
    .selectAll()
    .where("exam_id", "=", exam)
    .where("ended_at", "is", null)
    .orderBy("seat")
    .forUpdate()
    .execute();
}

export async function changeSitting(
  tx: Tx,
  id: string,
  change: Partial<Pick<SittingTable, "machine" | "machines" | "ended_at" | "ended_how">>,
): Promise<void> {
  await tables(tx).updateTable("assessment.sitting").set(change).where("id", "=", id).execute();
}

/** Sittings that ended without being handed in, of one person or of all. */
export async function cutShort(
  tx: Tx,
  exam: string,
  person: string | null,
): Promise<SittingTable[]> {
  const all = tables(tx)
    .selectFrom("assessment.sitting")
    .selectAll()
    .where("exam_id", "=", exam)
    .where("ended_how", "in", ["time", "closed"])
    .orderBy("seat")
    .forUpdate();
  return (person === null ? all : all.where("person_id", "=", person)).execute();
}

export interface SentAnswer {
  readonly place: number;
  readonly revision: number;
  readonly answer: SittingAnswerTable["answer"];
  readonly isForLater: boolean;
}

const saveText = `
  insert into assessment.sitting_answer
    (sitting_id, place, answer, is_for_later, revision, saved_at, note)
  select $1, place, nullif(answer, 'null'::jsonb), "isForLater", revision, $3, ''
    from jsonb_to_recordset($2::jsonb)
      as sent (place integer, revision integer, answer jsonb, "isForLater" boolean)
  on conflict (sitting_id, place) do update
    set answer = excluded.answer, is_for_later = excluded.is_for_later,
        revision = excluded.revision, saved_at = excluded.saved_at,
        -- What was marked was another text.
        share_micro = case when sitting_answer.answer is not distinct from excluded.answer
          then sitting_answer.share_micro end,
        marked_by = case when sitting_answer.answer is not distinct from excluded.answer
          then sitting_answer.marked_by end,
        note = case when sitting_answer.answer is not distinct from excluded.answer
          then sitting_answer.note else '' end
    where sitting_answer.revision < excluded.revision`;

/** Keeps answers; one that is no newer than what is there changes nothing. */
export async function saveAnswers(
  tx: Tx,
  sitting: string,
  answers: readonly SentAnswer[],
  at: Date,
): Promise<void> {
  const values = [sitting, JSON.stringify(answers), at];
  await tx.rows(named("assessment.save-answers", saveText, values));
}

/** Answers of a sitting at some places of its paper. */
export async function answersAt(
  sql: Sql,
  sitting: string,
  places: readonly number[],
): Promise<SittingAnswerTable[]> {
  return tables(sql)
    .selectFrom("assessment.sitting_answer")
    .selectAll()
    .where("sitting_id", "=", sitting)
    .where("place", "in", places)
    .orderBy("place")
    .execute();
}

export async function answersOf(
  sql: Sql,
  sittings: readonly string[],
): Promise<SittingAnswerTable[]> {
  if (sittings.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.sitting_answer")
    .selectAll()
    .where("sitting_id", "in", sittings)
    .orderBy("sitting_id")
    .orderBy("place")
    .execute();
}

/** What answers earned, without what they say. */
export async function sharesOf(
  sql: Sql,
  sittings: readonly string[],
): Promise<Pick<SittingAnswerTable, "sitting_id" | "place" | "share_micro">[]> {
  if (sittings.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.sitting_answer")
    .select(["sitting_id", "place", "share_micro"])
    .where("sitting_id", "in", sittings)
    .execute();
}

/** What a look into the room tells of one sitting. */
export interface AnswerCount {
  readonly sitting_id: string;
  readonly answered: number;
  readonly saved_at: Date | null;
}

export async function countAnswers(sql: Sql, exam: string): Promise<readonly AnswerCount[]> {
  const text = `select a.sitting_id, count(a.answer)::int as answered, max(a.saved_at) as saved_at
    from assessment.sitting_answer a join assessment.sitting s on s.id = a.sitting_id
    where s.exam_id = $1 group by a.sitting_id`;
  return sql.rows<AnswerCount>(named("assessment.count-answers", text, [exam]));
}

const shareText = `
  update assessment.sitting_answer a set share_micro = given.share
    from unnest($2::int[], $3::int[]) as given (place, share)
   where a.sitting_id = $1 and a.place = given.place`;

/** What answers of a sitting earn; null where a person has to say. */
export async function writeShares(
  tx: Tx,
  sitting: string,
  shares: readonly { readonly place: number; readonly shareMicro: number | null }[],
): Promise<void> {
  if (shares.length === 0) return;
  const values = [
    sitting,
    shares.map(({ place }) => place),
    shares.map(({ shareMicro }) => shareMicro),
  ];
  await tx.rows(named("assessment.write-shares", shareText, values));
}

/** What a person gives an answer; false where there is none. */
export async function markAnswer(
  tx: Tx,
  sitting: string,
  place: number,
  mark: { readonly share_micro: number; readonly marked_by: string; readonly note: string },
): Promise<boolean> {
  const done = await tables(tx)
    .updateTable("assessment.sitting_answer")
    .set(mark)
    .where("sitting_id", "=", sitting)
    .where("place", "=", place)
    .executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function sittingById(sql: Sql, id: string): Promise<SittingTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.sitting")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Answers of an exam that wait for a person's mark. */
export async function countUnmarked(sql: Sql, exam: string): Promise<number> {
  const text = `select count(*)::int as count
    from assessment.sitting_answer a join assessment.sitting s on s.id = a.sitting_id
    where s.exam_id = $1 and s.ended_at is not null and a.share_micro is null`;
  const [row] = await sql.rows<{ count: number }>(named("assessment.count-unmarked", text, [exam]));
  return row?.count ?? 0;
}
