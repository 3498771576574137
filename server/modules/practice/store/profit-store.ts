import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";

/** What a store sold and spent over a span of days, minor units of the books' currency. */
export type ProfitSums = {
  readonly store: number;
  readonly sales: number;
  readonly goods: number;
  readonly commission: number;
  readonly shipping: number;
  readonly duty: number;
  readonly ads: number;
  readonly other: number;
  readonly profit: number;
};

/** Sums of whole numbers: they are exact as long as a store stays below 2^53 minor units. */
export async function readProfitSums(
  sql: Sql,
  season: string,
  from: number,
  to: number,
): Promise<ProfitSums[]> {
  return sql.rows<ProfitSums>(
    named(
      "practice.profit-sums",
      `select t.store,
         sum(t.revenue_minor)::float8 as sales,
         sum(t.cost_of_goods_minor)::float8 as goods,
         sum(t.commission_minor)::float8 as commission,
         sum(t.shipping_minor)::float8 as shipping,
         sum(t.duty_minor)::float8 as duty,
         sum(t.ads_minor)::float8 as ads,
         sum(t.other_minor)::float8 as other,
         sum(t.profit_minor)::float8 as profit
       from practice.store_day t join practice.day_close c using (season_id, branch, day)
       where t.season_id = $1 and c.is_head and t.day between $2 and $3
       group by t.store order by t.store`,
      [season, from, to],
    ),
  );
}
