import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { ForeignFrameworkTable, ForeignMappingTable } from "./framework-schema.ts";
import type { AssessmentTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<AssessmentTables>();
const foreignMax = 1_000;
const mappedMax = 500;

/** One without its file, which lists do not need. */
export type ForeignRow = Omit<ForeignFrameworkTable, "content">;

const rows = (sql: Sql) =>
  tables(sql)
    .selectFrom("assessment.foreign_framework")
    .select(["id", "organisation_id", "hash", "about", "taken_by", "taken_at"])
    .orderBy("taken_at")
    .orderBy("id")
    .limit(foreignMax);

/** Those that an organization keeps. */
export async function foreignOf(sql: Sql, organisation: string): Promise<ForeignRow[]> {
  return rows(sql).where("organisation_id", "=", organisation).execute();
}

/** All there are. */
export async function allForeign(sql: Sql): Promise<ForeignRow[]> {
  return rows(sql).execute();
}

export async function readForeignRow(sql: Sql, id: string): Promise<ForeignRow | undefined> {
  return rows(sql).where("id", "=", id).executeTakeFirst();
}

/** The file as it came. It must be there. */
export async function readForeignContent(sql: Sql, id: string): Promise<Buffer> {
  const { content } = await tables(sql)
    .selectFrom("assessment.foreign_framework")
    .select("content")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return content;
}

/** Keeps one; the id is that of the same file, where it was there. */
export async function keepForeign(tx: Tx, row: ForeignFrameworkTable): Promise<string> {
  const made = await tables(tx)
    .insertInto("assessment.foreign_framework")
    .values({ ...row, about: JSON.stringify(row.about) as never })
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "hash"]).doUpdateSet({ hash: row.hash }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return made.id;
}

export async function dropForeignRow(tx: Tx, id: string): Promise<void> {
  await tables(tx).deleteFrom("assessment.foreign_framework").where("id", "=", id).execute();
}

export async function mappingsOf(
  sql: Sql,
  frameworks: readonly string[],
): Promise<ForeignMappingTable[]> {
  if (frameworks.length === 0) return [];
  return tables(sql)
    .selectFrom("assessment.foreign_mapping")
    .selectAll()
    .where("framework_id", "in", frameworks)
    .orderBy("competency")
    .orderBy("item")
    .execute();
}

/** How items of others lie to one competency of ours, by framework. */
export async function mappingsTo(sql: Sql, competency: string): Promise<ForeignMappingTable[]> {
  return tables(sql)
    .selectFrom("assessment.foreign_mapping")
    .selectAll()
    .where("competency", "=", competency)
    .orderBy("framework_id")
    .orderBy("item")
    .limit(mappedMax)
    .execute();
}

export async function writeMapping(tx: Tx, row: ForeignMappingTable): Promise<void> {
  const { relation, note, made_by, made_at } = row;
  await tables(tx)
    .insertInto("assessment.foreign_mapping")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["framework_id", "item", "competency"])
        .doUpdateSet({ relation, note, made_by, made_at }),
    )
    .execute();
}

export async function dropMapping(
  tx: Tx,
  {
    framework_id,
    item,
    competency,
  }: Omit<ForeignMappingTable, "relation" | "note" | "made_by" | "made_at">,
): Promise<void> {
  await tables(tx)
    .deleteFrom("assessment.foreign_mapping")
    .where("framework_id", "=", framework_id)
    .where("item", "=", item)
    .where("competency", "=", competency)
    .execute();
}
