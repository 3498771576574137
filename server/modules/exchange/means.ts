import { type FileDesk, openFileDesk } from "@echelon/connectors/file-desk.ts";
import type { Means } from "../../platform/module.ts";
import { runInThread } from "../../platform/threads/run-in-thread.ts";

/** What the use cases of this module work with. */
export interface ExchangeMeans extends Means {
  readonly desk: FileDesk;
}

const known = new WeakMap<Means, ExchangeMeans>();

/** One desk a process, so that a class importing at once does not fill the memory. */
export function exchangeMeans(means: Means): ExchangeMeans {
  const made = known.get(means) ?? { ...means, desk: openFileDesk(runInThread) };
  known.set(means, made);
  return made;
}
