import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { fromHead, plain, type ResultRow } from "./report-store.ts";
import { rowOrder } from "./result-store.ts";

type BoughtRow = Pick<ResultRow<"research">, "number" | "day" | "report" | "market" | "category">;

/** Reports that a store bought and that were made, newest first. */
export async function boughtReports(
  sql: Sql,
  season: string,
  store: number,
  closed: number,
  reportsMax: number,
): Promise<BoughtRow[]> {
  return sql.rows(
    named(
      "practice.bought-reports",
      `select t.number, t.day, t.report, min(t.market) as market, t.category
       ${fromHead("research")} and t.store = $2 and t.day <= $3
       group by t.number, t.day, t.report, t.category
       order by t.day desc, t.number desc limit $4`,
      [season, store, closed, reportsMax],
    ),
  );
}

/** The lines of one of them; none where the store has no such report. */
export async function linesOfReport(
  sql: Sql,
  season: string,
  store: number,
  number: number,
): Promise<ResultRow<"research">[]> {
  const rows = await sql.rows<Record<string, unknown>>(
    named(
      "practice.lines-of-report",
      `select t.* ${fromHead("research")} and t.store = $2 and t.number = $3
       order by t.day, ${rowOrder.research}`,
      [season, store, number],
    ),
  );
  return rows.map((row) => plain<"research">(row));
}
