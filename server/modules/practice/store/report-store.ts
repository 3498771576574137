import type { dayTables } from "@echelon/kernel/market/state/tables.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { type NumberedName, resultTables, rowOrder } from "./result-store.ts";

type Name = keyof typeof dayTables;

/**
 * A row of one of the day's tables with the day it belongs to; every value is a safe number. Rows
 * without a key of their own have their place within the day.
 */
export type ResultRow<N extends Name> = {
  readonly day: number;
} & (N extends NumberedName ? { readonly line: number } : unknown) & {
    readonly [Column in keyof (typeof dayTables)[N]]: number;
  };

const camel = (name: string) =>
  name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export function plain<N extends Name>(row: Record<string, unknown>): ResultRow<N> {
  const made: Record<string, number> = {};
  for (const [name, value] of Object.entries(row)) {
    if (name !== "season_id" && name !== "branch") made[camel(name)] = Number(value);
  }
  return made as ResultRow<N>;
}

export const fromHead = (name: Name) =>
  `from practice.${resultTables[name]} t
   join practice.day_close c using (season_id, branch, day)
   where t.season_id = $1 and c.is_head`;

/** What the closes of these days wrote about one store, by day. */
export async function storeRows<N extends Exclude<Name, "markets">>(
  sql: Sql,
  name: N,
  season: string,
  store: number,
  from: number,
  to: number,
): Promise<ResultRow<N>[]> {
  const rows = await sql.rows<Record<string, unknown>>(
    named(
      `practice.${name}-of-store`,
      `select t.* ${fromHead(name)} and t.store = $2 and t.day between $3 and $4
       order by t.day, ${rowOrder[name]}`,
      [season, store, from, to],
    ),
  );
  return rows.map((row) => plain<N>(row));
}

/** What a store was told of some kinds on closed days, newest first. */
export async function noticesOfKinds(
  sql: Sql,
  season: string,
  store: number,
  kinds: readonly number[],
  limit: number,
): Promise<Pick<ResultRow<"notices">, "day" | "kind" | "value">[]> {
  return sql.rows(
    named(
      "practice.notices-of-kinds",
      `select t.day, t.kind, t.value::float8 as value ${fromHead("notices")}
       and t.store = $2 and t.kind = any($3::int[]) order by t.day desc, t.kind limit $4`,
      [season, store, kinds, limit],
    ),
  );
}

/** Clicks that people's stores paid for in a market on a day, by offer and search. */
export async function paidClicks(
  sql: Sql,
  season: string,
  day: number,
  market: number,
): Promise<{ offer: number; query: number; clicks: number; ticks: number }[]> {
  return sql.rows(
    named(
      "practice.paid-clicks",
      `select t.offer, t.query, t.ad_clicks as clicks, t.ad_ticks::float8 as ticks
       ${fromHead("searches")} and t.day = $2 and t.market = $3 and t.ad_clicks > 0`,
      [season, day, market],
    ),
  );
}

/** What the closes of these days wrote about everyone, by day. */
export async function seasonRows<N extends Name>(
  sql: Sql,
  name: N,
  season: string,
  from: number,
  to: number,
): Promise<ResultRow<N>[]> {
  const rows = await sql.rows<Record<string, unknown>>(
    named(
      `practice.${name}-of-season`,
      `select t.* ${fromHead(name)} and t.day between $2 and $3 order by t.day, ${rowOrder[name]}`,
      [season, from, to],
    ),
  );
  return rows.map((row) => plain<N>(row));
}

/** Who won in the tenders of these days, and what the store bid in them, by day. */
export async function tenderRows(
  sql: Sql,
  season: string,
  store: number,
  from: number,
  to: number,
): Promise<ResultRow<"tenders">[]> {
  const rows = await sql.rows<Record<string, unknown>>(
    named(
      "practice.tenders-for-store",
      `select t.* ${fromHead("tenders")} and (t.won_units > 0 or t.store = $2)
       and t.day between $3 and $4 order by t.day, ${rowOrder.tenders}`,
      [season, store, from, to],
    ),
  );
  return rows.map((row) => plain<"tenders">(row));
}

