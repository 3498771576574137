import { existsSync } from "node:fs";
import { join } from "node:path";
import { createApp, type App } from "../app.ts";
import { buildWeb } from "../build-web.ts";
import { type InstallationOptions, type Installation, openInstallation } from "./installation.ts";
import { migrateAll, noteInstallation, seedDemo } from "./maintain.ts";
import { takeJobs, type Working } from "./work.ts";
import { startWorkerProcesses } from "./worker-processes.ts";

export interface ServeOptions extends Omit<InstallationOptions, "kind"> {
  /** How a worker process is begun: program and arguments. */
  readonly workerCommand: readonly [string, ...string[]];
  /** Leaves the web app to somebody else: the development server. */
  readonly isWithoutWeb?: boolean;
}

export interface Served {
  /** The address to open in a browser. */
  readonly url: string;
  readonly app: App;
  stop(): Promise<void>;
}

/**
 * Serves an installation: the web app built, the database up and migrated, the demonstration there.
 *
 * @throws Fault with the reason why not; what had begun by then has ended again
 */
export async function serve(options: ServeOptions): Promise<Served> {
  const { folder, tell } = options;
  if (options.isWithoutWeb !== true) await buildWeb(folder, (code, facts) => tell({ code, facts }));
  const installation = await openInstallation({ ...options, kind: "server" });
  const ends: (() => Promise<void>)[] = [() => installation.close()];
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    const applied = await migrateAll(installation);
    if (applied > 0) tell({ code: "migrations/applied", facts: { count: applied } });
    const app = await openApp(installation, folder);
    ends.push(() => app.stop());
    await seedWhenNew(app, tell);
    const url = await app.listen();
    const working = await beginWork(app, options);
    ends.push(() => working.stop());
    await tellFirstVisit(app, url, tell);
    return { url, app, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openApp(installation: Installation, folder: string): Promise<App> {
  const webFolder = join(folder, "web", "dist");
  const statementMillisMax = 30_000;
  return createApp({
    ...installation,
    statementMillisMax,
    ...(existsSync(webFolder) ? { webFolder } : {}),
  });
}

async function seedWhenNew(app: App, tell: ServeOptions["tell"]): Promise<void> {
  if (!(await noteInstallation(app.house))) return;
  tell({ code: "demo/seeding", facts: {} });
  await seedDemo(app.house);
  tell({ code: "demo/seeded", facts: {} });
}

function beginWork(app: App, options: ServeOptions): Promise<Working> {
  const { config, log } = app.means;
  if (config.workers === 0) return takeJobs(app.house);
  return startWorkerProcesses({
    count: config.workers,
    command: options.workerCommand,
    environment: options.environment,
    log,
    onEnd: (code) => options.tell({ code: "work/ended", facts: { code } }),
  });
}

async function tellFirstVisit(app: App, url: string, tell: ServeOptions["tell"]): Promise<void> {
  for (const module of app.house.modules) {
    const path = await module.firstVisit?.(app.means);
    if (path !== undefined && path !== null)
      tell({ code: "serve/first-visit", facts: { url: `${url}${path}` } });
  }
}
