import { returnedPrefix } from "@echelon/contract/practice/returned-drafts.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { DraftTable, PracticeTables, StoreMemberTable, StoreTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

export async function readStore(
  sql: Sql,
  season: string,
  store: number,
): Promise<StoreTable | undefined> {
  return tables(sql)
    .selectFrom("practice.store")
    .selectAll()
    .where("season_id", "=", season)
    .where("store", "=", store)
    .executeTakeFirst();
}

/** Holds a store's row, so that its decisions are numbered one after the other. */
export async function holdStore(
  tx: Tx,
  season: string,
  store: number,
): Promise<StoreTable | undefined> {
  return tables(tx)
    .selectFrom("practice.store")
    .selectAll()
    .where("season_id", "=", season)
    .where("store", "=", store)
    .forUpdate()
    .executeTakeFirst();
}

export async function readStores(sql: Sql, season: string): Promise<StoreTable[]> {
  return tables(sql)
    .selectFrom("practice.store")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("store")
    .execute();
}

/** How many stores of people each of these seasons has; those without any are not in it. */
export async function countStores(
  sql: Sql,
  seasons: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.rows<{ season: string; count: number }>(
    named(
      "practice.count-stores",
      `select season_id as season, count(*)::int as count from practice.store
       where season_id = any ($1::uuid[]) and not is_agent group by season_id`,
      [seasons],
    ),
  );
  return new Map(rows.map(({ season, count }) => [season, count]));
}

export async function insertStore(tx: Tx, row: StoreTable): Promise<void> {
  await tables(tx).insertInto("practice.store").values(row).execute();
}

export async function changeStore(
  tx: Tx,
  season: string,
  store: number,
  change: Partial<Omit<StoreTable, "season_id" | "store">>,
): Promise<void> {
  await tables(tx)
    .updateTable("practice.store")
    .set(change)
    .where("season_id", "=", season)
    .where("store", "=", store)
    .execute();
}

export async function readMembers(sql: Sql, season: string): Promise<StoreMemberTable[]> {
  return tables(sql)
    .selectFrom("practice.store_member")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("store")
    .orderBy("joined_at")
    .orderBy("person_id")
    .execute();
}

export async function insertMember(tx: Tx, row: StoreMemberTable): Promise<void> {
  await tables(tx).insertInto("practice.store_member").values(row).execute();
}

/** The store that a person has in a season. */
export async function storeOf(
  sql: Sql,
  season: string,
  person: string,
): Promise<StoreTable | undefined> {
  const rows = await sql.rows<StoreTable>(
    named(
      "practice.store-of-person",
      `select s.* from practice.store s join practice.store_member m using (season_id, store)
       where m.season_id = $1 and m.person_id = $2`,
      [season, person],
    ),
  );
  return rows[0];
}

/** The stores of a person in many seasons. */
export async function storesOf(
  sql: Sql,
  person: string,
): Promise<{ season_id: string; store: number; name: string }[]> {
  return sql.rows(
    named(
      "practice.stores-of-person",
      `select s.season_id, s.store, s.name
       from practice.store_member m join practice.store s using (season_id, store)
       where m.person_id = $1 order by s.season_id, s.store limit 400`,
      [person],
    ),
  );
}

export async function readDrafts(sql: Sql, season: string, store: number): Promise<DraftTable[]> {
  return tables(sql)
    .selectFrom("practice.draft")
    .selectAll()
    .where("season_id", "=", season)
    .where("store", "=", store)
    .orderBy("key")
    .execute();
}

/** How many drafts of its own a store has beside the one of this key. */
export async function countOtherDrafts(
  tx: Tx,
  season: string,
  store: number,
  key: string,
): Promise<number> {
  const { count } = await tables(tx)
    .selectFrom("practice.draft")
    .select((eb) => eb.cast<number>(eb.fn.countAll(), "integer").as("count"))
    .where("season_id", "=", season)
    .where("store", "=", store)
    .where("key", "!=", key)
    .where("key", "not like", `${returnedPrefix}%`)
    .executeTakeFirstOrThrow();
  return count;
}

export async function writeDraft(tx: Tx, row: DraftTable): Promise<void> {
  await tables(tx)
    .insertInto("practice.draft")
    .values(row)
    .onConflict((oc) =>
      oc.columns(["season_id", "store", "key"]).doUpdateSet({
        value: row.value,
        author_id: row.author_id,
        saved_at: row.saved_at,
        wishes: row.wishes,
      }),
    )
    .execute();
}

export async function dropDrafts(
  tx: Tx,
  season: string,
  store: number,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await tables(tx)
    .deleteFrom("practice.draft")
    .where("season_id", "=", season)
    .where("store", "=", store)
    .where("key", "in", keys)
    .execute();
}
