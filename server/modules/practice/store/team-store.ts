import { areaOf, type TeamArea } from "@echelon/contract/practice/team-areas.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import { type BranchSpan, isOfHead } from "./log-store.ts";
import type { PracticeTables, TeamChangeTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

/** All that a store's team was ever told, oldest first; of all stores where none is named. */
export async function readTeamChanges(
  sql: Sql,
  season: string,
  store?: number,
): Promise<TeamChangeTable[]> {
  const all = tables(sql)
    .selectFrom("practice.team_change")
    .selectAll()
    .where("season_id", "=", season)
    .orderBy("store")
    .orderBy("number");
  return (store === undefined ? all : all.where("store", "=", store)).execute();
}

export async function appendTeamChanges(tx: Tx, rows: readonly TeamChangeTable[]): Promise<void> {
  if (rows.length === 0) return;
  await tables(tx)
    .insertInto("practice.team_change")
    .values(rows.map((row) => ({ ...row, change: JSON.stringify(row.change) as never })))
    .execute();
}

/** What a store's decisions of the head cost, by area and day, minor units of the books. */
export type Spending = readonly {
  readonly area: TeamArea | null;
  readonly day: number;
  readonly minor: number;
}[];

export async function readSpending(
  sql: Sql,
  season: string,
  spans: readonly BranchSpan[],
  store: number,
): Promise<Spending> {
  const rows = await sql.rows<{
    branch: number;
    day: number;
    kind: keyof typeof areaOf;
    minor: bigint;
  }>(
    named(
      "practice.spending-of-store",
      `select branch, day, kind, sum(cost_minor)::bigint as minor from practice.log_entry
       where season_id = $1 and store = $2 and cost_minor > 0 group by branch, day, kind`,
      [season, store],
    ),
  );
  return rows
    .filter((row) => isOfHead(spans, row.branch, row.day))
    .map(({ day, kind, minor }) => ({ area: areaOf[kind], day, minor: Number(minor) }));
}
