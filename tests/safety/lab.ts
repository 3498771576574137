import { freshApp, type FreshApp, modules, plantSecret } from "@echelon/server/main.ts";
import { type ClassPlan, openClass, type ScriptedClass } from "./scripted-class.ts";

/** The whole server in this process on a database of its own, and a class that trades in it. */
export interface Lab {
  readonly house: FreshApp;
  readonly url: string;
  readonly group: ScriptedClass;
  stop(): Promise<void>;
}

/**
 * Opens the house with the demonstration's people and products, its real way of signing in and its
 * real sockets; a close is worked off as soon as it is asked for. Given a secret, the season has
 * that one instead of one by chance.
 */
export async function openLab(
  plan: Omit<ClassPlan, "urlOf" | "work">,
  secret?: Uint8Array,
): Promise<Lab> {
  const house = await freshApp({ isRealGate: true, config: { port: 0 } });
  const { means } = house.app;
  // The demonstration's own season would only take time: the class makes another one.
  for (const module of modules.filter(({ name }) => name !== "practice"))
    await module.seedDemo?.(means);
  const url = await house.app.listen();
  const work = async () => {
    if (secret !== undefined) await plant(house, secret);
    await house.runJobs();
  };
  const group = await openClass({ ...plan, urlOf: () => url, work });
  return { house, url, group, stop: () => house.stop() };
}

/** A season draws on its secret only once it is prepared, which is a job. */
async function plant({ fresh, app }: FreshApp, secret: Uint8Array): Promise<void> {
  const text = "select season_id as season from practice.season where state = 'preparing'";
  const { rows } = await fresh.owner.pool.query<{ season: string }>(text);
  await app.means.database.transaction(async (tx) => {
    for (const { season } of rows) await plantSecret(tx, season, Buffer.from(secret));
  });
}
