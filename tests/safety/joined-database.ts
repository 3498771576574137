import type pg from "pg";
import { openInstallation } from "@echelon/server/main.ts";
import { openQueuePool } from "@echelon/server/platform/jobs/queue-pool.ts";
import { cleanEnvironment } from "./server-process.ts";

/** The database of a server that runs in another process, as its owner sees it. */
export interface JoinedDatabase {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export async function joinDatabase(home: string): Promise<JoinedDatabase> {
  const installation = await openInstallation({
    environment: cleanEnvironment({ ECHELON_HOME: home }),
    folder: home,
    kind: "command",
    tell: () => {},
  });
  const pool = openQueuePool(installation.at, 1, installation.log);
  return {
    pool,
    async close() {
      await pool.end();
      await installation.close();
    },
  };
}
