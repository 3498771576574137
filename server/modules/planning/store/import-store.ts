import type { PostingMapping } from "@echelon/contract/planning/posting-record.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { NamedImport } from "../import-report.ts";
import type { KeptReport } from "../kept-report.ts";
import type { ImportTable, PlanningTables, SourceTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PlanningTables>();
const listMax = 200;

export async function sourcesOf(sql: Sql, organisation: string): Promise<SourceTable[]> {
  return tables(sql)
    .selectFrom("planning.source")
    .selectAll()
    .where("organisation_id", "=", organisation)
    .orderBy("name")
    .limit(listMax)
    .execute();
}

export async function readSource(sql: Sql, id: string): Promise<SourceTable | undefined> {
  return tables(sql)
    .selectFrom("planning.source")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The source of that name, made when it is new. */
export async function ownSource(
  tx: Tx,
  source: Pick<SourceTable, "organisation_id" | "id" | "name" | "made_at">,
): Promise<SourceTable> {
  return tables(tx)
    .insertInto("planning.source")
    .values({ ...source, mapping: "{}" as never })
    .onConflict((conflict) =>
      conflict.columns(["organisation_id", "name"]).doUpdateSet({ name: source.name }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Remembers how a source's columns were read. */
export async function rememberMapping(
  tx: Tx,
  { organisation_id, source_id }: ImportTable,
  mapping: PostingMapping,
): Promise<void> {
  await tables(tx)
    .updateTable("planning.source")
    .set({ mapping: JSON.stringify(mapping) as never })
    .where("organisation_id", "=", organisation_id)
    .where("id", "=", source_id)
    .execute();
}

export async function insertImport(tx: Tx, row: ImportTable): Promise<void> {
  await tables(tx)
    .insertInto("planning.import")
    .values({ ...row, report: JSON.stringify(row.report) as never })
    .execute();
}

const named = (sql: Sql) =>
  tables(sql)
    .selectFrom("planning.import as i")
    .innerJoin("planning.source as s", (join) =>
      join.onRef("s.organisation_id", "=", "i.organisation_id").onRef("s.id", "=", "i.source_id"),
    )
    .selectAll("i")
    .select("s.name as source_name");

export async function importsOf(sql: Sql, organisation: string): Promise<NamedImport[]> {
  return named(sql)
    .where("i.organisation_id", "=", organisation)
    .where("i.state", "<>", "open")
    .orderBy("i.made_at", "desc")
    .orderBy("i.id", "desc")
    .limit(listMax)
    .execute();
}

export async function readImport(
  sql: Sql,
  organisation: string,
  id: string,
): Promise<NamedImport | undefined> {
  return named(sql)
    .where("i.organisation_id", "=", organisation)
    .where("i.id", "=", id)
    .executeTakeFirst();
}

/** Takes it in one hand: batches, commits and steps of one import follow each other. */
export async function lockImport(tx: Tx, id: string): Promise<ImportTable | undefined> {
  return tables(tx)
    .selectFrom("planning.import")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** The committed import of the same file. */
export async function importOfFile(
  sql: Sql,
  organisation: string,
  hash: string,
): Promise<string | undefined> {
  const row = await tables(sql)
    .selectFrom("planning.import")
    .select("id")
    .where("organisation_id", "=", organisation)
    .where("hash", "=", hash)
    .where("state", "<>", "open")
    .executeTakeFirst();
  return row?.id;
}

export interface ImportChange {
  readonly state?: ImportTable["state"];
  readonly report?: KeptReport;
  readonly done?: number;
  readonly committed_at?: Date;
  readonly settled_at?: Date;
}

export async function changeImport(tx: Tx, id: string, change: ImportChange): Promise<void> {
  const { report, ...rest } = change;
  await tables(tx)
    .updateTable("planning.import")
    .set({ ...rest, ...(report === undefined ? {} : { report: JSON.stringify(report) as never }) })
    .where("id", "=", id)
    .execute();
}

/** All that count, for who sorts them anew. */
export async function settledImports(sql: Sql): Promise<string[]> {
  const rows = await tables(sql)
    .selectFrom("planning.import")
    .select("id")
    .where("state", "<>", "open")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** Previews that nobody committed, with their rows. */
export async function forgetOpenImports(sql: Sql, before: Date): Promise<void> {
  await tables(sql)
    .deleteFrom("planning.import")
    .where("state", "=", "open")
    .where("made_at", "<", before)
    .execute();
}
