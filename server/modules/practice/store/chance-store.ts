import type { ChanceRule } from "@echelon/contract/practice/debrief.ts";
import type { WhatIfResult } from "@echelon/contract/practice/study.ts";
import { insertMany } from "../../../platform/database/bulk.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { ChanceSearchTable, ChanceTable, PracticeTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

export async function readSearch(sql: Sql, season: string): Promise<ChanceSearchTable | undefined> {
  return tables(sql)
    .selectFrom("practice.chance_search")
    .selectAll()
    .where("season_id", "=", season)
    .executeTakeFirst();
}

/** Begins a season's search anew; what an earlier one found is forgotten. */
export async function writeSearch(tx: Tx, row: ChanceSearchTable): Promise<void> {
  const { season_id: season } = row;
  await tables(tx).deleteFrom("practice.chance").where("season_id", "=", season).execute();
  await tables(tx).deleteFrom("practice.chance_search").where("season_id", "=", season).execute();
  await tables(tx).insertInto("practice.chance_search").values(row).execute();
}

export async function endSearch(tx: Tx, season: string, now: Date): Promise<void> {
  await tables(tx)
    .updateTable("practice.chance_search")
    .set({ done_at: now })
    .where("season_id", "=", season)
    .execute();
}

const chanceColumns = {
  season_id: "uuid",
  store: "integer",
  chance: "integer",
  rule: "text",
  day: "integer",
  number: "integer",
  instead: "bigint",
} as const;

export type NewChance = Omit<ChanceTable, "result" | "rule"> & { rule: ChanceRule };

export const insertChances = (tx: Tx, rows: readonly NewChance[]): Promise<void> =>
  insertMany(tx, "practice.chance", chanceColumns, rows);

/** All of a season, or of one of its stores; the most promising first. */
export async function readChances(
  sql: Sql,
  season: string,
  store?: number,
): Promise<ChanceTable[]> {
  const all = tables(sql)
    .selectFrom("practice.chance")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("store")
    .orderBy("chance");
  return (store === undefined ? all : all.where("store", "=", store)).execute();
}

/** The next to play: every store's most promising one before anybody's second. */
export async function nextChances(sql: Sql, season: string, limit: number): Promise<ChanceTable[]> {
  return tables(sql)
    .selectFrom("practice.chance")
    .selectAll()
    .where("season_id", "=", season)
    .where("result", "is", null)
    .orderBy("chance")
    .orderBy("store")
    .limit(limit)
    .execute();
}

export async function writeChanceResult(
  tx: Tx,
  { season_id, store, chance }: Pick<ChanceTable, "season_id" | "store" | "chance">,
  result: WhatIfResult,
): Promise<void> {
  await tables(tx)
    .updateTable("practice.chance")
    .set({ result: JSON.stringify(result) as never })
    .where("season_id", "=", season_id)
    .where("store", "=", store)
    .where("chance", "=", chance)
    .execute();
}

/** A listing while it asked one price. */
export type PriceSpan = {
  readonly store: number;
  readonly offer: number;
  readonly market: number;
  readonly priceMinor: number;
  readonly from: number;
  readonly units: number;
  readonly impressions: number;
  /** What buyers paid in the end over the market's usual price, thousandths. */
  readonly ratioMilli: number;
};

export async function readPriceSpans(sql: Sql, season: string, to: number): Promise<PriceSpan[]> {
  return sql.rows<PriceSpan>(
    named(
      "practice.price-spans",
      `select t.store, t.offer, t.market, t.price_minor as "priceMinor", min(t.day)::int as from,
         sum(t.units)::int as units, sum(t.impressions)::float8 as impressions,
         (sum(t.landed_minor)::float8 * 1000 / sum(t.reference_minor))::int as "ratioMilli"
       from practice.listing_day t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.day between 1 and $2
         and t.reference_minor > 0 and t.price_minor > 0
       group by t.store, t.offer, t.market, t.price_minor
       having sum(t.impressions) > 0
       order by t.store, t.offer, t.market, min(t.day)`,
      [season, to],
    ),
  );
}

/** Units that a store could not sell for want of stock, by offer and day. */
export type LostUnits = {
  readonly store: number;
  readonly offer: number;
  readonly day: number;
  readonly units: number;
};

export async function readLostUnits(sql: Sql, season: string, to: number): Promise<LostUnits[]> {
  return sql.rows<LostUnits>(
    named(
      "practice.lost-units",
      `select t.store, t.offer, t.day, sum(t.lost_units)::int as units
       from practice.listing_day t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.day between 1 and $2 and t.lost_units > 0
       group by t.store, t.offer, t.day order by t.store, t.offer, t.day`,
      [season, to],
    ),
  );
}

export type CampaignSums = {
  readonly store: number;
  readonly campaign: number;
  readonly ticks: number;
  readonly units: number;
};

export async function readCampaignSums(
  sql: Sql,
  season: string,
  to: number,
): Promise<CampaignSums[]> {
  return sql.rows<CampaignSums>(
    named(
      "practice.campaign-sums",
      `select t.store, t.campaign, sum(t.ticks)::float8 as ticks, sum(t.units)::int as units
       from practice.ad_day t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.day between 1 and $2
       group by t.store, t.campaign having sum(t.ticks) > 0 order by t.store, t.campaign`,
      [season, to],
    ),
  );
}

/** Units that each store sold, for the worth of one. */
export async function readSoldUnits(
  sql: Sql,
  season: string,
  to: number,
): Promise<{ store: number; units: number; impressions: number }[]> {
  return sql.rows(
    named(
      "practice.sold-units",
      `select t.store, sum(t.units)::int as units, sum(t.impressions)::float8 as impressions
       from practice.store_day t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.day between 1 and $2
       group by t.store order by t.store`,
      [season, to],
    ),
  );
}
