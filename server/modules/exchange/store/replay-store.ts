import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { ExchangeTables, ReplayTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<ExchangeTables>();

export async function insertReplay(tx: Tx, row: ReplayTable): Promise<void> {
  await tables(tx)
    .insertInto("exchange.credential_replay")
    .values({ ...row, segments: JSON.stringify(row.segments) as never })
    .execute();
}

export async function readReplay(sql: Sql, id: string): Promise<ReplayTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.credential_replay")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The last time that a credential was played again. */
export async function newestReplay(sql: Sql, credential: string): Promise<ReplayTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.credential_replay")
    .selectAll()
    .where("credential_id", "=", credential)
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirst();
}

export async function tellPlayed(
  tx: Tx,
  id: string,
  change: Pick<ReplayTable, "outcomes" | "ended_at">,
): Promise<void> {
  await tables(tx)
    .updateTable("exchange.credential_replay")
    .set(change)
    .where("id", "=", id)
    .execute();
}
