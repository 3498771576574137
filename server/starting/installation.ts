import { join } from "node:path";
import { type Config, readConfig } from "../config.ts";
import { openWhereabouts } from "../platform/database/open-whereabouts.ts";
import type { Whereabouts } from "../platform/database/connection.ts";
import type { FaultFacts } from "../platform/fault.ts";
import { createLog, type Log } from "../platform/log/log.ts";
import { openLogFiles } from "../platform/log/log-files.ts";

/** What happens while something starts or runs; whoever started it makes sentences of it. */
export interface News {
  readonly code:
    | "database/joined"
    | "database/restarted"
    | "database/ended"
    | "database/moved"
    | "database/disk-low"
    | "migrations/applied"
    | "demo/seeding"
    | "demo/seeded"
    | "web/building"
    | "web/built"
    | "web/not-there"
    | "work/ended"
    | "serve/first-visit";
  readonly facts: FaultFacts;
}

export interface InstallationOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** What a relative `ECHELON_HOME` is relative to: the folder of the clone. */
  readonly folder: string;
  /** Names the log files: `server`, `worker`, `command`. */
  readonly kind: string;
  readonly tell: (news: News) => void;
  /** Called when the joined database is gone for good. */
  readonly onGone?: () => void;
}

/** One installation, open: its configuration, its database, its log. */
export interface Installation {
  readonly config: Config;
  readonly at: Whereabouts;
  readonly log: Log;
  close(): Promise<void>;
}

/**
 * Opens an installation: reads its configuration, starts or joins its database.
 *
 * @throws Fault with the reason why not
 */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const config = readConfig(options.environment, options.folder);
  const now = () => new Date();
  const files = openLogFiles(join(config.home, "logs"), options.kind, now);
  const log = createLog((line) => files.write(line), now);
  const database = await openWhereabouts({
    home: config.home,
    databaseUrl: config.databaseUrl,
    tell(news, detail) {
      log.warn(`database.${news}`, { detail });
      options.tell({ code: `database/${news}`, facts: { detail } });
    },
    onGone: options.onGone ?? (() => {}),
  });
  return {
    config,
    at: database.at,
    log,
    async close() {
      await database.close();
      await files.close();
    },
  };
}
