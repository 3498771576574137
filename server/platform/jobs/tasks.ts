import { setTimeout as sleep } from "node:timers/promises";
import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import { isBroken } from "../database/broken-connection.ts";
import type { Database } from "../database/database.ts";
import type { Log } from "../log/log.ts";
import { claimEffect } from "./effect.ts";
import type { Cron, Job } from "./job-kind.ts";

const pauseMillis = { first: 200, most: 10_000 };

/** What all tasks of a worker have in common. */
export interface TaskMeans {
  readonly database: Database;
  readonly log: Log;
  /** Aborted when the worker is asked to end; outages of the database are waited out until then. */
  readonly signal: AbortSignal;
}

/** The queue's task list: each job in one transaction that begins by claiming its effect. */
export function tasksOf(jobs: readonly Job[], crons: readonly Cron[], means: TaskMeans): TaskList {
  const tasks: TaskList = {};
  for (const job of [...jobs, ...crons.map(asJob)]) {
    const { name } = job.kind;
    if (tasks[name] !== undefined) throw new Error(`two jobs are named ${name}`);
    tasks[name] = (payload, queued) => runJob(job, payload, queued, means);
  }
  return tasks;
}

async function runJob(job: Job, wire: unknown, queued: JobHelpers, means: TaskMeans) {
  const { database, log, signal } = means;
  const { kind } = job;
  const payload = kind.payload.decode(wire as never);
  const key = kind.effect(payload as never);
  const attempt = queued.job.attempts;
  const here = log.with({ job: kind.name, key, attempt });
  const startedAt = performance.now();
  const once = () =>
    database.transaction(async (tx) => {
      if (!(await claimEffect(tx, key, kind.keepsEffect))) return false;
      await job.run({ tx, payload: payload as never, attempt, log: here, signal });
      return true;
    });
  try {
    const isDone = await throughOutages(once, here, signal);
    const ms = Math.round(performance.now() - startedAt);
    here.info(isDone ? "job.done" : "job.done-before", { ms });
  } catch (error) {
    here.error("job.failed", error);
    throw error;
  }
}

/**
 * Does it again for as long as the database goes away meanwhile. Losing the connection is not the
 * job's failure and uses up none of its tries; the effect's key tells whether a commit whose answer
 * was lost took place. The pause grows, lest a job that itself ends the database does so at once
 * again.
 */
async function throughOutages<T>(act: () => Promise<T>, log: Log, signal: AbortSignal): Promise<T> {
  for (let pause = pauseMillis.first; ; pause = Math.min(pause * 2, pauseMillis.most)) {
    try {
      return await act();
    } catch (error) {
      if (!isBroken(error) || signal.aborted) throw error;
      log.warn("job.interrupted", { reason: String(error) });
      await sleep(pause, undefined, { signal }).catch(() => {});
    }
  }
}

const CronPayload = z.object({
  _cron: z.object({ ts: z.string(), backfilled: z.boolean().optional() }),
});

/** A cron item's effect is its due time, so that it is done once however many processes wake. */
function asJob(cron: Cron): Job {
  return {
    kind: {
      name: cron.name,
      payload: CronPayload,
      effect: (payload) =>
        `cron:${cron.name}:${(payload as z.output<typeof CronPayload>)._cron.ts}`,
    },
    run: async (run) => {
      const payload = run.payload as z.output<typeof CronPayload>;
      await cron.run({ ...run, payload: { dueAt: new Date(payload._cron.ts) } });
    },
  };
}
