import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { type BranchSpan, isOfHead } from "./log-store.ts";
import type { AnswerTable, PracticeTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

/** A decision with who made it. */
export type AuthoredEntry = LogEntry & { readonly author: string };

/** Decisions of stores on the head, of all or of one, in the order in which they act. */
export async function readAuthored(
  sql: Sql,
  season: string,
  spans: readonly BranchSpan[],
  store?: number,
): Promise<AuthoredEntry[]> {
  const all = tables(sql)
    .selectFrom("practice.log_entry")
    .select(["store", "number", "day", "branch", "decision", "author_id"])
    .where("season_id", "=", season)
    .where("store", ">=", 0)
    .orderBy("day")
    .orderBy("store")
    .orderBy("number");
  const rows = await (store === undefined ? all : all.where("store", "=", store)).execute();
  return rows
    .filter((row) => isOfHead(spans, row.branch, row.day))
    .map(
      ({ number, day, decision, author_id: author, store: of }) =>
        ({ store: of, number, day, decision, author }) as AuthoredEntry,
    );
}

/** What a store had of an offer when a day ended, and what it sold and could not sell that day. */
export type OfferDay = {
  readonly store: number;
  readonly offer: number;
  readonly day: number;
  readonly onHand: number;
  readonly sold: number;
  readonly lost: number;
};

export async function readOfferDays(
  sql: Sql,
  season: string,
  store: number | null,
): Promise<OfferDay[]> {
  return sql.rows<OfferDay>(
    named(
      "practice.offer-days",
      `select t.store, t.offer, t.day, sum(t.on_hand)::int as "onHand", sum(t.sold)::int as sold,
         sum(t.lost_units)::int as lost
       from practice.stock_day t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and ($2::int is null or t.store = $2)
       group by t.store, t.offer, t.day order by t.store, t.offer, t.day`,
      [season, store],
    ),
  );
}

export async function readAnswers(sql: Sql, season: string): Promise<AnswerTable[]> {
  return tables(sql)
    .selectFrom("practice.answer")
    .selectAll()
    .where("season_id", "=", season)
    .execute();
}

export async function readAnswer(
  sql: Sql,
  season: string,
  person: string,
): Promise<AnswerTable | undefined> {
  return tables(sql)
    .selectFrom("practice.answer")
    .selectAll()
    .where("season_id", "=", season)
    .where("person_id", "=", person)
    .executeTakeFirst();
}

/** Writes an answer, or writes it anew; the question stays the one that was answered first. */
export async function writeAnswer(tx: Tx, row: AnswerTable): Promise<void> {
  const { text, saved_at } = row;
  await tables(tx)
    .insertInto("practice.answer")
    .values({ ...row, question: JSON.stringify(row.question) as never })
    .onConflict((on) => on.columns(["season_id", "person_id"]).doUpdateSet({ text, saved_at }))
    .execute();
}
