import type { Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** The answer given to a request of this key, as JSON carries it, and what it had asked. */
export async function readAnswer<Answer>(
  tx: Tx,
  season: string,
  store: number,
  key: string,
): Promise<{ readonly answer: Answer; readonly asked: string } | undefined> {
  const rows = await tx.rows<{ answer: Answer; asked: string }>(
    named(
      "practice.request-answer",
      `select answer, asked from practice.request_key
        where season_id = $1 and store = $2 and key = $3`,
      [season, store, key],
    ),
  );
  return rows[0];
}

/** Keeps an answer with what it answers for, in the same transaction. */
export async function writeAnswer(
  tx: Tx,
  season: string,
  store: number,
  { key, asked }: { readonly key: string; readonly asked: string },
  answer: unknown,
  at: Date,
): Promise<void> {
  await tx.rows(
    named(
      "practice.keep-request-answer",
      `insert into practice.request_key (season_id, store, key, asked, answer, at)
       values ($1, $2, $3, $4, $5, $6)`,
      [season, store, key, asked, JSON.stringify(answer), at],
    ),
  );
}
