import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** A store's totals since it entered, and its score on the last of the days. */
export type StoreSums = {
  readonly store: number;
  readonly scoreMilli: number;
  readonly profitMilli: number;
  readonly customerMilli: number;
  readonly operationsMilli: number;
  readonly processMilli: number;
  readonly profitMinor: number;
  readonly revenueMinor: number;
  readonly adsMinor: number;
  readonly orders: number;
  readonly ratingMilli: number;
  readonly cashMinor: number;
  readonly listingsLive: number;
  readonly listingsSoldOut: number;
};

const text = `
  select t.store,
    sum(t.profit_minor)::float8 as "profitMinor",
    sum(t.revenue_minor)::float8 as "revenueMinor",
    sum(t.ads_minor)::float8 as "adsMinor",
    sum(t.orders)::float8 as orders,
    max(t.score_milli) filter (where t.day = $2) as "scoreMilli",
    max(t.score_profit_milli) filter (where t.day = $2) as "profitMilli",
    max(t.score_customer_milli) filter (where t.day = $2) as "customerMilli",
    max(t.score_operations_milli) filter (where t.day = $2) as "operationsMilli",
    max(t.score_process_milli) filter (where t.day = $2) as "processMilli",
    max(t.rating_milli) filter (where t.day = $2) as "ratingMilli",
    (max(t.cash_minor) filter (where t.day = $2))::float8 as "cashMinor",
    max(t.listings_live) filter (where t.day = $2) as "listingsLive",
    max(t.listings_sold_out) filter (where t.day = $2) as "listingsSoldOut"
  from practice.store_day t join practice.day_close c using (season_id, branch, day)
  where t.season_id = $1 and c.is_head and t.day between 1 and $2
  group by t.store having bool_or(t.day = $2) order by t.store`;

/** The totals of every store up to a day, for those that were in the market on it. */
export async function readSums(sql: Sql, season: string, day: number): Promise<StoreSums[]> {
  return sql.rows<StoreSums>(named("practice.store-sums", text, [season, day]));
}

/** Profit by day of the named stores. */
export async function readProfits(
  sql: Sql,
  season: string,
  from: number,
  to: number,
): Promise<{ store: number; day: number; profitMinor: number; scoreMilli: number }[]> {
  return sql.rows(
    named(
      "practice.store-profits",
      `select t.store, t.day, t.profit_minor::float8 as "profitMinor", t.score_milli as "scoreMilli"
       from practice.store_day t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.day between $2 and $3 order by t.day, t.store`,
      [season, from, to],
    ),
  );
}
