import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  Logger,
  parseCronItems,
  run,
  runMigrations,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type pg from "pg";
import type { Database } from "../database/database.ts";
import { waitMillisMax } from "../database/pool.ts";
import { Fault } from "../fault.ts";
import type { Log } from "../log/log.ts";
import { giveBackUnknown } from "./free-jobs.ts";
import type { Cron, Job } from "./job-kind.ts";
import { keepAlive } from "./liveness.ts";
import { tasksOf } from "./tasks.ts";
import { upkeep } from "./upkeep.ts";

export interface Worker {
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly database: Database;
  /** Of the owner's role, because the queue's tables are closed to the use cases. */
  readonly queuePool: pg.Pool;
  readonly jobs: readonly Job[];
  readonly crons: readonly Cron[];
  readonly log: Log;
  /** How many jobs at once. */
  readonly concurrency: number;
}

const pollMillis = 1_000;
const lateSecondsUsual = 3_600;
const pauseMillis = { first: 200, most: 5_000 };
/** How long the last job's end may take to be written. */
const writeMillisMax = waitMillisMax + 1_000;

/**
 * Ends of jobs are written in batches because nobody hears otherwise that one could not be written:
 * the promise is dropped, which ends the process (graphile-worker 0.18.0, `makeNewWorker`).
 */
const endsInBatches = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** Brings the queue's own tables up to date; called under the lock of the migrations. */
export async function migrateQueue(queuePool: pg.Pool): Promise<void> {
  await runMigrations({ pgPool: queuePool, logger: new Logger(() => () => {}) });
}

/**
 * Takes jobs until stopped. When the database goes away the runner ends; it is begun again with
 * back-off for as long as this process lives.
 *
 * @throws Fault `jobs/unknown-task` when the queue holds jobs of a kind that this code does not
 *   know
 */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { database, queuePool, log } = options;
  const crons = [...options.crons, ...upkeep()];
  const asked = new AbortController();
  const tasks = tasksOf(options.jobs, crons, { database, log, signal: asked.signal });
  await refuseUnknown(queuePool, Object.keys(tasks));
  const begin = () => beginRunner(options, tasks, crons);
  let current = await begin();
  const again = async (error: unknown): Promise<void> => {
    if (asked.signal.aborted) return;
    log.error("jobs.runner-ended", error);
    await current.stop();
    await current.forget();
    for (
      let pause = pauseMillis.first;
      !asked.signal.aborted;
      pause = Math.min(pause * 2, pauseMillis.most)
    ) {
      await sleep(pause, undefined, { ref: false });
      try {
        await giveBackUnknown(queuePool, current.ids);
        current = await begin();
        watch();
        return;
      } catch (cause) {
        log.warn("jobs.runner-not-yet", { reason: String(cause) });
      }
    }
  };
  const watch = (): void => {
    current.ended.then(
      () => again(new Error("ended without a reason")),
      (error: unknown) => again(error),
    );
  };
  watch();
  return {
    async stop() {
      asked.abort();
      await current.stop();
      await current.forget();
    },
  };
}

/** One life of the queue's runner, known to others while it lasts. */
async function beginRunner(options: WorkerOptions, taskList: TaskList, crons: readonly Cron[]) {
  const { database, queuePool, log } = options;
  // A job is locked by its pool's id, which is known only once the pool is made.
  const events = new EventEmitter() as WorkerEvents;
  const pools: string[] = [];
  events.on("pool:create", ({ workerPool }) => pools.push(workerPool.id));
  const uncertain = failWhenUncertain(events);
  const idle = whenIdle(events);
  const runner = await run({
    pgPool: queuePool,
    taskList,
    concurrency: options.concurrency,
    pollInterval: pollMillis,
    noHandleSignals: true,
    logger: quiet(log),
    events,
    parsedCronItems: parseCronItems(crons.map(cronItem)),
    preset: endsInBatches,
  });
  const alive = keepAlive(database, queuePool, log, pools[0] ?? "");
  return {
    ids: pools,
    ended: Promise.race([runner.promise, uncertain]),
    async stop(): Promise<void> {
      const stopped = runner
        .stop()
        .catch((error: unknown) => log.error("jobs.stop-failed", error))
        .then(() => idle);
      // A timer that nobody waits for any more would keep the process from ending.
      const isStopped = new AbortController();
      const { signal } = isStopped;
      const waited = idle.then(() => sleep(writeMillisMax, undefined, { signal }));
      await Promise.race([stopped, waited.catch(() => {})]);
      isStopped.abort();
    },
    forget: () => alive.stop(),
  };
}

/**
 * Rejects when a runner could not ask for a job or could not write one's end: it is then replaced,
 * and what it still holds is given back. The database may have given a job and died before it said
 * so; that job is locked by a runner which lives and does not know of it, and nobody would do it.
 * And a runner whose very first question fails remembers that answer for ever (graphile-worker
 * 0.18.0, `getTaskDetails`).
 */
function failWhenUncertain(events: WorkerEvents): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  for (const name of ["worker:getJob:error", "pool:fatalError"] as const) {
    events.on(name, ({ error }) => reject(error as Error));
  }
  promise.catch(() => {});
  return promise;
}

/**
 * Resolves when a runner that was asked to end does no job any more. Its own word for that may
 * never come: batches miscount once one of them failed (graphile-worker 0.18.0, `batch`).
 */
function whenIdle(events: WorkerEvents): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let workers = 0;
  events.on("worker:create", () => {
    workers += 1;
  });
  events.on("worker:stop", () => {
    workers -= 1;
    if (workers === 0) resolve();
  });
  return promise;
}

function cronItem(cron: Cron) {
  return {
    task: cron.name,
    match: cron.pattern,
    identifier: cron.name,
    options: { backfillPeriod: (cron.lateSecondsMax ?? lateSecondsUsual) * 1000, maxAttempts: 5 },
  };
}

async function refuseUnknown(queuePool: pg.Pool, known: readonly string[]): Promise<void> {
  const { rows } = await queuePool.query<{ identifier: string }>(
    `select t.identifier from graphile_worker._private_tasks t
     where t.identifier <> all ($1)
       and exists (select from graphile_worker._private_jobs j where j.task_id = t.id)`,
    [known],
  );
  const [first] = rows;
  if (first !== undefined) throw new Fault("jobs/unknown-task", { task: first.identifier });
}

/** The queue's own faults; those of jobs are logged where they run. */
function quiet(log: Log): Logger {
  return new Logger(() => (level, message) => {
    const isOurs = message.startsWith("Failed task");
    if ((level === "error" || level === "warning") && !isOurs) log.warn("jobs.queue", { message });
  });
}
