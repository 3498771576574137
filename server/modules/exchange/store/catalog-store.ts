import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import type { PublishState, Readiness } from "@echelon/contract/exchange/shapes.ts";
import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { CatalogTable, ExchangeTables, ProductTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<ExchangeTables>();

/** Makes the catalogue if there is none and holds it until the transaction ends. */
export async function lockCatalog(tx: Tx, enterprise: string, now: Date): Promise<number> {
  await tables(tx)
    .insertInto("exchange.catalog")
    .values({ organisation_id: enterprise, version: 1, changed_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { version } = await tables(tx)
    .selectFrom("exchange.catalog")
    .select("version")
    .where("organisation_id", "=", enterprise)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return version;
}

/** Says that the catalogue changed. Lock it first. */
export async function raiseVersion(tx: Tx, enterprise: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable("exchange.catalog")
    .set({ version: raw<number>`version + 1`, changed_at: now })
    .where("organisation_id", "=", enterprise)
    .execute();
}

export async function readCatalog(sql: Sql, enterprise: string): Promise<CatalogTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.catalog")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .executeTakeFirst();
}

/** Enterprises that have something published that can be sold. */
export async function readPublishers(sql: Sql): Promise<string[]> {
  const rows = await tables(sql)
    .selectFrom("exchange.product")
    .select("organisation_id")
    .distinct()
    .where("state", "=", "published")
    .where("readiness", "<>", "red")
    .orderBy("organisation_id")
    .limit(200)
    .execute();
  return rows.map(({ organisation_id }) => organisation_id);
}

export interface CatalogCounts {
  readonly products: number;
  readonly skus: number;
  readonly published: number;
  readonly sellableSkus: number;
  readonly red: number;
  readonly amber: number;
  readonly green: number;
}

/** @param onlyPublished counts what others may see */
export async function countCatalog(
  sql: Sql,
  enterprise: string,
  onlyPublished: boolean,
): Promise<CatalogCounts> {
  const count = (condition: ReturnType<typeof raw<boolean>>) =>
    raw<number>`(count(*) filter (where ${condition}))::int`;
  let query = tables(sql)
    .selectFrom("exchange.product")
    .select([
      raw<number>`count(*)::int`.as("products"),
      raw<number>`coalesce(sum(skus), 0)::int`.as("skus"),
      count(raw<boolean>`state = 'published'`).as("published"),
      raw<number>`coalesce(sum(skus) filter (
        where state = 'published' and readiness <> 'red'), 0)::int`.as("sellableSkus"),
      count(raw<boolean>`readiness = 'red'`).as("red"),
      count(raw<boolean>`readiness = 'amber'`).as("amber"),
      count(raw<boolean>`readiness = 'green'`).as("green"),
    ])
    .where("organisation_id", "=", enterprise);
  if (onlyPublished) query = query.where("state", "=", "published");
  return query.executeTakeFirstOrThrow();
}

export async function countByCategory(sql: Sql, enterprise: string, onlyPublished: boolean) {
  let query = tables(sql)
    .selectFrom("exchange.product")
    .select(["category", raw<number>`count(*)::int`.as("products")])
    .where("organisation_id", "=", enterprise);
  if (onlyPublished) query = query.where("state", "=", "published");
  return query.groupBy("category").orderBy("products", "desc").orderBy("category").execute();
}

export interface ProductSearch {
  readonly terms: readonly string[];
  /** Must stand in the product's words, beyond its terms. */
  readonly part: string | null;
  readonly category: string | null;
  readonly state: PublishState | null;
  readonly readiness: Readiness | null;
  /** Key and id of the last product seen. */
  readonly after: readonly [key: string, id: string] | null;
  readonly limit: number;
}

export async function searchProducts(
  sql: Sql,
  enterprise: string,
  search: ProductSearch,
): Promise<ProductTable[]> {
  const { terms, part, category, state, readiness, after, limit } = search;
  let query = tables(sql)
    .selectFrom("exchange.product")
    .selectAll()
    .where("organisation_id", "=", enterprise);
  if (terms.length > 0) query = query.where(raw<boolean>`terms @> ${terms}::text[]`);
  if (part !== null) query = query.where(raw<boolean>`position(${part} in search) > 0`);
  if (category !== null) query = query.where("category", "=", category);
  if (state !== null) query = query.where("state", "=", state);
  if (readiness !== null) query = query.where("readiness", "=", readiness);
  if (after !== null) {
    query = query.where(raw<boolean>`(key, id) > (${after[0]}, ${after[1]}::uuid)`);
  }
  return query.orderBy("key").orderBy("id").limit(limit).execute();
}

export async function readProduct(
  sql: Sql,
  enterprise: string,
  id: string,
): Promise<ProductTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.product")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .where("id", "=", id)
    .executeTakeFirst();
}

const keysAtOnce = 5_000;

/** Products by their keys. */
export async function readByKeys(
  sql: Sql,
  enterprise: string,
  keys: readonly string[],
): Promise<Map<string, ProductTable>> {
  const found = new Map<string, ProductTable>();
  for (let at = 0; at < keys.length; at += keysAtOnce) {
    const rows = await tables(sql)
      .selectFrom("exchange.product")
      .selectAll()
      .where("organisation_id", "=", enterprise)
      .where("key", "in", keys.slice(at, at + keysAtOnce))
      .execute();
    for (const row of rows) found.set(row.key, row);
  }
  return found;
}

/** Whose product each of these SKUs is: the product's key, by SKU. */
export async function skuOwners(
  sql: Sql,
  enterprise: string,
  skus: readonly string[],
): Promise<Map<string, string>> {
  const owners = new Map<string, string>();
  for (let at = 0; at < skus.length; at += keysAtOnce) {
    const rows = await tables(sql)
      .selectFrom("exchange.sku as s")
      .innerJoin("exchange.product as p", (join) =>
        join
          .onRef("p.organisation_id", "=", "s.organisation_id")
          .onRef("p.id", "=", "s.product_id"),
      )
      .select(["s.sku", "p.key"])
      .where("s.organisation_id", "=", enterprise)
      .where("s.sku", "in", skus.slice(at, at + keysAtOnce))
      .execute();
    for (const { sku, key } of rows) owners.set(sku, key);
  }
  return owners;
}

export async function countProducts(sql: Sql, enterprise: string): Promise<number> {
  const { count } = await tables(sql)
    .selectFrom("exchange.product")
    .select(raw<number>`count(*)::int`.as("count"))
    .where("organisation_id", "=", enterprise)
    .executeTakeFirstOrThrow();
  return count;
}

const rowsAtOnce = 200;

/** Writes products whole, new or changed, with the SKUs that they have now. */
export async function putProducts(tx: Tx, rows: readonly ProductTable[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const slice = rows.slice(at, at + rowsAtOnce);
    await tables(tx)
      .insertInto("exchange.product")
      .values(slice.map(written))
      .onConflict((conflict) =>
        conflict.columns(["organisation_id", "id"]).doUpdateSet((eb) => ({
          record: eb.ref("excluded.record"),
          state: eb.ref("excluded.state"),
          chosen_category: eb.ref("excluded.chosen_category"),
          attributes: eb.ref("excluded.attributes"),
          category: eb.ref("excluded.category"),
          is_category_assumed: eb.ref("excluded.is_category_assumed"),
          readiness: eb.ref("excluded.readiness"),
          weaknesses: eb.ref("excluded.weaknesses"),
          assumed: eb.ref("excluded.assumed"),
          skus: eb.ref("excluded.skus"),
          cost_from_minor: eb.ref("excluded.cost_from_minor"),
          cost_to_minor: eb.ref("excluded.cost_to_minor"),
          cost_currency: eb.ref("excluded.cost_currency"),
          title_zh: eb.ref("excluded.title_zh"),
          title_en: eb.ref("excluded.title_en"),
          search: eb.ref("excluded.search"),
          terms: eb.ref("excluded.terms"),
          version: eb.ref("excluded.version"),
          changed_at: eb.ref("excluded.changed_at"),
        })),
      )
      .execute();
    await putSkus(tx, slice);
  }
}

function written(row: ProductTable) {
  return {
    ...row,
    record: JSON.stringify(row.record) as unknown as ProductRecord,
    attributes: JSON.stringify(row.attributes) as unknown as ProductTable["attributes"],
  };
}

async function putSkus(tx: Tx, rows: readonly ProductTable[]): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  await tables(tx)
    .deleteFrom("exchange.sku")
    .where("organisation_id", "=", first.organisation_id)
    .where(
      "product_id",
      "in",
      rows.map(({ id }) => id),
    )
    .execute();
  const skus = rows.flatMap(({ organisation_id, id, record }) =>
    record.skus.map(({ sku }) => ({ organisation_id, sku, product_id: id })),
  );
  for (let at = 0; at < skus.length; at += keysAtOnce) {
    await tables(tx)
      .insertInto("exchange.sku")
      .values(skus.slice(at, at + keysAtOnce))
      .execute();
  }
}

