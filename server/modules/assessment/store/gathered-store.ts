import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { AssessmentTables, GatheredTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();

/** Notes how far a season was read; the framework that it began with stays. */
export async function writeGathered(tx: Tx, row: GatheredTable): Promise<void> {
  const { branch, day, gathered_at } = row;
  await tables(tx)
    .insertInto("assessment.gathered")
    .values(row)
    .onConflict((conflict) =>
      conflict.column("season_id").doUpdateSet({ branch, day, gathered_at }),
    )
    .execute();
}

/** How far some seasons were read. */
export async function readGathered(
  sql: Sql,
  seasons: readonly string[],
): Promise<ReadonlyMap<string, GatheredTable>> {
  if (seasons.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("assessment.gathered")
    .selectAll()
    .where("season_id", "in", seasons)
    .execute();
  return new Map(rows.map((row) => [row.season_id, row]));
}
