import { type Columns, insertMany } from "../../../platform/database/bulk.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { DraftTable } from "./schema.ts";

const draftColumns: Columns<DraftTable> = {
  season_id: "uuid",
  store: "integer",
  key: "text",
  value: "text",
  author_id: "uuid",
  saved_at: "timestamptz",
  wishes: "text",
};

/**
 * Writes drafts whose keys are new: a season is held meanwhile, and a class may have decided
 * thousands of things since the day that opens again.
 */
export async function insertDrafts(tx: Tx, rows: readonly DraftTable[]): Promise<void> {
  await insertMany(tx, "practice.draft", draftColumns, rows);
}

/**
 * No store has handed in the day that opens again, but who was there before it was; who entered on
 * it or later enters on it.
 */
export async function reopenStores(tx: Tx, season: string, day: number): Promise<void> {
  const text = `update practice.store 
    set ready_day = least(ready_day, $2 - 1), entered_day = least(entered_day, $2)
    where season_id = $1`;
  await tx.rows(named("practice.reopen-stores", text, [season, day]));
}
