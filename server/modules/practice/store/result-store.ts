import {
  dayTables,
  type ColumnType,
  type DayTables,
  type Table,
  type TableShape,
} from "@echelon/kernel/market/state/tables.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { type BranchSpan, isOfHead } from "./log-store.ts";
import { writeColumns } from "./write-columns.ts";
import type { DayCloseTable, PracticeTables, SnapshotTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

/** The database's name of each of the day's tables. */
export const resultTables = {
  stores: "store_day",
  listings: "listing_day",
  searches: "search_day",
  ads: "ad_day",
  sales: "sale",
  parcels: "parcel_event",
  reviews: "review",
  stock: "stock_day",
  postings: "posting",
  markets: "market_day",
  notices: "notice",
  cases: "case_event",
  service: "service_day",
  deals: "deal_day",
  research: "research_line",
  answers: "panel_answer",
  rivals: "rival_day",
  trials: "trial_day",
  sourcing: "sourcing_event",
  tenders: "tender_bid",
  outreach: "outreach_day",
  brand: "brand_day",
  letters: "letter_day",
  promotions: "promotion_day",
  prices: "price_day",
} as const satisfies Record<keyof DayTables, string>;

/**
 * What can be made again from worlds, seeds and logs. The closes themselves are no part of it:
 * their digests say whether it came out the same.
 */
export const derivedTables: readonly string[] = [...Object.values(resultTables), "snapshot"].map(
  (name) => `practice.${name}`,
);

/** What orders the rows of one day: the key within it, or the line where they have none. */
export const rowOrder = {
  stores: "t.store",
  listings: "t.store, t.offer, t.market",
  searches: "t.store, t.offer, t.market, t.query",
  ads: "t.store, t.campaign, t.entry",
  sales: "t.line",
  parcels: "t.line",
  reviews: "t.line",
  stock: "t.store, t.offer, t.pool",
  postings: "t.line",
  markets: "t.market, t.category",
  notices: "t.line",
  cases: "t.line",
  service: "t.store",
  deals: "t.store, t.offer, t.market, t.query",
  research: "t.store, t.number, t.market, t.part",
  answers: "t.line",
  rivals: "t.store, t.rival, t.offer, t.market",
  trials: "t.store, t.number",
  sourcing: "t.line",
  tenders: "t.line",
  outreach: "t.store, t.market, t.source",
  brand: "t.store, t.market",
  letters: "t.store, t.number, t.arm",
  promotions: "t.store, t.offer, t.market",
  prices: "t.store, t.offer, t.market",
} as const satisfies Record<keyof DayTables, string>;

/** Tables whose rows have no key of their own: they are numbered by line. */
export type NumberedName = {
  [Name in keyof DayTables]: (typeof rowOrder)[Name] extends "t.line" ? Name : never;
}[keyof DayTables];

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Writes everything a day gave, in the order of the kernel's columns. */
export async function writeResults(
  tx: Tx,
  season: string,
  branch: number,
  day: number,
  results: DayTables,
): Promise<void> {
  for (const name of Object.keys(resultTables) as (keyof DayTables)[]) {
    const table = results[name] as Table<TableShape>;
    if (table.rows === 0) continue;
    const shape = dayTables[name] as Readonly<Record<string, ColumnType>>;
    await writeColumns(tx, {
      table: `practice.${resultTables[name]}`,
      constants: { season_id: season, branch, day },
      lineColumn: rowOrder[name] === "t.line" ? "line" : null,
      rows: table.rows,
      columns: Object.keys(shape).map((column) => ({
        name: snake(column),
        values: table.columns[column] as Int32Array,
      })),
    });
  }
}

export async function insertClose(tx: Tx, row: DayCloseTable): Promise<void> {
  await tables(tx)
    .insertInto("practice.day_close")
    .values({
      ...row,
      ledger_sums: JSON.stringify(row.ledger_sums) as never,
      rates_e8: JSON.stringify(row.rates_e8) as never,
    })
    .execute();
}

/** The closes that count, by day. */
export async function headCloses(sql: Sql, season: string): Promise<DayCloseTable[]> {
  return tables(sql)
    .selectFrom("practice.day_close")
    .selectAll()
    .where("season_id", "=", season)
    .where("is_head", "=", true)
    .orderBy("day")
    .execute();
}

export async function allCloses(
  sql: Sql,
  season: string,
  closesMax = 2_000,
): Promise<DayCloseTable[]> {
  return tables(sql)
    .selectFrom("practice.day_close")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("closed_at", "desc")
    .orderBy("branch", "desc")
    .orderBy("day", "desc")
    .limit(closesMax)
    .execute();
}

/** Every close of a season, also withdrawn ones, in an order in which they can be made again. */
export async function closesByBranch(sql: Sql, season: string): Promise<DayCloseTable[]> {
  return tables(sql)
    .selectFrom("practice.day_close")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("branch")
    .orderBy("day")
    .execute();
}

/** Withdraws the days from `day` on; their rows stay and can still be read by branch. */
export async function withdrawDays(tx: Tx, season: string, day: number): Promise<void> {
  await tables(tx)
    .updateTable("practice.day_close")
    .set({ is_head: false })
    .where("season_id", "=", season)
    .where("day", ">=", day)
    .where("is_head", "=", true)
    .execute();
}

/** How often a snapshot is kept for good; between them only the newest is. */
export const snapshotEveryDays = 7;

export async function writeSnapshot(tx: Tx, row: SnapshotTable): Promise<void> {
  await tables(tx)
    .insertInto("practice.snapshot")
    .values(row)
    .onConflict((oc) => oc.columns(["season_id", "branch", "day"]).doNothing())
    .execute();
  await tables(tx)
    .deleteFrom("practice.snapshot")
    .where("season_id", "=", row.season_id)
    .where("day", "<", row.day - 1)
    .where((eb) => eb(eb("day", "%", eb.lit(snapshotEveryDays)), "!=", 0))
    .execute();
}

type Place = { readonly branch: number; readonly day: number; readonly digest: string };

/** Where snapshots of a lineage are kept that are not after `day`, newest first. */
export async function snapshotPlaces(
  sql: Sql,
  season: string,
  spans: readonly BranchSpan[],
  day: number,
): Promise<Place[]> {
  const places = await tables(sql)
    .selectFrom("practice.snapshot")
    .select(["branch", "day", "digest"])
    .where("season_id", "=", season)
    .where("day", "<=", day)
    .orderBy("day", "desc")
    .orderBy("branch", "desc")
    .execute();
  return places.filter((row) => row.day === 0 || isOfHead(spans, row.branch, row.day));
}

/** A snapshot's bytes, compressed; undefined when it was let go of meanwhile. */
export async function readSnapshot(
  sql: Sql,
  season: string,
  { branch, day }: Place,
): Promise<Uint8Array | undefined> {
  const row = await tables(sql)
    .selectFrom("practice.snapshot")
    .select("bytes")
    .where("season_id", "=", season)
    .where("branch", "=", branch)
    .where("day", "=", day)
    .executeTakeFirst();
  return row?.bytes;
}

/** The digest with which a day of a lineage was closed; undefined where none was. */
export async function digestAfter(
  sql: Sql,
  season: string,
  spans: readonly BranchSpan[],
  day: number,
): Promise<string | undefined> {
  const closes = await tables(sql)
    .selectFrom("practice.day_close")
    .select(["branch", "digest"])
    .where("season_id", "=", season)
    .where("day", "=", day)
    .execute();
  return closes.find(({ branch }) => isOfHead(spans, branch, day))?.digest;
}
