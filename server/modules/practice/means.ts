import type { Means } from "../../platform/module.ts";
import type { SeasonEngine } from "./engine/season-engine.ts";

/** What the use cases of this module work with. */
export interface PracticeMeans extends Means {
  readonly engine: SeasonEngine;
}
