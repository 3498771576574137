import type { Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** The answer that was given to a request of this key, as JSON carries it. */
export async function readAnswer<Answer>(
  tx: Tx,
  season: string,
  store: number,
  key: string,
): Promise<Answer | undefined> {
  const rows = await tx.rows<{ answer: Answer }>(
    named(
      "practice.request-answer",
      "select answer from practice.request_key where season_id = $1 and store = $2 and key = $3",
      [season, store, key],
    ),
  );
  return rows[0]?.answer;
}

/** Keeps an answer with what it answers for, in the same transaction. */
export async function writeAnswer(
  tx: Tx,
  season: string,
  store: number,
  key: string,
  answer: unknown,
  at: Date,
): Promise<void> {
  await tx.rows(
    named(
      "practice.keep-request-answer",
      `insert into practice.request_key (season_id, store, key, answer, at)
       values ($1, $2, $3, $4, $5)`,
      [season, store, key, JSON.stringify(answer), at],
    ),
  );
}
