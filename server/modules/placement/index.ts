/** Who goes where: rounds in which people rank places and places rank people. */
import { job } from "../../platform/jobs/job-kind.ts";
import type { Module } from "../../platform/module.ts";
import { matchRoundKind } from "./jobs.ts";
import { placementRoutes } from "./routes.ts";
import { matchRound } from "./use-cases/match-round.ts";

export const placementModule: Module = {
  name: "placement",
  needs: ["identity", "assessment"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: placementRoutes,
  jobs: (means) => [job(matchRoundKind, (run) => matchRound(means, run))],
};
