import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { RosterImportTable, TeachingTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<TeachingTables>();

/** Keeps what a list said. Enter the organisation first. */
export async function insertRoster(
  tx: Tx,
  row: Omit<RosterImportTable, "committed_at">,
): Promise<void> {
  await tables(tx)
    .insertInto("teaching.roster_import")
    .values({ ...row, reading: JSON.stringify(row.reading), committed_at: null })
    .execute();
}

/** The list against others who would take it in at once. Enter the organisation first. */
export async function lockRoster(
  tx: Tx,
  organisation: string,
  id: string,
): Promise<RosterImportTable | undefined> {
  return tables(tx)
    .selectFrom("teaching.roster_import")
    .selectAll()
    .where("organisation_id", "=", organisation)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function markCommitted(
  tx: Tx,
  organisation: string,
  id: string,
  at: Date,
): Promise<void> {
  await tables(tx)
    .updateTable("teaching.roster_import")
    .set({ committed_at: at })
    .where("organisation_id", "=", organisation)
    .where("id", "=", id)
    .execute();
}

export async function forgetRosters(sql: Sql, before: Date): Promise<void> {
  await raw`select teaching.forget_rosters(${before})`.execute(tables(sql));
}
