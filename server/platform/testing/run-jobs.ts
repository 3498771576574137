import type { House } from "../../house.ts";
import { openQueuePool } from "../jobs/queue-pool.ts";
import type { Whereabouts } from "../database/connection.ts";
import { runJobsOnce } from "../jobs/run-once.ts";

/** Does the jobs that wait and those that they make, one after the other, until none is due. */
export async function runJobs({ modules, means }: House, at: Whereabouts): Promise<void> {
  const queuePool = openQueuePool(at, 2, means.log);
  try {
    const jobs = modules.flatMap((module) => [...(module.jobs?.(means) ?? [])]);
    await runJobsOnce({ database: means.database, queuePool, jobs, log: means.log });
  } finally {
    await queuePool.end();
  }
}
