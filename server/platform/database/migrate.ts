import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import pg from "pg";
import { Fault } from "../fault.ts";

/** A module's numbered `.sql` files. */
export interface MigrationFolder {
  readonly module: string;
  readonly folder: URL;
}

export interface Migration {
  readonly module: string;
  readonly number: number;
  readonly name: string;
  readonly sha256: string;
  readonly sql: string;
}

type Applied = Omit<Migration, "sql">;

const outsideTransaction = "-- outside a transaction";

/** Reads the migrations of modules, in the order given and then by number. */
export function readMigrations(folders: readonly MigrationFolder[]): Migration[] {
  return folders.flatMap(({ module, folder }) =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".sql"))
      .sort()
      .map((file) => readMigration(module, folder, file)),
  );
}

function readMigration(module: string, folder: URL, file: string): Migration {
  const parts = /^(\d{4})_([a-z0-9-]+)\.sql$/.exec(file);
  if (parts === null) throw new Error(`${module}: ${file} is not named 0001_what-it-does.sql`);
  const sql = readFileSync(new URL(file, slashed(folder)), "utf8");
  const sha256 = createHash("sha256").update(sql).digest("hex");
  return { module, number: Number(parts[1]), name: parts[2] ?? "", sha256, sql };
}

function slashed(folder: URL): URL {
  return folder.href.endsWith("/") ? folder : new URL(`${folder.href}/`);
}

/**
 * Brings a database up to the code, under a lock that lets one process do it.
 *
 * There is no way down: one goes back by restoring a backup. `afterwards` runs under the same lock
 * and only when something was applied.
 *
 * @param upTo applies a module's files only up to this number; for a restore
 * @returns how many files were applied
 * @throws Fault `platform/migration-changed`, `platform/migration-gap`, `platform/database-newer`
 */
export async function migrate(
  connection: pg.ClientConfig,
  migrations: readonly Migration[],
  options: {
    upTo?: (module: string) => number;
    afterwards?: (client: pg.Client) => Promise<void>;
  } = {},
): Promise<number> {
  const client = new pg.Client(connection);
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('echelon/migrate'))");
    await client.query(migrationTable);
    const due = notYetApplied(migrations, await appliedMigrations(client));
    const upTo = options.upTo ?? (() => Number.POSITIVE_INFINITY);
    const chosen = due.filter(({ module, number }) => number <= upTo(module));
    for (const migration of chosen) await apply(client, migration);
    if (chosen.length > 0) await options.afterwards?.(client);
    return chosen.length;
  } finally {
    await client.end();
  }
}

const migrationTable = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    module     text        not null,
    number     integer     not null,
    name       text        not null,
    sha256     text        not null,
    applied_at timestamptz not null default now(),
    primary key (module, number)
  )`;

/** The migrations a database has, oldest first. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `select module, number, name, sha256 from platform.migration
     order by applied_at, module, number`,
  );
  return rows;
}

function notYetApplied(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const done = new Map(applied.map((row) => [`${row.module}/${row.number}`, row]));
  const names = new Map(
    known.map((migration) => [`${migration.module}/${migration.number}`, migration]),
  );
  for (const row of applied) {
    const here = names.get(`${row.module}/${row.number}`);
    if (here === undefined) throw new Fault("platform/database-newer", facts(row));
    if (here.sha256 !== row.sha256) throw new Fault("platform/migration-changed", facts(row));
  }
  const expected = new Map<string, number>();
  for (const migration of known) {
    const next = expected.get(migration.module) ?? 1;
    if (migration.number !== next)
      throw new Fault("platform/migration-gap", facts(migration, next));
    expected.set(migration.module, next + 1);
  }
  const due = known.filter(({ module, number }) => !done.has(`${module}/${number}`));
  const late = due.find(({ module, number }) => done.has(`${module}/${number + 1}`));
  if (late !== undefined) throw new Fault("platform/migration-gap", facts(late));
  return due;
}

function facts(row: Applied, number = row.number) {
  return { module: row.module, number, name: row.name };
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const remember = {
    text: "insert into platform.migration (module, number, name, sha256) values ($1, $2, $3, $4)",
    values: [migration.module, migration.number, migration.name, migration.sha256],
  };
  if (migration.sql.startsWith(outsideTransaction)) {
    await client.query(migration.sql);
    await client.query(remember);
    return;
  }
  await client.query("begin");
  try {
    await client.query("set local lock_timeout = '5s'");
    await client.query(migration.sql);
    await client.query(remember);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    const where = `${migration.module}/${migration.number}_${migration.name}`;
    throw new Error(`the migration ${where} failed`, { cause: error });
  }
}
