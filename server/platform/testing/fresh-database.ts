import { createHash } from "node:crypto";
import pg from "pg";
import { modules as allModules } from "../../modules.ts";
import { migrationFolders } from "../../house.ts";
import { embeddedWhereabouts, type Whereabouts } from "../database/connection.ts";
import { createDatabase, type Database } from "../database/database.ts";
import { readMigrations } from "../database/migrate.ts";
import { openPool } from "../database/pool.ts";
import { platformMigrations, prepareDatabase } from "../database/prepare.ts";
import { silentLog } from "../log/log.ts";
import type { Module } from "../module.ts";
import { testCluster } from "./test-cluster.ts";

/** A database of a test file's own, migrated, empty, and gone after `drop`. */
export interface FreshDatabase {
  readonly at: Whereabouts;
  /** As use cases have it: the role that row policies hold. */
  readonly database: Database;
  /** As the owner has it, to look behind the policies. */
  readonly owner: Database;
  drop(): Promise<void>;
}

/**
 * Copies the template of these modules, which is migrated once in a cluster.
 *
 * @example before(async () => { fresh = await freshDatabase(); }); after(() => fresh.drop());
 */
export async function freshDatabase(
  modules: readonly Module[] = allModules,
): Promise<FreshDatabase> {
  const cluster = await testCluster();
  const template = await templateFor(modules);
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  await asSuperuser((client) =>
    client.query(`create database ${name} template ${template} strategy file_copy owner echelon`),
  );
  const at = embeddedWhereabouts(cluster, name);
  const pool = openPool(at, "app", 8, silentLog);
  const ownerPool = openPool(at, "owner", 4, silentLog);
  return {
    at,
    database: createDatabase(pool),
    owner: createDatabase(ownerPool),
    async drop() {
      await pool.end();
      await ownerPool.end();
      await asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** An empty database without any table, for what makes or fills one itself. */
export async function emptyDatabase(): Promise<{ at: Whereabouts; drop(): Promise<void> }> {
  const cluster = await testCluster();
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  await asSuperuser((client) => client.query(`create database ${name} owner echelon`));
  return {
    at: embeddedWhereabouts(cluster, name),
    async drop() {
      await asSuperuser((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Named by what its migrations say, so that another version of the code gets another template. */
async function templateFor(modules: readonly Module[]): Promise<string> {
  const folders = migrationFolders(modules);
  const hash = createHash("sha256");
  for (const migration of readMigrations([platformMigrations, ...folders])) {
    hash.update(`${migration.module}/${migration.number} ${migration.sha256}\n`);
  }
  const name = `template_${hash.digest("hex").slice(0, 16)}`;
  const cluster = await testCluster();
  await asSuperuser(async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name]);
    const known = await client.query(
      "select from pg_database where datname = $1 and datistemplate",
      [name],
    );
    if (known.rowCount === 1) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name} owner echelon`);
    await prepareDatabase(embeddedWhereabouts(cluster, name), folders);
    await client.query(`alter database ${name} with is_template true`);
  });
  return name;
}

async function asSuperuser<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const { socketFolder, port } = await testCluster();
  const client = new pg.Client({
    host: socketFolder,
    port,
    user: "postgres",
    database: "postgres",
  });
  client.on("error", () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
