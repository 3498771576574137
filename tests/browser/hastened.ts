import { join } from "node:path";
import {
  buildWeb,
  freshApp,
  type FreshApp,
  type ManualClock,
  manualClock,
  seedDemo,
} from "@echelon/server/main.ts";

const root = join(import.meta.dirname, "..", "..");

const tendMsMax = 60_000;

/** An installation whose days pass when a test says so: for what takes a term. */
export interface Hastened {
  readonly url: string;
  readonly clock: ManualClock;
  readonly house: FreshApp;
  /** What an installation does by itself: its jobs, and what its clock asks for every minute. */
  tend(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The demonstration's installation in this process, on a port of its own, without workers: whoever
 * tests it says when time passes and when jobs are done.
 */
export async function hasten(startsAt: Date): Promise<Hastened> {
  await buildWeb(root, () => {});
  const clock = manualClock(startsAt);
  const house = await freshApp({
    clock,
    isRealGate: true,
    webFolder: join(root, "web", "dist"),
    config: { isDemo: true, host: "127.0.0.1", port: 0, demoDays: 0 },
  });
  await seedDemo(house.app.house);
  const url = await house.app.listen();
  return {
    url,
    clock,
    house,
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
    stop: () => house.stop(),
  };
}
