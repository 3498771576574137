import { statfs } from "node:fs/promises";
import type { Status } from "@echelon/contract/platform/endpoints.ts";
import type { Whereabouts } from "../database/connection.ts";
import type { Gate } from "../http/caller.ts";
import type { Means, Module } from "../module.ts";
import { echelonVersion } from "./versions.ts";

export interface StatusSources {
  readonly at: Whereabouts;
  readonly means: Means;
  readonly gate: Gate;
  readonly modules: readonly Module[];
  readonly startedAt: Date;
}

const waitingSecondsMax = 300;
const freeBytesMin = 2 ** 30;
const backupDaysMax = 2;

/** Everything the operator's page shows, read at this moment. */
export async function readStatus(sources: StatusSources): Promise<Status> {
  const { means, at, modules, startedAt } = sources;
  const now = means.clock.now();
  const [database, jobs, workers, backups, disk] = await Promise.all([
    readDatabase(means),
    readJobs(means),
    readWorkers(means),
    readBackups(means),
    statfs(means.config.home),
  ]);
  const notes = await Promise.all(
    modules.map(async (module) => (await module.notes?.(means)) ?? []),
  );
  const freeBytes = disk.bavail * disk.bsize;
  const backupAge = backups.lastGoodAt === null ? 0 : now.getTime() - backups.lastGoodAt.getTime();
  const isWell =
    jobs.oldestWaitingSeconds <= waitingSecondsMax &&
    jobs.failed === 0 &&
    freeBytes >= freeBytesMin &&
    backupAge <= backupDaysMax * 86_400_000;
  return {
    isWell,
    now,
    startedAt,
    versions: {
      echelon: echelonVersion,
      node: process.versions.node,
      postgresql: database.version,
    },
    database: {
      isEmbedded: at.isEmbedded,
      bytes: Number(database.bytes),
      connectionsUsed: database.connectionsUsed,
      connectionsMax: database.connectionsMax,
      isFenced: at.isFenced,
    },
    jobs: { ...jobs, workers },
    live: { streams: means.live.count() },
    disk: { freeBytes, filesBytes: await means.files.bytes() },
    backups,
    notes: notes.flat().map(({ code, facts }) => ({ code, facts: { ...facts } })),
  };
}

async function readDatabase({ database }: Means) {
  interface Row {
    readonly version: string;
    readonly bytes: bigint;
    readonly connectionsUsed: number;
    readonly connectionsMax: number;
  }
  const text = `
    select current_setting('server_version') as version,
           pg_database_size(current_database()) as bytes,
           (select count(*)::int from pg_stat_activity where datname = current_database())
             as "connectionsUsed",
           current_setting('max_connections')::int as "connectionsMax"`;
  const [row] = await database.rows<Row>({ name: "platform.status-database", text, values: [] });
  if (row === undefined) throw new Error("the database told nothing about itself");
  return row;
}

async function readJobs({ database }: Means) {
  interface Row {
    readonly waiting: number;
    readonly running: number;
    readonly failed: number;
    readonly oldestWaitingSeconds: number;
  }
  const text = "select * from platform.queue_depth()";
  const [row] = await database.rows<Row>({ name: "platform.status-jobs", text, values: [] });
  return row ?? { waiting: 0, running: 0, failed: 0, oldestWaitingSeconds: 0 };
}

async function readWorkers({ database }: Means) {
  const text = `select id, seen_at as "seenAt" from platform.worker
    where seen_at > now() - interval '1 hour' order by id limit 1000`;
  return database.rows<{ id: string; seenAt: Date }>({
    name: "platform.status-workers",
    text,
    values: [],
  });
}

async function readBackups({ database }: Means) {
  const text = `select max(at) as "lastGoodAt", count(*)::int as kept from platform.backup`;
  interface Row {
    readonly lastGoodAt: Date | null;
    readonly kept: number;
  }
  const [row] = await database.rows<Row>({ name: "platform.status-backups", text, values: [] });
  return row ?? { lastGoodAt: null, kept: 0 };
}
