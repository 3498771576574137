import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { JoinCodeTable, TeachingTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<TeachingTables>();

/** False when the code exists already: one chance in 8 · 10¹¹ for each code there is. */
export async function insertCode(
  tx: Tx,
  row: Omit<JoinCodeTable, "used" | "ended_at">,
): Promise<boolean> {
  const made = await tables(tx)
    .insertInto("teaching.join_code")
    .values({ ...row, used: 0, ended_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("code")
    .executeTakeFirst();
  return made !== undefined;
}

const codesMax = 100;

/** A class's codes, the newest first. */
export async function readCodes(sql: Sql, classId: string): Promise<JoinCodeTable[]> {
  return tables(sql)
    .selectFrom("teaching.join_code")
    .selectAll()
    .where("class_id", "=", classId)
    .orderBy("made_at", "desc")
    .orderBy("code")
    .limit(codesMax)
    .execute();
}

export async function readCode(sql: Sql, code: string): Promise<JoinCodeTable | undefined> {
  return tables(sql)
    .selectFrom("teaching.join_code")
    .selectAll()
    .where("code", "=", code)
    .executeTakeFirst();
}

/** Takes one use of a code; false when it has none left, has ended or has expired. */
export async function takeUse(tx: Tx, code: string, now: Date): Promise<boolean> {
  const row = await tables(tx)
    .updateTable("teaching.join_code")
    .set({ used: raw<number>`used + 1` })
    .where("code", "=", code)
    .where("used", "<", raw<number>`uses_max`)
    .where("expires_at", ">", now)
    .where("ended_at", "is", null)
    .returning("code")
    .executeTakeFirst();
  return row !== undefined;
}

export async function endCode(tx: Tx, code: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable("teaching.join_code")
    .set({ ended_at: at })
    .where("code", "=", code)
    .where("ended_at", "is", null)
    .execute();
}
