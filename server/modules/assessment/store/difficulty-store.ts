import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AssessmentTables, DifficultyVersionTable, PieceTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** The versions that were made, the newest first. */
export async function readVersions(sql: Sql, most: number): Promise<DifficultyVersionTable[]> {
  return tables(sql)
    .selectFrom("assessment.difficulty_version")
    .selectAll()
    .orderBy("version", "desc")
    .limit(most)
    .execute();
}

export async function readVersion(
  sql: Sql,
  version: number,
): Promise<DifficultyVersionTable | undefined> {
  return tables(sql)
    .selectFrom("assessment.difficulty_version")
    .selectAll()
    .where("version", "=", version)
    .executeTakeFirst();
}

export async function insertVersion(tx: Tx, row: DifficultyVersionTable): Promise<void> {
  const items = JSON.stringify(row.items) as never;
  await tables(tx)
    .insertInto("assessment.difficulty_version")
    .values({ ...row, items })
    .execute();
}

/** The version that estimates are folded with; 0 where nobody ever took one. */
export async function versionInUse(sql: Sql): Promise<number> {
  const last = await tables(sql)
    .selectFrom("assessment.difficulty_use")
    .select("version")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.version ?? 0;
}

export async function insertUse(tx: Tx, version: number, usedAt: Date): Promise<void> {
  const text = `insert into assessment.difficulty_use (number, version, used_at)
    select coalesce(max(number), 0) + 1, $1, $2 from assessment.difficulty_use`;
  await tx.rows(named("assessment.use-difficulties", text, [version, usedAt]));
}

/**
 * Holds the version in use until the transaction ends: folds hold it together, and who takes
 * another one waits for them and holds it alone.
 */
export async function holdVersion(tx: Tx, how: "together" | "alone"): Promise<void> {
  const lock = how === "alone" ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
  const text = `select ${lock}(hashtext('assessment.difficulties'))`;
  await tx.rows(named(`assessment.hold-difficulties-${how}`, text, []));
}

/** What the fit reads of a piece. */
export type FittedColumns = Pick<
  PieceTable,
  "person_id" | "competency" | "outcome_micro" | "weight" | "guess" | "slip"
> & { scenario: string };

/** All pieces that count and know their scenario, in an order that a night later is the same. */
export async function fittedColumns(sql: Sql): Promise<FittedColumns[]> {
  const rows = await tables(sql)
    .selectFrom("assessment.piece as p")
    .leftJoin("assessment.voiding as v", "v.piece_id", "p.id")
    .select(["p.person_id", "p.competency", "p.scenario", "p.outcome_micro", "p.weight"])
    .select(["p.guess", "p.slip"])
    .where("v.piece_id", "is", null)
    .where("p.scenario", "is not", null)
    .where("p.kind", "=", "auto")
    .orderBy("p.competency")
    .orderBy("p.scenario")
    .orderBy("p.person_id")
    .orderBy("p.context_id")
    .orderBy("p.ordinal")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...row, scenario: row.scenario! }));
}
