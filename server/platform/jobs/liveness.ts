import type pg from "pg";
import type { Database } from "../database/database.ts";
import { named } from "../database/statement.ts";
import type { Log } from "../log/log.ts";
import { freeJobsOfTheDead, freeJobsOfTheEnded, placeOfWorker } from "./free-jobs.ts";

const beatMillis = 10_000;

const beat = `
  insert into platform.worker (id, pool, seen_at, started_at) values ($1, $2, now(), now())
  on conflict (id) do update set seen_at = now()`;

/** Writes every 10 s that a worker lives; who was not seen for 30 s loses its jobs to others. */
export function keepAlive(database: Database, queuePool: pg.Pool, log: Log, id: string) {
  const write = async (): Promise<void> => {
    await database.rows(named("platform.worker-beat", beat, [id, placeOfWorker()]));
    await freeJobsOfTheEnded(queuePool);
    await freeJobsOfTheDead(queuePool);
  };
  const tryToWrite = (): void => {
    write().catch((error: unknown) => log.warn("jobs.beat-failed", { reason: String(error) }));
  };
  tryToWrite();
  const timer = setInterval(tryToWrite, beatMillis).unref();
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      const forget = named("platform.worker-forget", "delete from platform.worker where id = $1", [
        id,
      ]);
      await database.rows(forget).catch(() => {});
    },
  };
}
