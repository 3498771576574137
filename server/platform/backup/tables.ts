import type pg from "pg";

/** A table as a backup sees it. */
export interface Table {
  /** `schema.table`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** Total order of its rows; empty where it has no primary key. */
  readonly keys: readonly string[];
}

/** The platform's tables that mean nothing elsewhere; jobs are in the queue's own schema. */
const leftOutAlways = [
  "platform.migration",
  "platform.worker",
  "platform.event",
  "platform.bucket",
  "platform.backup",
];

/**
 * The tables to save, each after those it refers to.
 *
 * @param leftOut tables the modules do without after a restore
 * @throws Error when tables refer to each other in a circle
 */
export async function tablesToSave(
  client: pg.ClientBase,
  leftOut: readonly string[],
): Promise<Table[]> {
  const skipped = [...leftOutAlways, ...leftOut];
  const { rows } = await client.query<Table>(tablesText, [skipped]);
  const references = await client.query<{ from: string; to: string }>(referencesText);
  const sorted: Table[] = [];
  const visit = (table: Table, path: readonly string[]): void => {
    if (sorted.includes(table)) return;
    if (path.includes(table.name)) throw new Error(`tables refer in a circle: ${path.join(" > ")}`);
    for (const { from, to } of references.rows) {
      const target = rows.find((other) => other.name === to);
      if (from === table.name && to !== from && target !== undefined)
        visit(target, [...path, from]);
    }
    sorted.push(table);
  };
  for (const table of rows) visit(table, []);
  return sorted;
}

/** Whether nothing of ours is in a database yet. */
export async function isEmptyDatabase(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and ${ourSchemas}`,
  );
  return rows[0]?.count === 0;
}

/** Takes everything out of a database again, after a restore that failed. */
export async function emptyOut(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace n
      where ${ourSchemas} and nspname <> 'public'
     union select 'graphile_worker' from pg_namespace where nspname = 'graphile_worker'`,
  );
  for (const { name } of rows) await client.query(`drop schema if exists ${name} cascade`);
}

const ourSchemas = `n.nspname not in ('graphile_worker', 'information_schema')
  and n.nspname not like 'pg\\_%'`;

/** A generated column is computed again; a partition is saved with its parent. */
const tablesText = `
  select n.nspname || '.' || c.relname as name,
         (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
           where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')
           as columns,
         coalesce((select array_agg(a.attname::text order by k.at) from pg_index i,
           unnest(i.indkey) with ordinality as k(num, at), pg_attribute a
           where i.indrelid = c.oid and i.indisprimary
             and a.attrelid = c.oid and a.attnum = k.num), '{}') as keys
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and not c.relispartition and ${ourSchemas}
     and n.nspname || '.' || c.relname <> all ($1)
   order by 1`;

const referencesText = `
  select fn.nspname || '.' || f.relname as "from", tn.nspname || '.' || t.relname as "to"
    from pg_constraint c
    join pg_class f on f.oid = c.conrelid join pg_namespace fn on fn.oid = f.relnamespace
    join pg_class t on t.oid = c.confrelid join pg_namespace tn on tn.oid = t.relnamespace
   where c.contype = 'f'`;

/** `"schema"."table"` for SQL. */
export function quoted(table: string): string {
  return table
    .split(".")
    .map((part) => quotedName(part))
    .join(".");
}

export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
