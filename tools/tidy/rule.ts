import type { Tree } from "./tree.ts";

/** One place in the tree that breaks one rule, with what to do about it. */
export interface Finding {
  readonly path: string;
  /** Counted from 1; 1 when the finding is about the file as a whole. */
  readonly line: number;
  /** A sentence that names the fault and the way out. */
  readonly advice: string;
}

/** One rule of the house: a name, the sentence it enforces, and the check itself. */
export interface Rule {
  /** Also the name of its file under `rules/` and of its planted tree under `planted/`. */
  readonly name: string;
  /** The house rule in one sentence, as a newcomer would be told it. */
  readonly says: string;
  readonly check: (tree: Tree) => Finding[];
}
