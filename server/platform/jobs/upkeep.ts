import type pg from "pg";
import type { Cron } from "./job-kind.ts";

const deadAfter = "30 seconds";
const effectsKept = "90 days";
const eventsKept = "24 hours";
const bucketsKept = "1 day";

/** What the platform itself does by the clock. */
export function upkeep(queuePool: pg.Pool): Cron[] {
  return [
    {
      name: "platform.free-jobs",
      pattern: "* * * * *",
      lateSecondsMax: 0,
      run: () => freeJobsOfTheDead(queuePool),
    },
    {
      name: "platform.forget",
      pattern: "17 * * * *",
      run: async ({ tx }) => {
        await tx.client.query(`
          delete from platform.effect where not is_kept and at < now() - interval '${effectsKept}';
          delete from platform.event where at < now() - interval '${eventsKept}';
          delete from platform.bucket where filled_at < now() - interval '${bucketsKept}'`);
      },
    },
  ];
}

/**
 * Gives the jobs of killed workers back to the queue, which by itself would hold them for hours.
 *
 * Locks are taken by a worker's id and freed here by what that id last said: nothing for 30 s, or
 * nothing at all although the lock is that old.
 */
export async function freeJobsOfTheDead(queuePool: pg.Pool): Promise<void> {
  await queuePool.query(`
    with dead as (
      select j.locked_by as id from graphile_worker._private_jobs j
        left join platform.worker w on w.id = j.locked_by
       where j.locked_at < now() - interval '${deadAfter}'
         and (w.id is null or w.seen_at < now() - interval '${deadAfter}')
      union
      select q.locked_by from graphile_worker._private_job_queues q
        left join platform.worker w on w.id = q.locked_by
       where q.locked_at < now() - interval '${deadAfter}'
         and (w.id is null or w.seen_at < now() - interval '${deadAfter}')
    )
    select graphile_worker.force_unlock_workers(array_agg(id)) from dead having count(*) > 0`);
  await queuePool.query("delete from platform.worker where seen_at < now() - interval '1 day'");
}
