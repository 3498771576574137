import type { DebriefView } from "@echelon/contract/practice/season.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { SeasonRow } from "../store/season-store.ts";
import type { Standings } from "./rank-stores.ts";

type Found = DebriefView["misconceptions"][number];

/**
 * Common mistakes as rules over what was closed (practice.md section 15): on how many days each
 * store of people showed one, and how far it went.
 */
const rules: readonly Rule[] = [
  // Advertising a listing that could not be sold.
  {
    code: "ads-on-sold-out",
    facts: `sum(t.ad_clicks)::int as clicks`,
    holds: `t.ad_clicks > 0 and t.lost_units > t.units`,
  },
  // Asking far more than the market's median without the reviews that would carry it.
  {
    code: "far-above-market",
    facts: `(max(t.landed_minor::float8 / t.reference_minor) * 1000)::int as "timesMilli"`,
    holds: `t.reference_minor > 0 and t.landed_minor > 2 * t.reference_minor
      and t.units = 0 and t.impressions > 0`,
  },
  // Paying for clicks that never buy, day after day.
  {
    code: "clicks-without-sales",
    facts: `sum(t.ad_clicks)::int as clicks`,
    holds: `t.ad_clicks >= 20 and t.ad_units = 0`,
  },
  // Losing sales because the stock ran out.
  {
    code: "stock-out",
    facts: `sum(t.lost_units)::int as units`,
    holds: `t.lost_units > 0`,
  },
];

type Rule = {
  readonly code: string;
  /** One column that says how far it went, by store. */
  readonly facts: string;
  /** Whether a listing shows the mistake on a day. */
  readonly holds: string;
};

/** The stores that show a mistake, the most days first, and how far it went. */
const textOf = ({ facts, holds }: Rule) => `
  select t.store, count(distinct t.day)::int as days, ${facts}
  from practice.listing_day t join practice.day_close c using (season_id, branch, day)
  where t.season_id = $1 and c.is_head and ${holds}
  group by t.store`;

export async function findMisconceptions(
  sql: Sql,
  row: SeasonRow,
  standings: Standings,
): Promise<Found[]> {
  const names = new Map(
    standings.rows
      .filter(({ isBot, isAgent }) => !isBot && !isAgent)
      .map(({ store, name }) => [store, name]),
  );
  const found: Found[] = [];
  for (const rule of rules) {
    const rows = await sql.rows<Record<string, number> & { store: number; days: number }>(
      named(`practice.misconception-${rule.code}`, textOf(rule), [row.season_id]),
    );
    const stores = rows
      .filter(({ store }) => names.has(store))
      .toSorted((a, b) => b.days - a.days || a.store - b.store)
      .slice(0, 300)
      .map(({ store, days, ...facts }) => ({ store, name: names.get(store) ?? "", days, facts }));
    if (stores.length > 0) found.push({ code: rule.code, stores });
  }
  return found;
}
