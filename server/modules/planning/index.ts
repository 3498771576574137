/** What a region's industry needs, and how many people it trains for it. */
import type { Module } from "../../platform/module.ts";
import { planningRoutes } from "./routes.ts";

export const planningModule: Module = {
  name: "planning",
  needs: ["identity"],
  migrations: new URL("./store/migrations/", import.meta.url),
  routes: planningRoutes,
};
