import { join } from "node:path";
import type { Config } from "./config.ts";
import { systemClock, type Clock } from "./platform/clock/clock.ts";
import type { Whereabouts } from "./platform/database/connection.ts";
import { createDatabase, type Database } from "./platform/database/database.ts";
import { openPool, poolSizes } from "./platform/database/pool.ts";
import { openFiles } from "./platform/files/files.ts";
import { withAgents } from "./platform/http/agent-token.ts";
import { closedGate, type Gate } from "./platform/http/caller.ts";
import { outgoingFetch } from "./platform/http/outgoing.ts";
import { createRateLimits } from "./platform/http/rate-limit.ts";
import { type NewId, uuidv7 } from "./platform/ids.ts";
import { startLive } from "./platform/live/live.ts";
import type { Log } from "./platform/log/log.ts";
import { inOrderOfNeed, type Means, type Module } from "./platform/module.ts";
import { createSecrets } from "./platform/secrets.ts";
import { modules as allModules } from "./modules.ts";

export interface HouseOptions {
  readonly config: Config;
  readonly at: Whereabouts;
  readonly log: Log;
  readonly modules?: readonly Module[];
  readonly clock?: Clock;
  readonly newId?: NewId;
  /** Stands in for the module that says who calls; for tests. */
  readonly gate?: Gate;
  /** Connections to the database. */
  readonly poolSize?: number;
  /** How long one statement may take; without it, as long as it needs. */
  readonly statementMillisMax?: number;
}

/** The modules with their means, on one database: what servers, workers and commands share. */
export interface House {
  readonly at: Whereabouts;
  readonly modules: readonly Module[];
  readonly means: Means;
  readonly gate: Gate;
  readonly startedAt: Date;
  close(): Promise<void>;
}

/** Opens the house on a database that is already prepared. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, at, log } = options;
  const modules = inOrderOfNeed(options.modules ?? allModules);
  const clock = options.clock ?? systemClock;
  const size = options.poolSize ?? poolSizes.server;
  const pool = openPool(at, "app", size, log, options.statementMillisMax);
  const database: Database = createDatabase(pool);
  const live = await startLive(at, database, log);
  const means: Means = {
    config,
    database,
    clock,
    newId: options.newId ?? uuidv7,
    live,
    files: openFiles(join(config.home, "files")),
    secrets: createSecrets(config.secret),
    limits: createRateLimits(database, () => clock.passedMs()),
    fetch: outgoingFetch(config.fetchHosts),
    log,
  };
  const gate = withAgents(
    options.gate ?? gateOf(modules, means),
    modules.flatMap((module) => module.agents?.(means) ?? []),
  );
  const stops: (() => Promise<void>)[] = [];
  for (const module of modules) {
    if (module.start !== undefined) stops.push(await module.start(means));
  }
  return {
    at,
    modules,
    means,
    gate,
    startedAt: clock.now(),
    async close() {
      for (const stop of stops.toReversed()) await stop();
      await live.stop();
      await database.close();
    },
  };
}

function gateOf(modules: readonly Module[], means: Means): Gate {
  const gates = modules.filter((module) => module.gate !== undefined);
  if (gates.length > 1) throw new Error("two modules say who calls");
  return gates[0]?.gate?.(means) ?? closedGate;
}

/** The migrations of modules in the order they are applied. */
export function migrationFolders(modules: readonly Module[] = allModules) {
  return inOrderOfNeed(modules).flatMap((module) =>
    module.migrations === undefined ? [] : [{ module: module.name, folder: module.migrations }],
  );
}
