import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Log } from "../log/log.ts";
import { isBroken } from "./broken-connection.ts";
import type { Role, Whereabouts } from "./connection.ts";
import { valueTypes } from "./value-types.ts";

/** Sizes of the pools: one a server process, one a worker process. */
export const poolSizes = { server: 20, worker: 6 } as const;

export const waitMillisMax = 5_000;
const retryMillis = 100;

/**
 * Opens a pool that survives the end of its database.
 *
 * A pool without an `error` listener crashes Node when PostgreSQL stops (57P01), so it has one.
 *
 * @param statementMillisMax how long a statement may run; a server's never outlives its request
 */
export function openPool(
  at: Whereabouts,
  role: Role,
  size: number,
  log: Log,
  statementMillisMax?: number,
): pg.Pool {
  const pool = new pg.Pool({
    ...at.connection(role),
    max: size,
    types: valueTypes,
    ...(statementMillisMax === undefined ? {} : { statement_timeout: statementMillisMax }),
    connectionTimeoutMillis: waitMillisMax,
    idleTimeoutMillis: 30_000,
    application_name: `echelon ${role}`,
  });
  pool.on("error", (error) =>
    log.warn("database.connection-lost", { role, reason: error.message }),
  );
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/**
 * Takes a connection, waiting up to 5 s for a database that is just coming back.
 *
 * Safe to repeat, because nothing has been sent yet.
 */
export function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  return patiently(() => pool.connect());
}

/** The same for whatever way there is to a connection. */
export async function patiently(take: () => Promise<pg.PoolClient>): Promise<pg.PoolClient> {
  const deadline = Date.now() + waitMillisMax;
  for (;;) {
    try {
      return await take();
    } catch (error) {
      if (!isBroken(error) || Date.now() > deadline) throw error;
      await sleep(retryMillis);
    }
  }
}
