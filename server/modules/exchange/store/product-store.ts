import { sql as raw } from "kysely";
import type { PublishState, Readiness } from "@echelon/contract/exchange/shapes.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { termsOf } from "../../../platform/text/terms.ts";
import type { ExchangeTables, ImportTable, PictureTable, ProductTable } from "./schema.ts";

export type ProductRow = ProductTable;
const tables = (sql: Sql) => sql.tables<ExchangeTables>();

export interface ProductFilter {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly state?: PublishState | undefined;
  readonly readiness?: Readiness | undefined;
  readonly after?: string | undefined;
}

/** Products of a catalogue by key; a whole catalogue without a limit. */
export async function readProducts(
  sql: Sql,
  enterprise: string,
  filter: ProductFilter = {},
  productsMax = 20_000,
): Promise<ProductRow[]> {
  let query = tables(sql)
    .selectFrom("exchange.product")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .orderBy("key")
    .orderBy("id")
    .limit(productsMax);
  if (filter.category !== undefined) query = query.where("used_category", "=", filter.category);
  if (filter.state !== undefined) query = query.where("state", "=", filter.state);
  if (filter.readiness !== undefined) query = query.where("readiness", "=", filter.readiness);
  if (filter.after !== undefined) query = query.where("key", ">", filter.after);
  if (filter.q !== undefined && filter.q !== "") {
    query = query.where(raw<boolean>`terms @> ${termsOf(filter.q)}::text[]`);
  }
  return query.execute();
}

export async function readProduct(
  sql: Sql,
  enterprise: string,
  id: string,
): Promise<ProductRow | undefined> {
  return tables(sql)
    .selectFrom("exchange.product")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Published products of several enterprises, in a total order. */
export async function readPublished(
  sql: Sql,
  enterprises: readonly string[],
): Promise<ProductRow[]> {
  if (enterprises.length === 0) return [];
  return tables(sql)
    .selectFrom("exchange.product")
    .selectAll()
    .where("organisation_id", "in", enterprises)
    .where("state", "=", "published")
    .where("readiness", "!=", "red")
    .orderBy("organisation_id")
    .orderBy("key")
    .limit(20_000)
    .execute();
}

/** Enterprises that have any product, with how many of each state and readiness. */
export async function countCatalogs(sql: Sql): Promise<
  {
    organisation_id: string;
    state: PublishState;
    readiness: Readiness;
    used_category: string;
    products: number;
    skus: number;
    changed_at: Date;
  }[]
> {
  return tables(sql)
    .selectFrom("exchange.product")
    .select((eb) => [
      "organisation_id",
      "state",
      "readiness",
      "used_category",
      eb.cast<number>(eb.fn.countAll(), "integer").as("products"),
      raw<number>`coalesce(sum(jsonb_array_length(record->'skus')), 0)::int`.as("skus"),
      eb.fn.max("changed_at").as("changed_at"),
    ])
    .groupBy(["organisation_id", "state", "readiness", "used_category"])
    .orderBy("organisation_id")
    .orderBy("used_category")
    .execute();
}

/** Writes a product whole, with its SKUs. */
export async function writeProduct(tx: Tx, row: ProductRow): Promise<void> {
  const values = {
    ...row,
    record: JSON.stringify(row.record) as never,
    attributes: JSON.stringify(row.attributes) as never,
  };
  const { organisation_id: _, id: __, key: ___, ...changed } = values;
  await tables(tx)
    .insertInto("exchange.product")
    .values(values)
    .onConflict((oc) => oc.columns(["organisation_id", "id"]).doUpdateSet(changed))
    .execute();
  await tables(tx)
    .deleteFrom("exchange.sku")
    .where("organisation_id", "=", row.organisation_id)
    .where("product_id", "=", row.id)
    .execute();
  const skus = row.record.skus.filter(({ sku }) => sku !== "");
  if (skus.length === 0) return;
  await tables(tx)
    .insertInto("exchange.sku")
    .values(
      skus.map(({ sku }) => ({ organisation_id: row.organisation_id, sku, product_id: row.id })),
    )
    .execute();
}

/** Which product of the catalogue each SKU belongs to. */
export async function ownersOfSkus(sql: Sql, enterprise: string): Promise<Map<string, string>> {
  const rows = await tables(sql)
    .selectFrom("exchange.sku")
    .select(["sku", "product_id"])
    .where("organisation_id", "=", enterprise)
    .execute();
  return new Map(rows.map((row) => [row.sku, row.product_id]));
}

export async function setStates(
  tx: Tx,
  enterprise: string,
  ids: readonly string[],
  state: PublishState,
  at: Date,
): Promise<number> {
  if (ids.length === 0) return 0;
  const done = await tables(tx)
    .updateTable("exchange.product")
    .set((eb) => ({ state, changed_at: at, version: eb("version", "+", 1) }))
    .where("organisation_id", "=", enterprise)
    .where("id", "in", ids)
    .where("state", "!=", state)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

export async function insertImport(tx: Tx, row: ImportTable): Promise<void> {
  await tables(tx)
    .insertInto("exchange.import")
    .values({ ...row, preview: JSON.stringify(row.preview) as never })
    .execute();
}

export async function readImport(
  sql: Sql,
  enterprise: string,
  id: string,
): Promise<ImportTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.import")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Holds an import, so that it is committed once. */
export async function holdImport(
  tx: Tx,
  enterprise: string,
  id: string,
): Promise<ImportTable | undefined> {
  return tables(tx)
    .selectFrom("exchange.import")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function markCommitted(
  tx: Tx,
  enterprise: string,
  id: string,
  at: Date,
): Promise<void> {
  await tables(tx)
    .updateTable("exchange.import")
    .set({ committed_at: at })
    .where("organisation_id", "=", enterprise)
    .where("id", "=", id)
    .execute();
}

export async function insertPicture(tx: Tx, row: PictureTable): Promise<void> {
  await tables(tx)
    .insertInto("exchange.picture")
    .values(row)
    .onConflict((oc) => oc.column("hash").doNothing())
    .execute();
}

export async function readPicture(sql: Sql, hash: string): Promise<PictureTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.picture")
    .selectAll()
    .where("hash", "=", hash)
    .executeTakeFirst();
}
