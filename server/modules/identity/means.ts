import type { Means } from "../../platform/module.ts";
import { type HashQueue, openHashQueue } from "./hash-queue.ts";

/** What the use cases of this module work with. */
export interface IdentityMeans extends Means {
  readonly hashing: HashQueue;
}

const known = new WeakMap<Means, IdentityMeans>();

/** One queue a process, however often the platform asks for a part of the module. */
export function identityMeans(means: Means): IdentityMeans {
  const made = known.get(means) ?? { ...means, hashing: openHashQueue() };
  known.set(means, made);
  return made;
}
