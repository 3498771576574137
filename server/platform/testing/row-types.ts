import { readFileSync } from "node:fs";
import type { FreshDatabase } from "./fresh-database.ts";

/** One property of an interface, as its source says it. */
interface Property {
  readonly name: string;
  readonly type: string;
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
}

/**
 * Compares the row types that stores write by hand with the tables there are, in both directions:
 * every table, every column, its type and whether it may be null. Gives what differs, as sentences.
 *
 * The types are read from the source, because nothing is left of them when it runs. Each file says
 * its tables in an interface whose name ends in `Tables`, with keys like `"practice.store"`.
 *
 * @example assert.deepEqual(await rowTypeFaults(fresh, ["practice"], [schemaUrl]), []);
 */
export async function rowTypeFaults(
  fresh: FreshDatabase,
  schemas: readonly string[],
  files: readonly URL[],
): Promise<string[]> {
  const said = readRowTypes(files);
  const columns = await readColumns(fresh, schemas);
  const tables = new Set(columns.map(({ table }) => table));
  const faults = [...said.keys()]
    .filter((table) => !tables.has(table))
    .map((table) => `${table} is not in the database`);
  for (const table of tables) {
    const row = said.get(table);
    if (row === undefined) faults.push(`${table} has no row type`);
    else
      faults.push(
        ...compare(
          table,
          row,
          columns.filter((column) => column.table === table),
        ),
      );
  }
  return faults.toSorted((a, b) => a.localeCompare(b));
}

function compare(table: string, row: readonly Property[], columns: readonly Column[]): string[] {
  const faults: string[] = [];
  for (const { name } of row) {
    if (!columns.some((column) => column.name === name))
      faults.push(`${table}.${name} is no column`);
  }
  for (const column of columns) {
    const property = row.find(({ name }) => name === column.name);
    const at = `${table}.${column.name}`;
    if (property === undefined) {
      faults.push(`${at} is missing in the row type`);
      continue;
    }
    const { base, isNullable } = baseOf(property.type);
    if (isNullable !== column.isNullable) {
      faults.push(`${at} ${column.isNullable ? "may" : "may not"} be null`);
    }
    const fitting = typesOf(column.type);
    const isOwnName = /^[A-Z]/.test(base) && !knownNames.has(base);
    const isJson = column.type.startsWith("json");
    const isFitting = isOwnName ? fitting.includes("own") : fitting.includes(base);
    if (!isJson && !isFitting) faults.push(`${at} is ${column.type}, not ${base}`);
  }
  return faults;
}

const knownNames = new Set(["Date", "Buffer"]);

/** Takes `| null` and Kysely's wrappers off a type. */
function baseOf(type: string): { base: string; isNullable: boolean } {
  const bare = type
    .replace(/^(?:Generated|GeneratedAlways)<(.+)>$/, "$1")
    .replace(/^ColumnType<(.+?),.*>$/, "$1");
  const parts = bare.split("|").map((part) => part.trim());
  const rest = parts.filter((part) => part !== "null" && part !== "");
  const isLiterals = rest.length > 0 && rest.every((part) => part.startsWith('"'));
  const base = (isLiterals ? "string" : rest.join(" | ")).replace(/^readonly /, "");
  return {
    base: base.startsWith("Readonly") || base.startsWith("Record") ? "Own" : base,
    isNullable: parts.includes("null"),
  };
}

/** What may stand for a column: `own` is a named type of the module's, a union of texts or JSON. */
function typesOf(sqlType: string): readonly string[] {
  const array = /^_(.+)$/.exec(sqlType)?.[1];
  if (array !== undefined) {
    return [
      ...typesOf(array)
        .filter((one) => one !== "own")
        .map((one) => `${one}[]`),
      "own",
    ];
  }
  return byType[sqlType] ?? [];
}

const byType: Readonly<Record<string, readonly string[]>> = {
  bool: ["boolean"],
  int2: ["number", "own"],
  int4: ["number", "own"],
  int8: ["bigint"],
  float4: ["number"],
  float8: ["number"],
  text: ["string", "own"],
  varchar: ["string", "own"],
  bpchar: ["string", "own"],
  uuid: ["string"],
  date: ["string"],
  timestamptz: ["Date"],
  bytea: ["Buffer"],
};

/** The properties of each table's row type, over all files together. */
function readRowTypes(files: readonly URL[]): Map<string, Property[]> {
  const interfaces = new Map<string, Property[]>();
  for (const file of files) {
    const source = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    for (const [, name = "", body = ""] of source.matchAll(
      /interface (\w+)[^{]*\{([\s\S]*?)\n\}/g,
    )) {
      interfaces.set(name, propertiesOf(body));
    }
  }
  const tables = [...interfaces].filter(([name]) => name.endsWith("Tables"));
  return new Map(
    tables.flatMap(([, rows]) => rows.map(({ name, type }) => [name, interfaces.get(type) ?? []])),
  );
}

function propertiesOf(body: string): Property[] {
  const found = body.matchAll(/^\s+(?:readonly )?"?([\w.]+)"?: ([\s\S]*?);$/gm);
  return [...found].map(([, name = "", type = ""]) => ({ name, type: type.replace(/\s+/g, " ") }));
}

async function readColumns(fresh: FreshDatabase, schemas: readonly string[]): Promise<Column[]> {
  const { rows } = await fresh.owner.pool.query<Column>(
    `select c.table_schema || '.' || c.table_name as "table", c.column_name as name,
            c.udt_name as type, c.is_nullable = 'YES' as "isNullable"
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = any ($1) and t.table_type = 'BASE TABLE'
        and not exists (select from pg_inherits
                         where inhrelid = format('%I.%I', c.table_schema, c.table_name)::regclass)
      order by 1, c.ordinal_position`,
    [schemas],
  );
  return rows;
}
