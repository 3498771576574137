import { setTimeout } from "node:timers/promises";
import { type FileDesk, openFileDesk } from "@echelon/connectors/file-desk.ts";
import { runInThread } from "../../platform/threads/run-in-thread.ts";
import type { Means } from "../../platform/module.ts";
import { type IdentityMeans, identityMeans } from "../identity/index.ts";

/** What the use cases of this module work with. */
export interface TeachingMeans extends IdentityMeans {
  readonly fileDesk: FileDesk;
  /** Lets an answer wait. */
  readonly wait: (millis: number) => Promise<void>;
}

const known = new WeakMap<Means, TeachingMeans>();

/** One desk for files a process, however often the platform asks for a part of the module. */
export function teachingMeans(means: Means): TeachingMeans {
  const made = known.get(means) ?? {
    ...identityMeans(means),
    fileDesk: openFileDesk((module, input) => runInThread(module, input)),
    wait: (millis) => setTimeout(millis, undefined, { ref: false }),
  };
  known.set(means, made);
  return made;
}
