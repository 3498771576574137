import type { FastifyInstance } from "fastify";
import type { Config } from "../config.ts";
import type { Clock } from "./clock/clock.ts";
import type { Database, Sql } from "./database/database.ts";
import type { Files } from "./files/files.ts";
import type { TokenReader } from "./http/agent-token.ts";
import type { Gate } from "./http/caller.ts";
import type { OutgoingFetch } from "./http/outgoing.ts";
import type { RateLimits } from "./http/rate-limit.ts";
import type { Route } from "./http/route.ts";
import type { NewId } from "./ids.ts";
import type { Cron, Job } from "./jobs/job-kind.ts";
import type { Live } from "./live/live.ts";
import type { TopicGuard } from "./live/stream.ts";
import type { Log } from "./log/log.ts";
import type { Secrets } from "./secrets.ts";

/** What a module works with; it makes its own `Means` of these and its stores. */
export interface Means {
  readonly config: Config;
  readonly database: Database;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly live: Live;
  readonly files: Files;
  readonly secrets: Secrets;
  readonly limits: RateLimits;
  /** The only way to call out. */
  readonly fetch: OutgoingFetch;
  readonly log: Log;
}

/** A fault that `check` found in the data: a code, and where. */
export interface Finding {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What a module tells a backup about its tables; all others are kept whole. */
export interface BackupRules {
  /** `schema.table`s that mean nothing after a restore: sessions and the like. */
  readonly leavesOut?: readonly string[];
  /** `schema.table`s that `derive` makes again; left out of a lean backup. */
  readonly derived?: readonly string[];
  /** Makes the derived rows again after a lean backup was restored, and says where it cannot. */
  readonly derive?: (means: Means) => Promise<readonly Finding[]>;
}

/** One part of the house. It does nothing until it is asked, and never at import. */
export interface Module {
  readonly name: string;
  /** The modules whose `index.ts` it imports. */
  readonly needs: readonly string[];
  /** Its folder of `0001_what.sql`. */
  readonly migrations?: URL;
  readonly routes?: (means: Means) => readonly Route[];
  /** Routes that are no endpoints of the contract: a library's handler, a foreign protocol. */
  readonly mount?: (fastify: FastifyInstance, means: Means) => Promise<void>;
  /** Paths of `mount` whose posts come from foreign pages and carry their own proof. */
  readonly crossSitePaths?: readonly string[];
  readonly jobs?: (means: Means) => readonly Job[];
  readonly crons?: (means: Means) => readonly Cron[];
  /** Who may listen, by kind of topic. */
  readonly topics?: (means: Means) => Readonly<Record<string, TopicGuard>>;
  /** Says who calls; exactly one module has it. */
  readonly gate?: (means: Means) => Gate;
  /** Says for whom a program's token speaks. */
  readonly agents?: (means: Means) => TokenReader;
  /** Fills a new installation for the demonstration; run again when it was killed half way. */
  readonly seedDemo?: (means: Means) => Promise<void>;
  /** Asks for what the demonstration does by itself after that, in jobs. */
  readonly playDemo?: (means: Means) => Promise<void>;
  /** Path of the page that opens a new installation; null once that is done. */
  readonly firstVisit?: (means: Means) => Promise<string | null>;
  /** Looks for data that contradict themselves. */
  readonly check?: (means: Means, sql: Sql) => Promise<readonly Finding[]>;
  /** Lines of the operator's status page. */
  readonly notes?: (means: Means) => Promise<readonly Finding[]>;
  readonly backup?: BackupRules;
  /** Begins what runs beside requests, and gives what ends it. */
  readonly start?: (means: Means) => Promise<() => Promise<void>>;
}

/**
 * The modules with whom each needs before it.
 *
 * @throws Error when a need is missing or two modules need each other
 */
export function inOrderOfNeed(modules: readonly Module[]): Module[] {
  const sorted: Module[] = [];
  const visit = (module: Module, path: readonly string[]): void => {
    if (sorted.includes(module)) return;
    if (path.includes(module.name))
      throw new Error(`needs go in a circle: ${[...path, module.name].join(" > ")}`);
    for (const name of module.needs) {
      const needed = modules.find((other) => other.name === name);
      if (needed === undefined) throw new Error(`${module.name} needs ${name}, which is not there`);
      visit(needed, [...path, module.name]);
    }
    sorted.push(module);
  };
  for (const module of modules) visit(module, []);
  return sorted;
}
