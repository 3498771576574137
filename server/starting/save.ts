import { migrationFolders, openHouse } from "../house.ts";
import { modules } from "../modules.ts";
import type { Manifest } from "../platform/backup/manifest.ts";
import { restoreBackup } from "../platform/backup/restore-backup.ts";
import { type BackupMade, writeBackup } from "../platform/backup/write-backup.ts";
import type { Finding } from "../platform/module.ts";
import type { Installation } from "./installation.ts";
import { checkData } from "./maintain.ts";

export interface SaveOptions {
  readonly file: string;
  readonly isLean?: boolean;
  readonly withKeys?: boolean;
}

/** Saves the installation into one file while it goes on running. */
export function backup({ at, config }: Installation, options: SaveOptions): Promise<BackupMade> {
  return writeBackup({ at, home: config.home, modules, now: new Date(), ...options });
}

export interface Restored {
  readonly manifest: Manifest;
  /** What does not fit together in the data that came in; empty when all is well. */
  readonly findings: readonly Finding[];
}

/** Fills an empty installation from a file, derives what a lean one left out, and checks it. */
export async function restore(installation: Installation, file: string): Promise<Restored> {
  const { at, config } = installation;
  const manifest = await restoreBackup({
    at,
    home: config.home,
    folders: migrationFolders(),
    file,
  });
  const derived = manifest.isLean ? await deriveAgain(installation) : [];
  return { manifest, findings: [...derived, ...(await checkData(installation))] };
}

async function deriveAgain(installation: Installation): Promise<Finding[]> {
  const house = await openHouse(installation);
  const findings: Finding[] = [];
  try {
    for (const { backup: rules } of house.modules) {
      findings.push(...((await rules?.derive?.(house.means)) ?? []));
    }
    return findings;
  } finally {
    await house.close();
  }
}
