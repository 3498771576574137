import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Whereabouts } from "../database/connection.ts";
import { named } from "../database/statement.ts";
import type { Cron } from "../jobs/job-kind.ts";
import type { Means, Module } from "../module.ts";
import { writeBackup } from "./write-backup.ts";

/** How many nights and how many weeks can be gone back. */
const daysKept = 7;
const weeksKept = 4;

const remember = `insert into platform.backup (name, at, bytes) values ($1, $2, $3)
  on conflict (name) do update set at = excluded.at, bytes = excluded.bytes`;

/** Saves the installation every night, and forgets the oldest nights. */
export function nightlyBackup(at: Whereabouts, modules: readonly Module[], means: Means): Cron {
  return {
    name: "platform.nightly-backup",
    pattern: "30 18 * * *",
    lateSecondsMax: 43_200,
    run: async ({ tx, payload, log }) => {
      const { home } = means.config;
      const folder = join(home, "backups");
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = nightlyName(payload.dueAt);
      const made = await writeBackup({
        at,
        home,
        modules,
        now: means.clock.now(),
        file: join(folder, name),
      });
      await tx.rows(named("platform.backup-made", remember, [name, payload.dueAt, made.bytes]));
      log.info("backup.made", { name, bytes: made.bytes, rows: made.rows });
      for (const old of namesToForget(await readdir(folder))) {
        await rm(join(folder, old), { force: true });
        await tx.rows(
          named("platform.backup-gone", "delete from platform.backup where name = $1", [old]),
        );
      }
    },
  };
}

export function nightlyName(night: Date): string {
  return `nightly-${night.toISOString().slice(0, 10)}.tar`;
}

/**
 * The nightly backups that are neither of the newest 7 nor the newest of one of the last 4 weeks.
 */
export function namesToForget(names: readonly string[]): string[] {
  const nightly = names
    .filter((name) => /^nightly-\d{4}-\d\d-\d\d\.tar$/.test(name))
    .toSorted()
    .toReversed();
  const kept = new Set(nightly.slice(0, daysKept));
  const weeks = new Set<number>();
  for (const name of nightly) {
    const week = weekOf(name.slice(8, 18));
    if (weeks.has(week) || weeks.size === weeksKept) continue;
    weeks.add(week);
    kept.add(name);
  }
  return nightly.filter((name) => !kept.has(name));
}

/** Weeks since the first Monday of 1970. */
function weekOf(date: string): number {
  const days = Date.parse(`${date}T00:00:00Z`) / 86_400_000;
  return Math.floor((days - 4) / 7);
}
