import pg from "pg";
import { migrateQueue } from "../jobs/worker.ts";
import { appRole, type Whereabouts } from "./connection.ts";
import { type Migration, type MigrationFolder, migrate, readMigrations } from "./migrate.ts";

/** The platform's own tables come before any module's. */
export const platformMigrations: MigrationFolder = {
  module: "platform",
  folder: new URL("./migrations/", import.meta.url),
};

export interface PrepareOptions {
  readonly upTo?: (module: string) => number;
}

/**
 * Brings a database up to the code: our tables, the queue's, and what the use cases' role may do.
 *
 * @returns how many migrations were applied
 * @throws Fault as `migrate` does
 */
export async function prepareDatabase(
  at: Whereabouts,
  folders: readonly MigrationFolder[],
  options: PrepareOptions = {},
): Promise<number> {
  const migrations: Migration[] = readMigrations([platformMigrations, ...folders]);
  return migrate(at.connection("owner"), migrations, {
    ...options,
    afterwards: async (client) => {
      await prepareQueue(at);
      if (at.isFenced) await grantUse(client);
    },
  });
}

async function prepareQueue(at: Whereabouts): Promise<void> {
  const pool = new pg.Pool({ ...at.connection("owner"), max: 2 });
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await migrateQueue(pool);
  } finally {
    await pool.end();
  }
}

/** The use cases read and write every table of ours, and change none of their definitions. */
async function grantUse(client: pg.Client): Promise<void> {
  await client.query(`
    do $$
    declare
      s text;
      tables constant text := 'select, insert, update, delete on all tables';
    begin
      for s in select nspname from pg_namespace
                where nspowner = current_user::regrole and nspname <> 'graphile_worker'
                  and nspname not in ('public', 'information_schema') and nspname not like 'pg\\_%'
      loop
        execute format('grant usage on schema %I to ${appRole}', s);
        execute format('grant %s in schema %I to ${appRole}', tables, s);
        execute format('grant usage, select on all sequences in schema %I to ${appRole}', s);
      end loop;
    end $$`);
}
