import { type House, openHouse } from "../house.ts";
import { nightlyBackup } from "../platform/backup/nightly.ts";
import { poolSizes } from "../platform/database/pool.ts";
import { openQueuePool } from "../platform/jobs/queue-pool.ts";
import { startWorker } from "../platform/jobs/worker.ts";
import { type InstallationOptions, openInstallation } from "./installation.ts";
import { migrateAll } from "./maintain.ts";

/** Jobs at once in one process; a close computes, so more would only wait for the processor. */
const concurrency = 2;

export interface Working {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

/** Takes jobs of an installation until stopped. */
export async function work(options: Omit<InstallationOptions, "kind">): Promise<Working> {
  const installation = await openInstallation({ ...options, kind: "worker" });
  try {
    await migrateAll(installation);
    const house = await openHouse({ ...installation, poolSize: poolSizes.worker });
    const worker = await takeJobs(house);
    return {
      async stop() {
        await worker.stop();
        await house.close();
        await installation.close();
      },
    };
  } catch (error) {
    await installation.close();
    throw error;
  }
}

/** Lets an open house take jobs: those of its modules, and what is done by the clock. */
export async function takeJobs({ at, modules, means }: House): Promise<Working> {
  const { database, log } = means;
  const queuePool = openQueuePool(at, concurrency + 2, log);
  const worker = await startWorker({
    database,
    queuePool,
    log,
    concurrency,
    jobs: modules.flatMap((module) => [...(module.jobs?.(means) ?? [])]),
    crons: [
      nightlyBackup(at, modules, means),
      ...modules.flatMap((module) => [...(module.crons?.(means) ?? [])]),
    ],
  });
  return {
    async stop() {
      await worker.stop();
      await queuePool.end();
    },
  };
}
