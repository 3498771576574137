import type { QuestionFacts } from "@echelon/contract/practice/integrity.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { LogEntryTable, LookTable, PracticeTables, RemarkTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

export async function readLook(sql: Sql, season: string): Promise<LookTable | undefined> {
  return tables(sql)
    .selectFrom("practice.look")
    .selectAll()
    .where("season_id", "=", season)
    .executeTakeFirst();
}

/** Begins a look; what an earlier one found stays until this one is done. */
export async function beginLook(tx: Tx, row: Omit<LookTable, "questions">): Promise<void> {
  await tx.rows(
    named(
      "practice.begin-look",
      `insert into practice.look (season_id, branch, to_day, asked_by, asked_at, percent)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (season_id) do update set branch = $2, to_day = $3, asked_by = $4,
         asked_at = $5, percent = $6, questions = null`,
      [row.season_id, row.branch, row.to_day, row.asked_by, row.asked_at, row.percent],
    ),
  );
}

type LookPlace = Pick<LookTable, "season_id" | "branch" | "to_day">;

/** Says how far a look has come, unless another one has begun meanwhile. */
export async function tellLook(tx: Tx, place: LookPlace, percent: number): Promise<void> {
  await tables(tx)
    .updateTable("practice.look")
    .set({ percent })
    .where("season_id", "=", place.season_id)
    .where("branch", "=", place.branch)
    .where("to_day", "=", place.to_day)
    .execute();
}

export async function endLook(
  tx: Tx,
  place: LookPlace,
  questions: readonly QuestionFacts[],
): Promise<void> {
  await tables(tx)
    .updateTable("practice.look")
    .set({ percent: 100, questions: JSON.stringify(questions) as never })
    .where("season_id", "=", place.season_id)
    .where("branch", "=", place.branch)
    .where("to_day", "=", place.to_day)
    .execute();
}

/** What was noted about a season's questions, the oldest first. */
export async function readRemarks(sql: Sql, season: string): Promise<RemarkTable[]> {
  return tables(sql)
    .selectFrom("practice.remark")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("remark")
    .execute();
}

export async function insertRemark(tx: Tx, row: RemarkTable): Promise<void> {
  await tables(tx).insertInto("practice.remark").values(row).execute();
}

/** Every line of a season up to a day, with who wrote it when. */
export async function readSignedLog(
  sql: Sql,
  season: string,
  toDay: number,
): Promise<LogEntryTable[]> {
  return tables(sql)
    .selectFrom("practice.log_entry")
    .selectAll()
    .where("season_id", "=", season)
    .where("day", "<=", toDay)
    .orderBy("day")
    .orderBy("store")
    .orderBy("number")
    .execute();
}
