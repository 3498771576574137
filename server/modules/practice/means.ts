import type { Means } from "../../platform/module.ts";
import type { SeasonEngine } from "./engine/season-engine.ts";
import type { StudyDesk } from "./engine/study-desk.ts";

/** What the use cases of this module work with. */
export interface PracticeMeans extends Means {
  readonly engine: SeasonEngine;
}

/** What the routes work with besides: questions about days are answered on another thread. */
export interface PracticeRouteMeans extends PracticeMeans {
  readonly study: StudyDesk;
}
