import { once } from "node:events";
import { from as copyFrom } from "pg-copy-streams";
import type { Tx } from "./database.ts";
import type pg from "pg";

/** From how many rows on `insertMany` uses COPY: measured to be the faster there. */
const copyRowsMin = 20_000;
const unnestRowsMax = 5_000;

/**
 * A table's columns in insert order with their SQL types: `{ id: "uuid", day: "integer" }`.
 */
export type Columns<Row> = { readonly [Name in keyof Row & string]: string };

/**
 * Inserts many rows of one shape: by `unnest` in slices, from 20,000 rows on by COPY.
 *
 * The names come from code, never from a request. Values are what pg takes for the column's type;
 * an array is handed in by
 * `arrayText`, JSON as its text.
 */
export async function insertMany<Row extends object>(
  tx: Tx,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length >= copyRowsMin) return copyMany(tx, table, columns, rows);
  const names = Object.keys(columns) as (keyof Row & string)[];
  const types = names.map((name) => columns[name]);
  const lists = types.map((type, at) => `$${at + 1}::${carrierOf(type)}[]`).join(", ");
  const values = types.map((type, at) => `c${at}::${type}`).join(", ");
  const as = names.map((_, at) => `c${at}`).join(", ");
  const text = `insert into ${table} (${names.join(", ")})
    select ${values} from unnest(${lists}) as t (${as})`;
  for (let start = 0; start < rows.length; start += unnestRowsMax) {
    const slice = rows.slice(start, start + unnestRowsMax);
    await tx.client.query(
      text,
      names.map((name) => slice.map((row) => row[name])),
    );
  }
}

/** What travels as text: an array in an array would be taken for one of two dimensions. */
function carrierOf(type: string): string {
  return type.endsWith("[]") || type.startsWith("json") ? "text" : type;
}

const copyChunkChars = 64 * 1024;

async function copyMany<Row extends object>(
  tx: Tx,
  table: string,
  columns: Columns<Row>,
  rows: readonly Row[],
): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const stream = (tx.client as pg.Client).query(
    copyFrom(`copy ${table} (${names.join(", ")}) from stdin`),
  );
  const done = new Promise<void>((resolve, reject) => {
    stream.once("finish", resolve);
    stream.once("error", reject);
  });
  let chunk = "";
  for (const row of rows) {
    chunk += `${names.map((name) => copyText(row[name])).join("\t")}\n`;
    if (chunk.length < copyChunkChars) continue;
    if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
    chunk = "";
  }
  stream.end(chunk);
  await done;
}

/** One value in COPY's text format (PostgreSQL documentation, "COPY", file formats). */
export function copyText(value: unknown): string {
  if (value === null || value === undefined) return "\\N";
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${Buffer.from(value).toString("hex")}`;
  if (typeof value === "boolean") return value ? "t" : "f";
  return String(value as string | number | bigint).replace(
    /[\\\t\n\r]/g,
    (mark) => copyEscapes[mark] ?? mark,
  );
}

const copyEscapes: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/** A list as PostgreSQL's array text, for a column like `text[]` in `insertMany`. */
export function arrayText(items: readonly (string | number | bigint | null)[]): string {
  const quoted = items.map((item) =>
    item === null ? "NULL" : `"${String(item).replace(/["\\]/g, (mark) => `\\${mark}`)}"`,
  );
  return `{${quoted.join(",")}}`;
}
