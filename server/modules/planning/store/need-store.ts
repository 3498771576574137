import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { CoverageTable, PeopleOrderTable, PlanningTables, StockTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PlanningTables>();
const ordersMax = 500;

/** Postings of a cell, quarter and source that weigh the same, put together. */
export interface CountedRow {
  readonly city: string;
  readonly role: string;
  readonly echelon: string;
  readonly quarter: string;
  readonly source: string;
  readonly group_size: number;
  readonly windows: number;
  /** Told only of enterprises that have ordered people. */
  readonly enterprise: string | null;
  readonly is_own: boolean;
  readonly openings: number;
  readonly postings: number;
}

/** All that counts, in any organization of the house. */
export async function countedPostings(
  sql: Sql,
  enterprises: readonly string[],
  own: readonly string[],
): Promise<CountedRow[]> {
  const text = `
    select city, role, echelon, date_trunc('quarter', posted_on)::date as quarter,
      source_id as source, group_size, windows,
      case when enterprise_hash = any ($1) then enterprise_hash end as enterprise,
      organisation_id = any ($2::uuid[]) as is_own,
      sum(openings)::int as openings, count(*)::int as postings
    from planning.posting
    where group_id is not null and is_relevant
      and city is not null and role is not null and echelon is not null
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9
    order by 1, 2, 3, 4, 5, 6, 7, 8, 9`;
  return sql.rows(named("planning.counted", text, [enterprises, own]));
}

/** Relevant postings that are in no cell: elsewhere, or without a role. */
export async function countOutside(sql: Sql, from: string, to: string): Promise<number> {
  const text = `select count(*)::int as count from planning.posting
    where group_id is not null and is_relevant and posted_on >= $1 and posted_on < $2
      and (city is null or role is null or echelon is null)`;
  const [row] = await sql.rows<{ count: number }>(named("planning.outside", text, [from, to]));
  return row?.count ?? 0;
}

export async function allCoverage(sql: Sql): Promise<CoverageTable[]> {
  return tables(sql)
    .selectFrom("planning.coverage")
    .selectAll()
    .orderBy("source_id")
    .orderBy("city")
    .orderBy("quarter")
    .execute();
}

export async function putCoverage(tx: Tx, row: CoverageTable): Promise<void> {
  await tables(tx)
    .insertInto("planning.coverage")
    .values(row)
    .onConflict((conflict) => conflict.columns(["source_id", "city", "quarter"]).doUpdateSet(row))
    .execute();
}

export async function allStock(sql: Sql): Promise<StockTable[]> {
  return tables(sql)
    .selectFrom("planning.stock")
    .selectAll()
    .orderBy("city")
    .orderBy("family")
    .orderBy("echelon")
    .orderBy("quarter")
    .execute();
}

export async function putStock(tx: Tx, row: StockTable): Promise<void> {
  await tables(tx)
    .insertInto("planning.stock")
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(["city", "family", "echelon", "quarter"]).doUpdateSet(row),
    )
    .execute();
}

export async function insertOrder(tx: Tx, row: PeopleOrderTable): Promise<void> {
  await tables(tx).insertInto("planning.people_order").values(row).execute();
}

export async function ordersOf(sql: Sql, organisation: string): Promise<PeopleOrderTable[]> {
  return tables(sql)
    .selectFrom("planning.people_order")
    .selectAll()
    .where("organisation_id", "=", organisation)
    .orderBy("due_on", "desc")
    .orderBy("id")
    .limit(ordersMax)
    .execute();
}

/** Those that stand, of all enterprises. */
export async function standingOrders(sql: Sql): Promise<PeopleOrderTable[]> {
  return tables(sql)
    .selectFrom("planning.people_order")
    .selectAll()
    .where("withdrawn_at", "is", null)
    .orderBy("due_on")
    .orderBy("id")
    .execute();
}

/** Whether it stood until now. */
export async function withdraw(
  tx: Tx,
  organisation: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const row = await tables(tx)
    .updateTable("planning.people_order")
    .set({ withdrawn_at: at })
    .where("organisation_id", "=", organisation)
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return row.numUpdatedRows > 0n;
}
