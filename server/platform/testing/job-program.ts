import { z } from "zod";
import { embeddedWhereabouts } from "../database/connection.ts";
import { createDatabase } from "../database/database.ts";
import { openPool } from "../database/pool.ts";
import { job, jobKind } from "../jobs/job-kind.ts";
import { openQueuePool } from "../jobs/queue-pool.ts";
import { startWorker } from "../jobs/worker.ts";
import { silentLog } from "../log/log.ts";

/** The job of the tests that kill: writes a row, then takes its time, then is done. */
export const countSlowly = jobKind({
  name: "test.count-slowly",
  payload: z.strictObject({ id: z.int(), millis: z.int() }),
  effect: ({ id }) => `count:${id}`,
  queue: ({ id }) => `queue:${id % 3}`,
});

/** A program that takes jobs until it is killed. Called with socket folder, port, database. */
if (import.meta.main) {
  const [socketFolder = "", port = "", name = ""] = process.argv.slice(2);
  const at = embeddedWhereabouts({ socketFolder, port: Number(port) }, name);
  const database = createDatabase(openPool(at, "app", 4, silentLog));
  await startWorker({
    database,
    queuePool: openQueuePool(at, 4, silentLog),
    log: silentLog,
    crons: [],
    concurrency: 2,
    jobs: [
      job(countSlowly, async ({ tx, payload }) => {
        await tx.client.query("insert into counted (id, pid) values ($1, $2)", [
          payload.id,
          process.pid,
        ]);
        await tx.client.query("select pg_sleep($1::float8 / 1000)", [payload.millis]);
      }),
    ],
  });
  process.stdout.write("ready\n");
}
