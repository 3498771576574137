import assert from "node:assert/strict";
import { after, before, beforeEach, suite, test } from "node:test";
import type pg from "pg";
import { z } from "zod";
import { silentLog } from "../log/log.ts";
import { databaseDoor } from "../testing/database-door.ts";
import { type FreshDatabase, freshDatabase } from "../testing/fresh-database.ts";
import { until } from "../testing/until.ts";
import { enqueue } from "./enqueue.ts";
import { freeJobsOfTheDead } from "./free-jobs.ts";
import { job, jobKind, type JobRun } from "./job-kind.ts";
import { openQueuePool } from "./queue-pool.ts";
import { startWorker } from "./worker.ts";

const kind = jobKind({
  name: "test.outlive",
  payload: z.strictObject({ id: z.int() }),
  effect: ({ id }) => `outlive:${id}`,
  queue: ({ id }) => `outlive:${id}`,
});
type Run = JobRun<z.output<typeof kind.payload>>;

suite("an outage of the database", () => {
  let fresh: FreshDatabase;
  let queuePool: pg.Pool;
  let id = 0;

  before(async () => {
    fresh = await freshDatabase([]);
    queuePool = openQueuePool(fresh.at, 4, silentLog);
  });
  beforeEach(() => {
    id += 1;
  });
  after(async () => {
    await queuePool.end();
    await fresh.drop();
  });

  const add = (...others: number[]) =>
    fresh.database.transaction(async (tx) => {
      for (const one of [id, ...others]) await enqueue(tx, kind, { id: one });
    });
  const waiting = async () => {
    const { rows } = await queuePool.query<{ attempts: number }>(
      "select attempts from graphile_worker._private_jobs",
    );
    return rows;
  };
  const working = (pool: pg.Pool, run: (run: Run) => Promise<void>) =>
    startWorker({
      database: fresh.database,
      queuePool: pool,
      log: silentLog,
      jobs: [job(kind, run)],
      crons: [],
      concurrency: 2,
    });
  /** Does a job by a worker whose line breaks just after a statement of the queue was done. */
  const workThrough = async (statement: RegExp) => {
    const attempts: number[] = [];
    const breaking = openQueuePool(fresh.at, 4, silentLog);
    const cuts = cutAfter(breaking, statement, 1);
    const worker = await working(breaking, async ({ attempt }) => void attempts.push(attempt));
    try {
      await add();
      await until("the line was cut", () => cuts() === 1);
      await until("the job is done", async () => (await waiting()).length === 0);
    } finally {
      await worker.stop();
      await breaking.end();
    }
    return attempts;
  };

  test("that swallows the answer by which a job was taken costs neither it nor a try", async () => {
    // Why: the job is locked by a worker that lives and does not know of it.
    assert.deepEqual(await workThrough(/attempts = jobs\.attempts \+ 1/), [1]);
  });

  test("at the moment a job's end is written ends no process and repeats nothing", async () => {
    assert.deepEqual(await workThrough(/delete from .*_private_jobs/), [1]);
  });

  test("at the moment two jobs' ends are written lets further jobs be done", async () => {
    const breaking = openQueuePool(fresh.at, 4, silentLog);
    const cuts = cutAfter(breaking, /delete from .*_private_jobs/, 2);
    const done: number[] = [];
    const worker = await working(breaking, async ({ payload }) => {
      done.push(payload.id);
      const place = done.length;
      await until("both run", () => done.length >= 2);
      if (place === 2) await until("the other's line was cut", () => cuts() === 1);
    });
    try {
      await add(1_001);
      await until("the lines were cut", () => cuts() === 2);
      id += 1;
      await add();
      await until("the third job is done", () => done.length === 3, 20);
    } finally {
      await worker.stop();
      await breaking.end();
    }
  });

  test("within a job's transaction is waited for, and is not the job's failure", async () => {
    const attempts: number[] = [];
    const worker = await working(queuePool, async ({ tx, attempt }) => {
      attempts.push(attempt);
      if (attempts.length <= 3) {
        await tx.client.query("select pg_terminate_backend(pg_backend_pid())");
      }
    });
    try {
      await add();
      await until("the job is done", async () => (await waiting()).length === 0);
    } finally {
      await worker.stop();
    }
    assert.deepEqual(attempts, [1, 1, 1, 1]);
  });

  test("that lasts does not keep a worker from ending", async () => {
    const door = await databaseDoor(fresh.at);
    const beyond = openQueuePool(door.at, 4, silentLog);
    const worker = await working(beyond, async () => {});
    door.shut();
    await until("it was turned away", () => door.refusals() > 0);
    await worker.stop();
    await beyond.end();
    await door.remove();
  });

  test("is waited for by who asks the queue", async () => {
    const door = await databaseDoor(fresh.at);
    const beyond = openQueuePool(door.at, 2, silentLog);
    door.shut();
    const asked = beyond.query<{ one: number }>("select 1 as one");
    await until("it was turned away", () => door.refusals() > 0);
    door.open();
    assert.deepEqual((await asked).rows, [{ one: 1 }]);
    await beyond.end();
    await door.remove();
  });

  test("lets a connection be given back twice and takes it from nobody", async () => {
    const pool = openQueuePool(fresh.at, 1, silentLog);
    const release = await new Promise<() => void>((done) => {
      pool.connect((_error, _client, giveBack) => done(giveBack));
    });
    release();
    const other = await pool.connect();
    release();
    assert.equal(pool.idleCount, 0);
    other.release();
    await pool.end();
  });

  test("leaves no queue locked by somebody who holds no job of it", async () => {
    await queuePool.query(`
      insert into platform.worker (id, pool, seen_at, started_at)
        values ('alive', 'x', now(), now());
      update graphile_worker._private_job_queues
         set locked_by = 'alive', locked_at = now() - interval '1 minute'`);
    await freeJobsOfTheDead(queuePool);
    const { rows } = await queuePool.query(
      "select from graphile_worker._private_job_queues where locked_by is not null",
    );
    assert.deepEqual(rows, []);
  });
});

/** Breaks the first lines on which such a statement was done with some rows, before its answer. */
function cutAfter(pool: pg.Pool, statement: RegExp, cutsMax: number): () => number {
  let cuts = 0;
  pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => Promise<pg.QueryResult>;
    const cutting = async (...given: unknown[]) => {
      const result = await query(...given);
      const { text } = given[0] as { text?: string };
      if (cuts >= cutsMax || text === undefined || !statement.test(text) || result.rowCount === 0) {
        return result;
      }
      cuts += 1;
      throw new Error("Connection terminated unexpectedly");
    };
    Object.assign(client, {
      query: (...given: unknown[]) =>
        typeof given.at(-1) === "function" ? query(...given) : cutting(...given),
    });
  });
  return () => cuts;
}
