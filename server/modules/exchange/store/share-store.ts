import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { ExchangeTables, ShareTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<ExchangeTables>();

export async function insertShare(tx: Tx, row: ShareTable): Promise<void> {
  await tables(tx).insertInto("exchange.share").values(row).execute();
}

/** Pages of a person that have not ended, the newest first. */
export async function sharesOf(sql: Sql, person: string, now: Date): Promise<ShareTable[]> {
  return tables(sql)
    .selectFrom("exchange.share")
    .selectAll()
    .where("person_id", "=", person)
    .where("ends_at", ">", now)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

export async function shareByToken(
  sql: Sql,
  token: string,
  now: Date,
): Promise<ShareTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.share")
    .selectAll()
    .where("token", "=", token)
    .where("ends_at", ">", now)
    .executeTakeFirst();
}

/** False where the person has no such page. */
export async function deleteShare(tx: Tx, person: string, id: string): Promise<boolean> {
  const gone = await tables(tx)
    .deleteFrom("exchange.share")
    .where("id", "=", id)
    .where("person_id", "=", person)
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
}

export async function forgetShares(sql: Sql, before: Date): Promise<void> {
  await tables(sql).deleteFrom("exchange.share").where("ends_at", "<", before).execute();
}
