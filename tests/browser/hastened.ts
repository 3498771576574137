import { join } from "node:path";
import {
  buildWeb,
  freshApp,
  type FreshApp,
  type ManualClock,
  manualClock,
  plantSecret,
  seedDemo,
} from "@echelon/server/main.ts";

const root = join(import.meta.dirname, "..", "..");

const tendMsMax = 60_000;
const luck = Buffer.alloc(32, 7);

/** An installation whose days pass when a test says so: for what takes a term. */
export interface Hastened {
  readonly url: string;
  readonly clock: ManualClock;
  readonly house: FreshApp;
  /** Does the jobs that wait. */
  work(): Promise<void>;
  /** What an installation does by itself: its jobs, and what its clock asks for every minute. */
  tend(): Promise<void>;
  /** Gives a season that was just made the luck that it always has. */
  draw(season: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The demonstration's installation in this process, on a port of its own, without workers: whoever
 * tests it says when time passes and when jobs are done.
 *
 * @param isSeen  by a browser, which asks for the built web app
 */
export async function hasten(startsAt: Date, isSeen = true): Promise<Hastened> {
  if (isSeen) await buildWeb(root, () => {});
  const clock = manualClock(startsAt);
  const house = await freshApp({
    clock,
    isRealGate: true,
    ...(isSeen ? { webFolder: join(root, "web", "dist") } : {}),
    config: { isDemo: true, host: "127.0.0.1", port: 0, demoDays: 0 },
  });
  await seedDemo(house.app.house);
  const url = await house.app.listen();
  return {
    url,
    clock,
    house,
    work: () => house.runJobs(),
    async tend() {
      const { means, modules } = house.app.house;
      for (const module of modules) {
        for (const { pattern, run } of module.crons?.(means) ?? []) {
          if (pattern !== "* * * * *") continue;
          const { log } = means;
          const signal = AbortSignal.timeout(tendMsMax);
          const payload = { dueAt: clock.now() };
          await means.database.transaction((tx) => run({ tx, payload, attempt: 1, log, signal }));
        }
      }
      await house.runJobs();
    },
    async draw(season) {
      const { database } = house.app.house.means;
      await database.transaction((tx) => plantSecret(tx, season, luck));
    },
    stop: () => house.stop(),
  };
}
