import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { AssessmentTables, DecisionTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();
const decisionsMax = 50;

export async function insertDecision(tx: Tx, row: DecisionTable): Promise<void> {
  await tables(tx)
    .insertInto("assessment.decision")
    .values({ ...row, missing: JSON.stringify(row.missing) })
    .execute();
}

/** What was decided of somebody in a role and echelon, the newest first. */
export async function readDecisions(
  sql: Sql,
  person: string,
  role: string,
  echelon: string,
): Promise<DecisionTable[]> {
  return tables(sql)
    .selectFrom("assessment.decision")
    .selectAll()
    .where("person_id", "=", person)
    .where("role", "=", role)
    .where("echelon", "=", echelon)
    .orderBy("decided_at", "desc")
    .orderBy("id", "desc")
    .limit(decisionsMax)
    .execute();
}

/** Decisions by their ids. */
export async function readDecisionsById(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DecisionTable>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.decision")
    .selectAll()
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
