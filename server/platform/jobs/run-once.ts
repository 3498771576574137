import { Logger, runOnce } from "graphile-worker";
import type pg from "pg";
import type { Database } from "../database/database.ts";
import type { Log } from "../log/log.ts";
import type { Job } from "./job-kind.ts";
import { tasksOf } from "./tasks.ts";

export interface RunOnceOptions {
  readonly database: Database;
  readonly queuePool: pg.Pool;
  readonly jobs: readonly Job[];
  readonly log: Log;
}

/**
 * Does what waits in the queue, until nothing is due any more.
 *
 * @throws what the first failing job threw
 */
export async function runJobsOnce(options: RunOnceOptions): Promise<void> {
  const failures: unknown[] = [];
  let done = 0;
  const isAnyDue = async (names: readonly string[]): Promise<boolean> => {
    const { rowCount } = await options.queuePool.query(
      `select from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where j.is_available and j.run_at <= now() and t.identifier = any ($1) limit 1`,
      [names],
    );
    return rowCount !== 0;
  };
  const { signal } = new AbortController();
  const tasks = tasksOf(options.jobs, [], { ...options, signal });
  const noting = Object.entries(tasks).map(([name, task]) => [
    name,
    async (...given: Parameters<NonNullable<typeof task>>) => {
      done += 1;
      try {
        await task?.(...given);
      } catch (error) {
        failures.push(error);
        throw error;
      }
    },
  ]);
  const names = Object.keys(tasks);
  // A job that another one made in its own queue may come free just after the last look.
  for (let before = -1; failures.length === 0 && (done > before || (await isAnyDue(names)));) {
    before = done;
    await runOnce({
      pgPool: options.queuePool,
      taskList: Object.fromEntries(noting),
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
    });
  }
  if (failures.length > 0) throw failures[0];
}
