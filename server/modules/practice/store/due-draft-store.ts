import { returnedKey, returnedPrefix } from "@echelon/contract/practice/returned-drafts.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** A draft that a close may hand in. */
export type DueDraft = {
  readonly store: number;
  readonly key: string;
  readonly author: string;
  /** A rewind gave it back. */
  readonly isReturned: boolean;
  /** JSON: of a withdrawn decision that one, of any other draft all that it stands for. */
  readonly text: string;
};

/** What is read of one store at most. */
export type DueMost = {
  readonly typed: number;
  readonly returned: number;
  /** Of the texts of either sort. */
  readonly chars: number;
};

/**
 * The drafts that stand for decisions of a day or of one before it, store by store, in the order in
 * which they count: withdrawn decisions as they were decided, then what was typed since. Where a
 * store has more than may be read the newest are, and what is left out of the memory here is left
 * out in the database.
 */
export async function readDueDrafts(
  sql: Sql,
  season: string,
  day: number,
  most: DueMost,
): Promise<DueDraft[]> {
  return sql.rows<DueDraft>(
    named(
      "practice.due-drafts",
      `with due as (
         select store, key, author_id, saved_at, starts_with(key, $2) as is_returned,
           case when starts_with(key, $2) then value else wishes end as text
         from practice.draft
         where season_id = $1 and case when starts_with(key, $2) then key collate "C" < $3
           else wishes is not null end
       ), placed as (
         select *, row_number() over newest as place, sum(octet_length(text)) over newest as chars
         from due
         window newest as (
           partition by store, is_returned
           order by case when is_returned then null else saved_at end desc, key collate "C" desc
           rows unbounded preceding
         )
       )
       select store, key, author_id as author, is_returned as "isReturned", text from placed
       where place <= case when is_returned then $4::int else $5::int end and chars <= $6::int
       order by store, is_returned desc, case when is_returned then null else saved_at end,
         key collate "C"`,
      [season, returnedPrefix, returnedKey(day + 1, 0), most.returned, most.typed, most.chars],
    ),
  );
}
