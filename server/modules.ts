import { assessmentModule } from "./modules/assessment/index.ts";
import { exchangeModule } from "./modules/exchange/index.ts";
import { identityModule } from "./modules/identity/index.ts";
import { placementModule } from "./modules/placement/index.ts";
import { planningModule } from "./modules/planning/index.ts";
import { practiceModule } from "./modules/practice/index.ts";
import { teachingModule } from "./modules/teaching/index.ts";
import type { Module } from "./platform/module.ts";

/** The modules of the house; each names what it needs. One line a module. */
export const modules: readonly Module[] = [
  identityModule,
  exchangeModule,
  teachingModule,
  practiceModule,
  assessmentModule,
  planningModule,
  placementModule,
];
