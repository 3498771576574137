import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { KeptReading } from "../threads/read-catalog-file.ts";
import type { CatalogImportTable, ExchangeTables, PictureTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<ExchangeTables>();

export async function insertImport(
  tx: Tx,
  row: Omit<CatalogImportTable, "committed_at">,
): Promise<void> {
  const reading = JSON.stringify(row.reading) as unknown as KeptReading;
  await tables(tx)
    .insertInto("exchange.catalog_import")
    .values({ ...row, reading, committed_at: null })
    .execute();
}

export async function readImport(
  sql: Sql,
  enterprise: string,
  id: string,
): Promise<CatalogImportTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.catalog_import")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function markCommitted(
  tx: Tx,
  enterprise: string,
  id: string,
  at: Date,
): Promise<void> {
  await tables(tx)
    .updateTable("exchange.catalog_import")
    .set({ committed_at: at })
    .where("organisation_id", "=", enterprise)
    .where("id", "=", id)
    .execute();
}

export async function forgetImports(sql: Sql, before: Date): Promise<void> {
  await tables(sql).deleteFrom("exchange.catalog_import").where("made_at", "<", before).execute();
}

export async function putPicture(tx: Tx, picture: PictureTable): Promise<void> {
  await tables(tx)
    .insertInto("exchange.picture")
    .values(picture)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function readPicture(sql: Sql, hash: string): Promise<PictureTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.picture")
    .selectAll()
    .where("hash", "=", hash)
    .executeTakeFirst();
}

const hashesAtOnce = 5_000;

/** Those of some contents that lie here. */
export async function knownPictures(sql: Sql, hashes: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>();
  for (let at = 0; at < hashes.length; at += hashesAtOnce) {
    const rows = await tables(sql)
      .selectFrom("exchange.picture")
      .select("hash")
      .where("hash", "in", hashes.slice(at, at + hashesAtOnce))
      .execute();
    for (const { hash } of rows) known.add(hash);
  }
  return known;
}
