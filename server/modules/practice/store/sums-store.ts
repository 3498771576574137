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
  /** What the scorings go by; all of it is 0 on days of older engines. */
  readonly worthMinor: number;
  readonly points: number;
  /** Null where the store was not there so many days before. */
  readonly worthBeforeMinor: number | null;
  readonly days: number;
  readonly meanEquityMinor: number;
  readonly assetsMinor: number;
  readonly equityMinor: number;
  /** The balanced score at the closes of the last four rounds, the latest first. */
  readonly roundScores: readonly number[];
};

/** Closes of the last rounds that one of the scorings goes by. */
const roundsOfScore = 4;

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
    max(t.listings_sold_out) filter (where t.day = $2) as "listingsSoldOut",
    (max(t.worth_minor) filter (where t.day = $2))::float8 as "worthMinor",
    max(t.points) filter (where t.day = $2) as points,
    (max(t.worth_minor) filter (where t.day = $2 - $4::int))::float8 as "worthBeforeMinor",
    count(*)::int as days,
    round(avg(t.equity_minor))::float8 as "meanEquityMinor",
    (max(t.cash_minor + t.held_minor + t.inventory_minor + t.transit_minor)
      filter (where t.day = $2))::float8 as "assetsMinor",
    (max(t.equity_minor) filter (where t.day = $2))::float8 as "equityMinor",
    coalesce(array_agg(t.score_milli order by t.day desc)
      filter (where t.day > $2 - $3::int * $5::int and ($2 - t.day) % $3 = 0), '{}')
      as "roundScores"
  from practice.store_day t join practice.day_close c using (season_id, branch, day)
  where t.season_id = $1 and c.is_head and t.day between 1 and $2
  group by t.store having bool_or(t.day = $2) order by t.store`;

/**
 * The totals of every store up to a day, for those that were in the market on it.
 *
 * @param roundDays  days of a round
 * @param backDays   how far back its worth is compared
 */
export async function readSums(
  sql: Sql,
  season: string,
  day: number,
  roundDays = 7,
  backDays = 28,
): Promise<StoreSums[]> {
  const values = [season, day, roundDays, backDays, roundsOfScore];
  return sql.rows<StoreSums>(named("practice.store-sums", text, values));
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
