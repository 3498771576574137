import { type Installation, openInstallation } from "@echelon/server/main.ts";
import { openQueuePool } from "@echelon/server/platform/jobs/queue-pool.ts";
import { cleanEnvironment } from "./server-process.ts";

export type OwnersPool = ReturnType<typeof openQueuePool>;

/** An installation that this process has opened, and its database as the owner sees it. */
export interface JoinedDatabase {
  readonly installation: Installation;
  readonly pool: OwnersPool;
  close(): Promise<void>;
}

/** One may hold a lock while the other one looks. */
const connectionsMax = 2;

/** Joins the database of a server that runs on the folder; where none does, starts it. */
export async function joinDatabase(home: string): Promise<JoinedDatabase> {
  const installation = await openInstallation({
    environment: cleanEnvironment({ ECHELON_HOME: home }),
    folder: home,
    kind: "command",
    tell: () => {},
  });
  const pool = openQueuePool(installation.at, connectionsMax, installation.log);
  return {
    installation,
    pool,
    async close() {
      await pool.end();
      await installation.close();
    },
  };
}
