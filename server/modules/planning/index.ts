/** What a region's industry needs, and how many people it trains for it. */
import { job } from "../../platform/jobs/job-kind.ts";
import type { Module } from "../../platform/module.ts";
import { settleImportKind } from "./jobs.ts";
import { planningRoutes } from "./routes.ts";
import { forgetOpenImports } from "./store/import-store.ts";
import { settleImport } from "./use-cases/settle-import.ts";

export {
  classifyPostingsOf,
  postingShapes,
  type PostingsListener,
  readPostingsOf,
} from "./posting-files.ts";

const previewDays = 30;
const dayMillis = 86_400_000;

export const planningModule: Module = {
  name: "planning",
  needs: ["identity"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: planningRoutes,
  jobs: (means) => [job(settleImportKind, (run) => settleImport(means, run))],
  crons: ({ clock }) => [
    {
      name: "planning.forget-previews",
      pattern: "43 3 * * *",
      run: ({ tx }) =>
        forgetOpenImports(tx, new Date(clock.now().getTime() - previewDays * dayMillis)),
    },
  ],
};

export { comparePolicies, planSeats } from "./seat-plan/plan-seats.ts";
export { openSolver, type Solver } from "./seat-plan/solver.ts";
export {
  type PolicyWish,
  simulatePolicies,
  usualPolicyWish,
} from "./seat-plan/simulate-policies.ts";
