import { createHash } from "node:crypto";
import type { Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { practiceEnterprises, publishedProducts } from "../../exchange/index.ts";
import { demo, demoId } from "../../identity/index.ts";
import { classNames, demoClass } from "../../teaching/index.ts";
import { playDemoDayKind } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { readSeason, type SeasonRow, seasonsOfClasses } from "../store/season-store.ts";
import { productsMin, worldFor, writeSeason } from "./make-season.ts";

/** The running season of the demonstration, the same in every one. */
export const demoSeason = { id: demoId("season 1"), scenario: "class-40" } as const;

const names = { first: "第一赛季 · Season 1", second: "第二赛季 · Season 2" } as const;

/** The demonstration: a season of the demonstration's class, ready to be started by its teacher. */
export async function seedSeason(means: PracticeMeans): Promise<void> {
  const { database, config } = means;
  if ((await seasonsOfClasses(database, [demoClass.id])).length > 0) return;
  const name = config.demoDays > 0 ? names.second : names.first;
  await database.transaction((tx) => writeDemoSeason(means, tx, { name }));
}

/**
 * Asks for the season that has traded already. Its days are played by jobs while the server
 * answers: nobody waits for them, and a new start goes on where the last one was killed.
 */
export async function askForDemoDays(means: PracticeMeans): Promise<void> {
  const { database, config } = means;
  if (config.demoDays === 0) return;
  await database.transaction((tx) =>
    enqueue(tx, playDemoDayKind, { season: demoSeason.id, day: 0, days: config.demoDays }),
  );
}

/**
 * Where all chance of that season comes from. It is known to everybody, so that each demonstration
 * shows the same two weeks; nobody real is marked by it.
 */
const openSecret = () => createHash("sha256").update("echelon demonstration: season 1").digest();

/** Writes the season that is going to trade; null where it is there or cannot be. */
export async function openDemoSeason(means: PracticeMeans, tx: Tx): Promise<SeasonRow | null> {
  if ((await readSeason(tx, demoSeason.id)) !== undefined) return null;
  return writeDemoSeason(means, tx, { name: names.first, id: demoSeason.id, secret: openSecret() });
}

async function writeDemoSeason(
  means: PracticeMeans,
  tx: Tx,
  named: { readonly name: string; readonly id?: string; readonly secret?: Buffer },
): Promise<SeasonRow | null> {
  if (!(await classNames(tx, [demoClass.id])).has(demoClass.id)) return null;
  const products = await publishedProducts(tx, await practiceEnterprises(tx));
  if (products.length < productsMin) return null;
  const source = worldFor(demoSeason.scenario, products);
  return writeSeason(means, tx, {
    ...named,
    source,
    products,
    classId: demoClass.id,
    owner: demo.teacher.id,
    isRehearsal: false,
    pace: { kind: "by-hand" },
    teamSize: 1,
  });
}
