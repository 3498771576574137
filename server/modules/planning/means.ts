import { type FileDesk, openFileDesk } from "@echelon/connectors/file-desk.ts";
import type { Means } from "../../platform/module.ts";
import { runInThread } from "../../platform/threads/run-in-thread.ts";

/** What the use cases of this module work with, where they read files. */
export interface PlanningMeans extends Means {
  readonly fileDesk: FileDesk;
}

const known = new WeakMap<Means, PlanningMeans>();

/** One desk for files a process, however often the platform asks for a part of the module. */
export function planningMeans(means: Means): PlanningMeans {
  const made = known.get(means) ?? {
    ...means,
    fileDesk: openFileDesk((module, input) => runInThread(module, input)),
  };
  known.set(means, made);
  return made;
}
