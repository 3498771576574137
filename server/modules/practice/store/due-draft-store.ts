import { returnedKey, returnedPrefix } from "@echelon/contract/practice/returned-drafts.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** A draft that a close may hand in. */
export type DueDraft = {
  readonly store: number;
  readonly key: string;
  readonly author: string;
  readonly savedAt: Date;
  /** A rewind gave it back. */
  readonly isReturned: boolean;
  /** JSON: of a withdrawn decision that one, of any other draft all that it stands for. */
  readonly text: string;
};

/** What is read of one store at most. */
type DueMost = {
  readonly typed: number;
  readonly returned: number;
  /** Of the texts of either sort, as UTF-8. */
  readonly bytes: number;
};

/**
 * The drafts that stand for decisions of a day, store by store, in the order in which they count:
 * decisions that were withdrawn of this very day as they were decided, then what was typed. Where a
 * store has more than may be read the newest are, and what is left out of the memory here is left
 * out in the database.
 */
export async function readDueDrafts(
  sql: Sql,
  season: string,
  day: number,
  most: DueMost,
): Promise<DueDraft[]> {
  const keys = [returnedKey(day, 0), returnedKey(day + 1, 0)];
  return sql.rows<DueDraft>(
    named(
      "practice.due-drafts",
      `with due as (
         select store, key, author_id, saved_at, starts_with(key, $2) as is_returned,
           case when starts_with(key, $2) then value else wishes end as text
         from practice.draft
         where season_id = $1 and case when starts_with(key, $2)
           then key collate "C" >= $3 and key collate "C" < $4 else wishes is not null end
       ), placed as (
         select *, row_number() over newest as place, sum(octet_length(text)) over newest as bytes
         from due
         window newest as (
           partition by store, is_returned
           order by case when is_returned then null else saved_at end desc, key collate "C" desc
           rows unbounded preceding
         )
       )
       select store, key, author_id as author, saved_at as "savedAt",
         is_returned as "isReturned", text
       from placed
       where place <= case when is_returned then $5::int else $6::int end and bytes <= $7::int
       order by store, is_returned desc, case when is_returned then null else saved_at end,
         key collate "C"`,
      [season, returnedPrefix, ...keys, most.returned, most.typed, most.bytes],
    ),
  );
}

/** Puts a store's drafts away as they were read; what was typed anew since then stays. */
export async function dropReadDrafts(
  tx: Tx,
  season: string,
  store: number,
  drafts: readonly Pick<DueDraft, "key" | "savedAt">[],
): Promise<void> {
  await tx.rows(
    named(
      "practice.drop-read-drafts",
      `delete from practice.draft d using unnest($3::text[], $4::timestamptz[]) as r (key, saved_at)
       where d.season_id = $1 and d.store = $2 and d.key = r.key
         and date_trunc('milliseconds', d.saved_at) = r.saved_at`,
      [season, store, drafts.map(({ key }) => key), drafts.map(({ savedAt }) => savedAt)],
    ),
  );
}
