import { from as copyFrom } from "pg-copy-streams";
import type pg from "pg";
import { finished } from "node:stream/promises";
import type { Tx } from "../../../platform/database/database.ts";

/** Rows that arrive as columns of typed arrays. */
export type ColumnRows = {
  readonly table: string;
  /** The same on every row, in front. */
  readonly constants: Readonly<Record<string, string | number>>;
  /** A column that counts the rows, behind the constants. */
  readonly lineColumn: string | null;
  readonly rows: number;
  readonly columns: readonly {
    readonly name: string;
    readonly values: Int32Array | Float64Array | BigInt64Array;
  }[];
};

/** From here on COPY is the faster way in: measured with forty columns. */
const copyRowsMin = 200;
const chunkChars = 128 * 1024;

/**
 * Inserts columns as rows without making an object for each: a close of a competition writes a
 * hundred thousand of them.
 */
export async function writeColumns(tx: Tx, rows: ColumnRows): Promise<void> {
  if (rows.rows < copyRowsMin) await insertColumns(tx, rows);
  else await copyColumns(tx, rows);
}

function names(rows: ColumnRows): string[] {
  return [
    ...Object.keys(rows.constants),
    ...(rows.lineColumn === null ? [] : [rows.lineColumn]),
    ...rows.columns.map((column) => column.name),
  ];
}

async function insertColumns(tx: Tx, rows: ColumnRows): Promise<void> {
  const constants = Object.values(rows.constants);
  const arrays = rows.columns.map((column) =>
    Array.from(column.values.subarray(0, rows.rows), Number),
  );
  const types = rows.columns.map((column) =>
    column.values instanceof Int32Array ? "int4" : "float8",
  );
  const lists = types.map((type, at) => `$${constants.length + at + 1}::${type}[]`).join(", ");
  const aliases = types.map((_, at) => `c${at}`);
  const given = constants.map(
    (value, at) => `$${at + 1}::${typeof value === "string" ? "uuid" : "int4"}`,
  );
  const line = rows.lineColumn === null ? [] : ["(place - 1)::int4"];
  await tx.client.query(
    `insert into ${rows.table} (${names(rows).join(", ")})
     select ${[...given, ...line, ...aliases].join(", ")}
     from unnest(${lists}) with ordinality as t(${[...aliases, "place"].join(", ")})`,
    [...constants, ...arrays],
  );
}

async function copyColumns(tx: Tx, rows: ColumnRows): Promise<void> {
  const stream = (tx.client as pg.Client).query(
    copyFrom(`copy ${rows.table} (${names(rows).join(", ")}) from stdin`),
  );
  const done = finished(stream);
  const head = Object.values(rows.constants).join("\t");
  const columns = rows.columns.map((column) => column.values);
  let chunk = "";
  for (let row = 0; row < rows.rows; row += 1) {
    chunk += head;
    if (rows.lineColumn !== null) chunk += `\t${row}`;
    for (const values of columns) chunk += `\t${values[row]}`;
    chunk += "\n";
    if (chunk.length < chunkChars) continue;
    if (!stream.write(chunk)) {
      await Promise.race([new Promise((resolve) => stream.once("drain", resolve)), done]);
    }
    chunk = "";
  }
  stream.end(chunk);
  await done;
}
