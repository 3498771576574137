import { readFile } from "node:fs/promises";
import type { Sql } from "../../../platform/database/database.ts";

interface Column {
  readonly table_schema: string;
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly is_nullable: string;
}

/** What TypeScript calls the values of a column's type; a named type stands for text or JSON. */
const typesOf: Readonly<Record<string, RegExp>> = {
  uuid: /^string$/,
  text: /^(string|[A-Z]\w+(\["\w+"\])?|("[^"]+"( \| )?)+)$/,
  character: /^string$/,
  date: /^string$/,
  boolean: /^boolean$/,
  integer: /^number$/,
  "double precision": /^number$/,
  bigint: /^bigint$/,
  "timestamp with time zone": /^Date$/,
  bytea: /^Buffer$/,
  ARRAY: /^\w+\[\]$/,
  jsonb: /^(unknown|Readonly<.+>|[A-Z]\w+)$/,
};

/**
 * What differs between a store's `schema.ts`, in one file or several, and the tables of the
 * database, in both directions; each as a sentence. Empty when they are equal.
 */
export async function schemaDifferences(sql: Sql, ...schemaFiles: URL[]): Promise<string[]> {
  const sources = await Promise.all(schemaFiles.map((file) => readFile(file, "utf8")));
  const declared = declaredTables(sources.join("\n"));
  const schemas = [...new Set([...declared.keys()].map((name) => name.split(".")[0] ?? ""))];
  const columns = await sql.rows<Column>({
    name: "test.columns",
    text: `select table_schema, table_name, column_name, data_type, is_nullable
             from information_schema.columns where table_schema = any ($1)`,
    values: [schemas],
  });
  const differences: string[] = [];
  const seen = new Set<string>();
  for (const column of columns) {
    const table = `${column.table_schema}.${column.table_name}`;
    const place = `${table}.${column.column_name}`;
    seen.add(place);
    const type = declared.get(table)?.get(column.column_name);
    if (type === undefined) {
      differences.push(`${place} is not declared`);
      continue;
    }
    const isNullable = type.endsWith(" | null");
    if (isNullable !== (column.is_nullable === "YES")) differences.push(`${place}: null differs`);
    const bare = type.replace(/ \| null$/, "");
    if (typesOf[column.data_type]?.test(bare) !== true) {
      differences.push(`${place} is ${column.data_type}, declared ${bare}`);
    }
  }
  for (const [table, fields] of declared) {
    for (const field of fields.keys()) {
      if (!seen.has(`${table}.${field}`))
        differences.push(`${table}.${field} is not in the database`);
    }
  }
  return differences;
}

/** The tables of a `schema.ts` with their fields' types as written, by `schema.table`. */
function declaredTables(source: string): Map<string, Map<string, string>> {
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, "");
  const interfaces = new Map<string, Map<string, string>>();
  for (const [, name = "", body = ""] of bare.matchAll(
    /interface (\w+)(?: extends [\w, ]+)? \{([^}]*)\}/g,
  )) {
    const fields = [...body.matchAll(/^\s*"?([\w.]+)"?: ([^;]+);/gm)];
    interfaces.set(name, new Map(fields.map(([, field = "", type = ""]) => [field, type])));
  }
  const tables = [...interfaces]
    .filter(([name]) => name.endsWith("Tables"))
    .flatMap(([, named]) => [...named]);
  return new Map(tables.map(([table, name]) => [table, interfaces.get(name) ?? new Map()]));
}
