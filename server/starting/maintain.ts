import type { Finding, Module } from "../platform/module.ts";
import { prepareDatabase } from "../platform/database/prepare.ts";
import { uuidv7 } from "../platform/ids.ts";
import { migrationFolders, openHouse, type House } from "../house.ts";
import {
  calibrateMastery,
  listDifficulties,
  type MasteryCalibration,
  type TakenVersion,
  useDifficulties,
} from "../modules/assessment/index.ts";
import { modules as allModules } from "../modules.ts";
import type { Installation } from "./installation.ts";

/** Brings the database up to the code; gives how many migrations were applied. */
export function migrateAll(
  { at }: Installation,
  modules: readonly Module[] = allModules,
): Promise<number> {
  return prepareDatabase(at, migrationFolders(modules));
}

/**
 * Notes that this installation exists, and whether it wanted the demonstration when it was new.
 *
 * @returns true while the demonstration is wanted and not there yet
 */
export async function noteInstallation({ means }: House): Promise<boolean> {
  const { database, clock, config } = means;
  const rows = await database.rows<{ isDue: boolean }>({
    name: "platform.note-installation",
    text: `with noted as (
        insert into platform.installation (id, made_at, wants_demo) values ($1, $2, $3)
        on conflict do nothing returning wants_demo)
      select wants_demo as "isDue" from noted
      union all select wants_demo and demo_seeded_at is null from platform.installation limit 1`,
    values: [uuidv7(), clock.now(), config.isDemo],
  });
  return rows[0]?.isDue === true;
}

/**
 * Lets every module fill a new installation for the demonstration.
 *
 * One process does it, and it is done once: a start that was killed half way is gone through again,
 * which the modules bear.
 *
 * @returns false when it was there already
 */
export async function seedDemo(house: House): Promise<boolean> {
  const { means, modules } = house;
  const client = await means.database.pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('echelon/seed'))");
    const done = await client.query(
      "select from platform.installation where demo_seeded_at is not null",
    );
    if (done.rowCount === 1) return false;
    for (const module of modules) await module.seedDemo?.(means);
    for (const module of modules) await module.playDemo?.(means);
    await client.query("update platform.installation set wants_demo = true, demo_seeded_at = $1", [
      means.clock.now(),
    ]);
    return true;
  } finally {
    await client.query("select pg_advisory_unlock_all()");
    client.release();
  }
}

/** Asks every module for data that contradict themselves. */
export async function checkData(installation: Installation): Promise<Finding[]> {
  const house = await openHouse(installation);
  try {
    const { means, modules } = house;
    const found: Finding[] = [];
    await means.database.transaction(
      async (sql) => {
        for (const module of modules) found.push(...((await module.check?.(means, sql)) ?? []));
      },
      { isReadOnlySnapshot: true },
    );
    return found;
  } finally {
    await house.close();
  }
}

/** How well what is known of people foretells what they do next. */
export async function calibrate(installation: Installation): Promise<MasteryCalibration> {
  const house = await openHouse(installation);
  try {
    return await calibrateMastery(house.means.database);
  } finally {
    await house.close();
  }
}

/** The versions of how hard scenarios are, and the one in use. */
export async function difficulties(
  installation: Installation,
): Promise<Awaited<ReturnType<typeof listDifficulties>>> {
  const house = await openHouse(installation);
  try {
    return await listDifficulties(house.means.database);
  } finally {
    await house.close();
  }
}

/** Takes a version of them, or tells whose band it would change; null where there is none. */
export async function takeDifficulties(
  installation: Installation,
  version: number,
  isTrial: boolean,
): Promise<TakenVersion | null> {
  const house = await openHouse(installation);
  try {
    return await useDifficulties(house.means, version, isTrial);
  } finally {
    await house.close();
  }
}
