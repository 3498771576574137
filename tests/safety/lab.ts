import { freshApp, type FreshApp, modules } from "@echelon/server/main.ts";
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
 * real sockets; a close is worked off as soon as it is asked for.
 */
export async function openLab(plan: Omit<ClassPlan, "urlOf" | "work">): Promise<Lab> {
  const house = await freshApp({ isRealGate: true, config: { port: 0 } });
  const { means } = house.app;
  // The demonstration's own season would only take time: the class makes another one.
  for (const module of modules.filter(({ name }) => name !== "practice"))
    await module.seedDemo?.(means);
  const url = await house.app.listen();
  const group = await openClass({ ...plan, urlOf: () => url, work: () => house.runJobs() });
  return { house, url, group, stop: () => house.stop() };
}
