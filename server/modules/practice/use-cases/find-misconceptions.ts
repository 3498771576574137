import type { DebriefView } from "@echelon/contract/practice/season.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { SeasonRow } from "../store/season-store.ts";
import type { Standings } from "./rank-stores.ts";

type Found = DebriefView["misconceptions"][number];

/**
 * Common mistakes as rules over what was closed (practice.md section 15): how many days each store
 * of people showed one.
 */
const rules: Readonly<Record<string, string>> = {
  // Advertising a listing that could not be sold.
  "ads-on-sold-out": `
    select t.store, count(distinct t.day)::int as days from practice.listing_day t
    join practice.day_close c using (season_id, branch, day)
    where t.season_id = $1 and c.is_head and t.ad_clicks > 0 and t.lost_units > t.units
    group by t.store`,
  // Asking far more than the market's median without the reviews that would carry it.
  "far-above-market": `
    select t.store, count(distinct t.day)::int as days from practice.listing_day t
    join practice.day_close c using (season_id, branch, day)
    where t.season_id = $1 and c.is_head and t.reference_minor > 0
      and t.landed_minor > 2 * t.reference_minor and t.units = 0 and t.impressions > 0
    group by t.store`,
  // Paying for clicks that never buy, day after day.
  "clicks-without-sales": `
    select t.store, count(distinct t.day)::int as days from practice.listing_day t
    join practice.day_close c using (season_id, branch, day)
    where t.season_id = $1 and c.is_head and t.ad_clicks >= 20 and t.ad_units = 0
    group by t.store`,
  // Losing sales because the stock ran out.
  "stock-out": `
    select t.store, count(distinct t.day)::int as days from practice.listing_day t
    join practice.day_close c using (season_id, branch, day)
    where t.season_id = $1 and c.is_head and t.lost_units > 0
    group by t.store`,
};

export async function findMisconceptions(
  sql: Sql,
  row: SeasonRow,
  standings: Standings,
): Promise<Found[]> {
  const names = new Map(
    standings.rows.filter(({ isBot }) => !isBot).map(({ store, name }) => [store, name]),
  );
  const found: Found[] = [];
  for (const [code, text] of Object.entries(rules)) {
    const rows = await sql.rows<{ store: number; days: number }>(
      named(`practice.misconception-${code}`, text, [row.season_id]),
    );
    const stores = rows
      .filter(({ store }) => names.has(store))
      .toSorted((a, b) => b.days - a.days || a.store - b.store)
      .slice(0, 300)
      .map(({ store, days }) => ({ store, name: names.get(store) ?? "", days, facts: {} }));
    if (stores.length > 0) found.push({ code, stores });
  }
  return found;
}
