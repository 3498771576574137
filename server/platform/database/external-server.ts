import pg from "pg";
import { Fault } from "../fault.ts";
import { appRole } from "./connection.ts";

const versionMin = 150_000;

/**
 * Checks that an external server can carry Echelon, and makes the role of the use cases there.
 *
 * @returns false where the second role cannot be made: row policies then hold nobody
 * @throws Fault `database/unreachable`, `-wrong-version`, `-wrong-encoding`, `-refused-grant`
 */
export async function checkServer(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Fault("database/unreachable", {
      reason: error instanceof Error ? error.message : "",
    });
  }
  try {
    const { rows } = await client.query<Facts>(`
      select current_setting('server_version_num')::int as version,
             current_setting('server_encoding') as encoding,
             has_database_privilege(current_database(), 'create') as "canCreate",
             current_database() as database`);
    const [facts] = rows;
    if (facts === undefined || facts.version < versionMin) {
      throw new Fault("database/wrong-version", { version: facts?.version ?? 0 });
    }
    if (facts.encoding !== "UTF8")
      throw new Fault("database/wrong-encoding", { encoding: facts.encoding });
    if (!facts.canCreate) {
      throw new Fault("database/refused-grant", { grant: "create", database: facts.database });
    }
    return await makeAppRole(client);
  } finally {
    await client.end();
  }
}

interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly canCreate: boolean;
  readonly database: string;
}

async function makeAppRole(client: pg.Client): Promise<boolean> {
  try {
    const known = await client.query("select from pg_roles where rolname = $1", [appRole]);
    if (known.rowCount === 0) await client.query(`create role ${appRole} nologin`);
    const member = await client.query<{ is: boolean }>("select pg_has_role($1, 'member') as is", [
      appRole,
    ]);
    if (member.rows[0]?.is !== true) await client.query(`grant ${appRole} to current_user`);
    await client.query(`set role ${appRole}`);
    return true;
  } catch {
    return false;
  }
}
