import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { type BranchSpan, isOfHead } from "./log-store.ts";
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

type Decided = {
  readonly number: number;
  readonly day: number;
  readonly author_id: string;
  readonly decision: { readonly kind: string };
};

/** Decisions of one kind that a store took and that count, the last ones first. */
export async function storeDecisions(
  sql: Sql,
  season: string,
  store: number,
  kind: StoreDecision["kind"],
  spans: readonly BranchSpan[],
): Promise<Decided[]> {
  const rows = await sql.rows<Decided & { branch: number }>(
    named(
      "practice.decisions-of-kind",
      `select number, branch, day, decision, author_id from practice.log_entry
       where season_id = $1 and store = $2 and kind = $3 order by number desc limit 2000`,
      [season, store, kind],
    ),
  );
  return rows.filter(({ branch, day }) => isOfHead(spans, branch, day));
}
