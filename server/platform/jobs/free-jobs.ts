import { hostname, uptime } from "node:os";
import type pg from "pg";

const deadAfter = "30 seconds";

/** How a worker says on which computer it lives and which process it is. */
export const placeOfWorker = (): string => `${hostname()}:${process.pid}`;

/**
 * Gives the jobs of killed workers back to the queue, which by itself would hold them for hours.
 *
 * Locks are taken by a worker's id and freed here by what that id last said: nothing for 30 s, or
 * nothing at all although the lock is that old.
 */
export async function freeJobsOfTheDead(queuePool: pg.Pool): Promise<void> {
  const { rows } = await queuePool.query<{ id: string }>(`
    select j.locked_by as id from graphile_worker._private_jobs j
      left join platform.worker w on w.id = j.locked_by
     where j.locked_at < now() - interval '${deadAfter}'
       and (w.id is null or w.seen_at < now() - interval '${deadAfter}')
    union
    select q.locked_by from graphile_worker._private_job_queues q
      left join platform.worker w on w.id = q.locked_by
     where q.locked_at < now() - interval '${deadAfter}'
       and (w.id is null or w.seen_at < now() - interval '${deadAfter}')`);
  await freeJobsOf(
    queuePool,
    rows.map(({ id }) => id),
  );
  await freeQueuesWithoutJob(queuePool);
  await queuePool.query("delete from platform.worker where seen_at < now() - interval '1 day'");
}

/**
 * A job and its queue are locked as one and freed as one, unless the job was given to somebody else
 * and ended twice: then whoever ended it last finds nothing to free its queue by.
 */
async function freeQueuesWithoutJob(queuePool: pg.Pool): Promise<void> {
  await queuePool.query(`
    update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
     where q.locked_at < now() - interval '${deadAfter}'
       and not exists (
         select from graphile_worker._private_jobs j
          where j.job_queue_id = q.id and j.locked_by = q.locked_by)`);
}

/**
 * The same at once for workers of this computer whose process has ended: who starts again after a
 * power cut goes on where it was, and does not wait half a minute first.
 */
export async function freeJobsOfTheEnded(queuePool: pg.Pool): Promise<void> {
  const { rows } = await queuePool.query<{ id: string; pool: string; seconds: number }>(
    `select id, pool, extract(epoch from now() - started_at)::float8 as seconds
       from platform.worker where starts_with(pool, $1)`,
    [`${hostname()}:`],
  );
  const ended = rows.filter(({ pool, seconds }) => {
    const pid = Number(pool.slice(pool.lastIndexOf(":") + 1));
    // After a new start of the computer, or of a container, any process may have the number.
    return seconds > (pid === process.pid ? process.uptime() : uptime()) || !isRunning(pid);
  });
  await freeJobsOf(
    queuePool,
    ended.map(({ id }) => id),
  );
}

/**
 * Gives back what runners still hold that have ended in peace, and the try with it: every job they
 * knew of came to its end, so these are jobs of which the answer never arrived.
 */
export async function giveBackUnknown(queuePool: pg.Pool, runners: readonly string[]) {
  await queuePool.query(
    `update graphile_worker._private_jobs
        set attempts = greatest(0, attempts - 1), locked_at = null, locked_by = null
      where locked_by = any ($1)`,
    [runners],
  );
  await freeJobsOf(queuePool, runners);
}

/** Gives back whatever these workers hold, and forgets them. */
export async function freeJobsOf(queuePool: pg.Pool, workers: readonly string[]): Promise<void> {
  if (workers.length === 0) return;
  await queuePool.query("select graphile_worker.force_unlock_workers($1)", [workers]);
  await queuePool.query("delete from platform.worker where id = any ($1)", [workers]);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
