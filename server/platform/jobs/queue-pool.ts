import pg from "pg";
import type { Whereabouts } from "../database/connection.ts";
import type { Log } from "../log/log.ts";

/** The queue's own pool: of the owner's role, and with the value types that its library expects. */
export function openQueuePool(at: Whereabouts, size: number, log: Log): pg.Pool {
  const pool = new pg.Pool({
    ...at.connection("owner"),
    max: size,
    application_name: "echelon queue",
  });
  pool.on("error", (error) => log.warn("jobs.connection-lost", { reason: error.message }));
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
