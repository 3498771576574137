import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
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

/** First answers that were given from an instant on, for who makes evidence of them. */
export async function firstAnswersSince(
  sql: Sql,
  since: Date,
  rowsMax: number,
): Promise<CheckAnswerTable[]> {
  return tables(sql)
    .selectFrom("assessment.check_answer")
    .selectAll()
    .where("number", "=", 1)
    .where("answered_at", ">=", since)
    .orderBy("answered_at")
    .orderBy("person_id")
    .orderBy("question")
    .limit(rowsMax)
    .execute();
}