/**
 * Mean of what buyers paid for a store's listings in basis points of their category's median, by
 * span of days; null where nothing of it can be compared.
 */
export async function meanPriceIndices(
  sql: Sql,
  season: string,
  store: number,
  spans: readonly { readonly from: number; readonly to: number }[],
): Promise<(number | null)[]> {
  const rows = await sql.rows<{ place: number; indexBp: number }>(
    named(
      "practice.price-index-of-store",
      `select s.place::int as place,
         round(avg(10000::numeric * t.landed_minor / t.reference_minor))::float8 as "indexBp"
       from unnest($3::int[], $4::int[]) with ordinality s (first_day, last_day, place)
       join practice.listing_day t on t.season_id = $1 and t.store = $2
         and t.day between s.first_day and s.last_day
       join practice.day_close c using (season_id, branch, day)
       where c.is_head and t.reference_minor > 0 group by s.place`,
      [season, store, spans.map(({ from }) => from), spans.map(({ to }) => to)],
    ),
  );
  return spans.map((_, at) => rows.find(({ place }) => place === at + 1)?.indexBp ?? null);
}

/** What happened to the parcels that were ordered in a span of days, until the last closed one. */
export async function parcelsOrdered(
  sql: Sql,
  season: string,
  store: number,
  ordered: { from: number; to: number },
  closed: number,
): Promise<ResultRow<"parcels">[]> {
  const rows = await sql.rows<Record<string, unknown>>(
    named(
      "practice.parcels-ordered",
      `select t.* ${fromHead("parcels")} and t.store = $2 and t.day between $3 and $5
       and t.ordered_on between $3 and $4 order by t.day, ${rowOrder.parcels}`,
      [season, store, ordered.from, ordered.to, closed],
    ),
  );
  return rows.map((row) => plain<"parcels">(row));
}

/** What became after their end of parcels that were ordered in a span of days. */
export async function casesOrdered(
  sql: Sql,
  season: string,
  store: number,
  ordered: { from: number; to: number },
  closed: number,
): Promise<ResultRow<"cases">[]> {
  const rows = await sql.rows<Record<string, unknown>>(
    named(
      "practice.cases-ordered",
      `select t.* ${fromHead("cases")} and t.store = $2 and t.day between $3 and $5
       and t.ordered_on between $3 and $4 order by t.day, ${rowOrder.cases}`,
      [season, store, ordered.from, ordered.to, closed],
    ),
  );
  return rows.map((row) => plain<"cases">(row));
}

/** The last reviews of a store, newest first. */
export async function newestReviews(
  sql: Sql,
  season: string,
  store: number,
  closed: number,
  reviewsMax: number,
): Promise<ResultRow<"reviews">[]> {
  const rows = await sql.rows<Record<string, unknown>>(
    named(
      "practice.newest-reviews",
      `select t.* ${fromHead("reviews")} and t.store = $2 and t.day <= $3
       order by t.day desc, t.line desc limit $4`,
      [season, store, closed, reviewsMax],
    ),
  );
  return rows.map((row) => plain<"reviews">(row));
}

/** How many reviews gave a store one star, two, and so on to five. */
export async function countStars(
  sql: Sql,
  season: string,
  store: number,
  closed: number,
): Promise<number[]> {
  const rows = await sql.rows<{ stars: number; count: number }>(
    named(
      "practice.stars-of-store",
      `select t.stars, count(*)::int as count ${fromHead("reviews")} and t.store = $2
       and t.day <= $3 group by t.stars`,
      [season, store, closed],
    ),
  );
  return [1, 2, 3, 4, 5].map((stars) => rows.find((row) => row.stars === stars)?.count ?? 0);
}
