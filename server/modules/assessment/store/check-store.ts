import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AssessmentTables, CheckAnswerTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** What somebody's answers to one question come to. */
export interface CheckSum {
  readonly person_id: string;
  readonly question: string;
  readonly times: number;
  readonly first_micro: number;
  readonly best_micro: number;
}

/** Of people, in a course; of one question where it is named. */
export async function sumChecks(
  sql: Sql,
  people: readonly string[],
  course: string,
  question?: string,
): Promise<CheckSum[]> {
  if (people.length === 0) return [];
  const rows = tables(sql)
    .selectFrom("assessment.check_answer")
    .select((eb) => [
      "person_id",
      "question",
      raw<number>`count(*)::int`.as("times"),
      raw<number>`max(share_micro) filter (where number = 1)`.as("first_micro"),
      eb.fn.max("share_micro").as("best_micro"),
    ])
    .where("person_id", "in", [...people])
    .where("course", "=", course);
  return (question === undefined ? rows : rows.where("question", "=", question))
    .groupBy(["person_id", "question"])
    .execute();
}

/** Keeps an answer under the next number; of two sent at once the second is not kept. */
export async function putCheckAnswer(tx: Tx, row: CheckAnswerTable): Promise<void> {
  await tables(tx)
    .insertInto("assessment.check_answer")
    .values({ ...row, answer: JSON.stringify(row.answer) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whoever makes evidence of first answers does so alone, until the transaction ends. */
export async function holdChecks(tx: Tx): Promise<void> {
  const lock = "select pg_advisory_xact_lock(hashtext('assessment.checks'))";
  await tx.rows(named("assessment.hold-checks", lock, []));
}

/**
 * First answers from an instant on that no piece of evidence was made of yet, the earliest first. A
 * piece that was contested and no longer counts is one, too: it does not come back.
 *
 * @param known  `<course>/<question>`: what has left its course shows nothing, and must not stand
 *               before what does
 */
export async function firstAnswersWithoutPiece(
  sql: Sql,
  {
    since,
    known,
    rowsMax,
  }: { readonly since: Date; readonly known: readonly string[]; readonly rowsMax: number },
): Promise<CheckAnswerTable[]> {
  const text = `select a.* from assessment.check_answer a
    where a.number = 1 and a.answered_at >= $1
      and a.course || '/' || a.question = any ($3) and not exists (
      select from assessment.piece p
       where p.person_id = a.person_id and p.kind = 'quiz'
         and p.detail->>'question' = a.course || '/' || a.question)
    order by a.answered_at, a.person_id, a.question limit $2`;
  return sql.rows<CheckAnswerTable>(
    named("assessment.first-answers-without-piece", text, [since, rowsMax, known]),
  );
}
