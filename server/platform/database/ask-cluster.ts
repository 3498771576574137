import pg from "pg";

/** The data folder of the database behind a socket; null when nobody answers. */
export async function answers(socketFolder: string, port: number): Promise<string | null> {
  const client = new pg.Client({
    host: socketFolder,
    port,
    user: "postgres",
    database: "postgres",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>("show data_directory");
    return rows[0]?.data_directory ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Where a cluster listens. */
export interface ClusterPlace {
  readonly socketFolder: string;
  readonly port: number;
}

/**
 * `echelon` owns and migrates, `echelon_app` runs the use cases; neither is a superuser, because a
 * superuser passes every row policy unseen. Made at each start where missing: a start may be
 * killed.
 */
export async function makeRoles(cluster: ClusterPlace): Promise<void> {
  const { socketFolder: host, port } = cluster;
  const client = new pg.Client({ host, port, user: "postgres", database: "postgres" });
  await client.connect();
  try {
    const roles = await client.query<{ rolname: string }>("select rolname from pg_roles");
    const has = (name: string): boolean => roles.rows.some((row) => row.rolname === name);
    if (!has("echelon")) await client.query("create role echelon login createdb");
    if (!has("echelon_app")) await client.query("create role echelon_app login");
    const databases = await client.query("select 1 from pg_database where datname = 'echelon'");
    if (databases.rowCount === 0) await client.query("create database echelon owner echelon");
  } finally {
    await client.end();
  }
}
