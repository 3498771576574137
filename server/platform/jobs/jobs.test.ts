import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { z } from "zod";
import { Fault } from "../fault.ts";
import { silentLog } from "../log/log.ts";
import { type FreshDatabase, freshDatabase } from "../testing/fresh-database.ts";
import { countSlowly } from "../testing/job-program.ts";
import { until } from "../testing/until.ts";
import { claimEffect } from "./effect.ts";
import { enqueue } from "./enqueue.ts";
import { freeJobsOfTheDead } from "./free-jobs.ts";
import { type Job, job, jobKind } from "./job-kind.ts";
import { openQueuePool } from "./queue-pool.ts";
import { runJobsOnce } from "./run-once.ts";
import { startWorker } from "./worker.ts";

const program = fileURLToPath(new URL("../testing/job-program.ts", import.meta.url));

suite("jobs", () => {
  let fresh: FreshDatabase;
  let queuePool: pg.Pool;
  const children: ChildProcess[] = [];

  before(async () => {
    fresh = await freshDatabase([]);
    queuePool = openQueuePool(fresh.at, 4, silentLog);
    await fresh.owner.pool.query(`
      create table counted (id int, pid int);
      grant select, insert, update, delete on counted to echelon_app`);
  });
  after(async () => {
    for (const child of children) child.kill("SIGKILL");
    await queuePool.end();
    await fresh.drop();
  });

  const add = (ids: readonly number[], millis: number) =>
    fresh.database.transaction(async (tx) => {
      for (const id of ids) await enqueue(tx, countSlowly, { id, millis });
    });
  const counted = async () => {
    const { rows } = await fresh.database.pool.query<{ id: number; pid: number }>(
      "select id, pid from counted order by id",
    );
    return rows;
  };
  const beginProgram = async () => {
    const { host, port, database } = fresh.at.connection("app");
    const words = [program, String(host), String(port), String(database)];
    const child = spawn(process.execPath, words, {
      stdio: ["ignore", "pipe", "inherit"],
    });
    children.push(child);
    await once(child.stdout, "data");
    return child;
  };
  const run = (...jobs: Job[]) =>
    runJobsOnce({ database: fresh.database, queuePool, jobs, log: silentLog });

  test("are done at once by others when their worker is killed with -9, each once", async () => {
    await add([1, 2, 3, 4, 5, 6], 300);
    const first = await beginProgram();
    await until("some are being done", async () => {
      const { rowCount } = await queuePool.query(
        "select from graphile_worker._private_jobs where locked_at is not null",
      );
      return rowCount === 2;
    });
    first.kill("SIGKILL");
    await once(first, "exit");
    // Whoever begins on the same computer sees that the process is gone.
    await beginProgram();
    await until("all are done", async () => (await counted()).length === 6, 20);
    const ids = (await counted()).map(({ id }) => id);
    assert.deepEqual(ids, [1, 2, 3, 4, 5, 6]);
  });

  test("of a living worker are not taken away, however old", async () => {
    await queuePool.query(`
      insert into platform.worker (id, pool, seen_at, started_at)
        values ('alive', 'x', now(), now());
      select graphile_worker.add_job('test.other');
      update graphile_worker._private_jobs
         set locked_by = 'alive', locked_at = now() - interval '1 hour'`);
    await freeJobsOfTheDead(queuePool);
    const { rows } = await queuePool.query("select locked_by from graphile_worker._private_jobs");
    assert.deepEqual(rows, [{ locked_by: "alive" }]);
    await queuePool.query("update platform.worker set seen_at = now() - interval '1 minute'");
    await freeJobsOfTheDead(queuePool);
    const later = await queuePool.query("select locked_by from graphile_worker._private_jobs");
    assert.deepEqual(later.rows, [{ locked_by: null }]);
    await queuePool.query("delete from graphile_worker._private_jobs");
  });

  test("have one effect when two run the same at once", async () => {
    let claims = 0;
    const claim = () =>
      fresh.database.transaction(async (tx) => {
        if (await claimEffect(tx, "close:1:main:4")) claims += 1;
      });
    await Promise.all([claim(), claim(), claim()]);
    assert.equal(claims, 1);
  });

  test("that fail leave nothing and come again", async () => {
    const kind = jobKind({
      name: "test.fail-once",
      payload: z.strictObject({ id: z.int() }),
      effect: ({ id }) => `fail-once:${id}`,
    });
    let tries = 0;
    const failing = job(kind, async ({ tx, payload, attempt }) => {
      tries += 1;
      await tx.client.query("insert into counted (id, pid) values ($1, 0)", [payload.id]);
      if (attempt === 1) throw new Error("not yet");
    });
    await fresh.database.transaction((tx) => enqueue(tx, kind, { id: 100 }));
    await assert.rejects(run(failing), /not yet/);
    assert.equal(
      (await counted()).some(({ id }) => id === 100),
      false,
    );
    await queuePool.query("update graphile_worker._private_jobs set run_at = now()");
    await run(failing);
    assert.equal((await counted()).filter(({ id }) => id === 100).length, 1);
    assert.equal(tries, 2);
  });

  test("wait for their time, and move when they are set anew", async () => {
    const kind = jobKind({
      name: "test.later",
      payload: z.strictObject({ id: z.int() }),
      effect: ({ id }) => `later:${id}`,
    });
    const done: number[] = [];
    const later = job(kind, async ({ payload }) => void done.push(payload.id));
    const inAnHour = new Date(Date.now() + 3_600_000);
    await fresh.database.transaction(async (tx) => {
      await enqueue(tx, kind, { id: 1 }, { at: inAnHour, key: "deadline" });
    });
    await run(later);
    assert.deepEqual(done, []);
    await fresh.database.transaction((tx) => enqueue(tx, kind, { id: 2 }, { key: "deadline" }));
    await run(later);
    assert.deepEqual(done, [2]);
  });

  test("of a kind nobody knows stop a worker from starting", async () => {
    await queuePool.query("select graphile_worker.add_job('test.unknown')");
    const starting = startWorker({
      database: fresh.database,
      queuePool,
      log: silentLog,
      jobs: [],
      crons: [],
      concurrency: 1,
    });
    await assert.rejects(
      starting,
      (error) => error instanceof Fault && error.facts["task"] === "test.unknown",
    );
    await queuePool.query("delete from graphile_worker._private_jobs");
  });

  test("leave nothing that a process would wait for once their worker has stopped", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout");
    const before = timers().length;
    const own = openQueuePool(fresh.at, 4, silentLog);
    const worker = await startWorker({
      database: fresh.database,
      queuePool: own,
      log: silentLog,
      jobs: [],
      crons: [],
      concurrency: 1,
    });
    await worker.stop();
    await own.end();
    assert.ok(timers().length <= before, `${timers().length} timers, ${before} before`);
  });

  test("go on after the queue's connections were cut", async () => {
    const kind = jobKind({
      name: "test.after-cut",
      payload: z.strictObject({ id: z.int() }),
      effect: ({ id }) => `after-cut:${id}`,
    });
    const done: number[] = [];
    const worker = await startWorker({
      database: fresh.database,
      queuePool,
      log: silentLog,
      jobs: [job(kind, async ({ payload }) => void done.push(payload.id))],
      crons: [],
      concurrency: 1,
    });
    try {
      await fresh.owner.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'echelon queue' and datname = current_database()`,
      );
      await fresh.database.transaction((tx) => enqueue(tx, kind, { id: 1 }));
      await until("the job is done", () => done.length === 1);
    } finally {
      await worker.stop();
    }
  });
});
