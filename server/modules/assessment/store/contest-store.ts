import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { AssessmentTables, ContestTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** False when the piece is contested already. */
export async function insertContest(tx: Tx, row: ContestTable): Promise<boolean> {
  const made = await tables(tx)
    .insertInto("assessment.contest")
    .values(row)
    .onConflict((conflict) => conflict.column("piece_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return made !== undefined;
}

export async function contestsOfPieces(
  sql: Sql,
  pieces: readonly string[],
): Promise<ReadonlyMap<string, ContestTable>> {
  if (pieces.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.contest")
    .selectAll()
    .where("piece_id", "in", pieces)
    .execute();
  return new Map(rows.map((row) => [row.piece_id, row]));
}

/** What some people say against their evidence, open ones first, then the newest. */
export async function contestsOf(
  sql: Sql,
  people: readonly string[],
  contestsMax: number,
): Promise<(ContestTable & { readonly competency: string })[]> {
  if (people.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.contest as c")
    .innerJoin("assessment.piece as p", "p.id", "c.piece_id")
    .selectAll("c")
    .select("p.competency")
    .where("c.person_id", "in", people)
    .orderBy((by) => by.case().when("c.state", "=", "open").then(0).else(1).end())
    .orderBy("c.made_at", "desc")
    .orderBy("c.id")
    .limit(contestsMax)
    .execute();
}

/** Holds a contest, so that of two who decide it the second finds it decided. */
export async function holdContest(tx: Tx, id: string): Promise<ContestTable | undefined> {
  return tables(tx)
    .selectFrom("assessment.contest")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function decideContestRow(
  tx: Tx,
  id: string,
  change: Pick<ContestTable, "state" | "answer" | "decided_by" | "decided_at">,
): Promise<void> {
  await tables(tx).updateTable("assessment.contest").set(change).where("id", "=", id).execute();
}