/** Sets the state of products; red ones are not published. Gives the ids that changed. */
export async function setState(
  tx: Tx,
  enterprise: string,
  ids: readonly string[] | null,
  state: PublishState,
  now: Date,
): Promise<string[]> {
  let query = tables(tx)
    .updateTable("exchange.product")
    .set({ state, changed_at: now, version: raw<number>`version + 1` })
    .where("organisation_id", "=", enterprise)
    .where("state", "<>", state);
  if (ids !== null) query = query.where(raw<boolean>`id = any (${ids}::uuid[])`);
  if (state === "published") query = query.where("readiness", "<>", "red");
  else query = query.where("state", "=", "published");
  const rows = await query.returning("id").execute();
  return rows.map(({ id }) => id);
}

/** Of some products, or of all, those that are red. */
export async function readRed(
  sql: Sql,
  enterprise: string,
  ids: readonly string[] | null,
): Promise<string[]> {
  let query = tables(sql)
    .selectFrom("exchange.product")
    .select("id")
    .where("organisation_id", "=", enterprise)
    .where("readiness", "=", "red");
  if (ids !== null) query = query.where(raw<boolean>`id = any (${ids}::uuid[])`);
  const rows = await query.orderBy("id").execute();
  return rows.map(({ id }) => id);
}

/** What seasons may offer, in a fixed order. */
export async function readPublished(
  sql: Sql,
  enterprises: readonly string[],
): Promise<ProductTable[]> {
  if (enterprises.length === 0) return [];
  return tables(sql)
    .selectFrom("exchange.product")
    .selectAll()
    .where("organisation_id", "in", [...enterprises])
    .where("state", "=", "published")
    .where("readiness", "<>", "red")
    .orderBy("organisation_id")
    .orderBy("key")
    .orderBy("id")
    .execute();
}

export async function readAll(sql: Sql, enterprise: string): Promise<ProductTable[]> {
  return tables(sql)
    .selectFrom("exchange.product")
    .selectAll()
    .where("organisation_id", "=", enterprise)
    .orderBy("key")
    .orderBy("id")
    .execute();
}
