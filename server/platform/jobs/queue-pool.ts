import pg from "pg";
import type { Whereabouts } from "../database/connection.ts";
import { patiently, waitMillisMax } from "../database/pool.ts";
import type { Log } from "../log/log.ts";

type Taken = (error: Error | undefined, client?: pg.PoolClient, release?: () => void) => void;

/**
 * Waits for a database that is just coming back, as the house's own pools do.
 *
 * The queue's library by itself falls silent for up to two minutes when it hears that the database
 * is starting (graphile-worker 0.18.0, `withRetries`). So it never hears the code of that, only
 * that there is no connection, upon which its runner is replaced.
 */
class QueuePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(done: Taken): void;
  override connect(done?: Taken): Promise<pg.PoolClient> | void {
    const taken = patiently(() => super.connect()).catch((error: unknown) => {
      throw new Error(`no connection to the queue: ${String(error)}`, { cause: error });
    });
    if (done === undefined) return taken;
    taken.then(
      (client) => done(undefined, client, onceOnly(client)),
      (error: Error) => done(error, undefined, () => {}),
    );
  }
}

/**
 * The library gives its listening connection back twice when the database dies while it ends; by
 * then the connection may be somebody else's.
 */
function onceOnly(client: pg.PoolClient): () => void {
  let isReleased = false;
  return () => {
    if (isReleased) return;
    isReleased = true;
    client.release();
  };
}

/** The queue's own pool: of the owner's role, and with the value types that its library expects. */
export function openQueuePool(at: Whereabouts, size: number, log: Log): pg.Pool {
  const pool = new QueuePool({
    ...at.connection("owner"),
    max: size,
    connectionTimeoutMillis: waitMillisMax,
    application_name: "echelon queue",
  });
  pool.on("error", (error) => log.warn("jobs.connection-lost", { reason: error.message }));
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}
