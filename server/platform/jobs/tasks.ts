import type { JobHelpers, TaskList } from "graphile-worker";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import type { Log } from "../log/log.ts";
import { claimEffect } from "./effect.ts";
import type { Cron, Job } from "./job-kind.ts";

/** The queue's task list: each job in one transaction that begins by claiming its effect. */
export function tasksOf(
  jobs: readonly Job[],
  crons: readonly Cron[],
  database: Database,
  log: Log,
): TaskList {
  const tasks: TaskList = {};
  for (const job of jobs) {
    if (tasks[job.kind.name] !== undefined) throw new Error(`two jobs are named ${job.kind.name}`);
    tasks[job.kind.name] = (payload, queued) => runJob(job, payload, queued, database, log);
  }
  for (const cron of crons) {
    if (tasks[cron.name] !== undefined) throw new Error(`two jobs are named ${cron.name}`);
    tasks[cron.name] = (payload, queued) => runJob(asJob(cron), payload, queued, database, log);
  }
  return tasks;
}

async function runJob(job: Job, wire: unknown, queued: JobHelpers, database: Database, log: Log) {
  const { kind } = job;
  const payload = kind.payload.decode(wire as never);
  const key = kind.effect(payload as never);
  const attempt = queued.job.attempts;
  const here = log.with({ job: kind.name, key, attempt });
  const signal = queued.abortSignal ?? new AbortController().signal;
  const startedAt = performance.now();
  try {
    const isDone = await database.transaction(async (tx) => {
      if (!(await claimEffect(tx, key, kind.keepsEffect))) return false;
      await job.run({ tx, payload: payload as never, attempt, log: here, signal });
      return true;
    });
    const ms = Math.round(performance.now() - startedAt);
    here.info(isDone ? "job.done" : "job.done-before", { ms });
  } catch (error) {
    here.error("job.failed", error);
    throw error;
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
