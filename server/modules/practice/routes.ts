import type { Route } from "../../platform/http/route.ts";
import type { PracticeMeans } from "./means.ts";
import { seasonRoutes } from "./season-routes.ts";
import { storeRoutes } from "./store-routes.ts";

export const practiceRoutes = (means: PracticeMeans): readonly Route[] => [
  ...seasonRoutes(means),
  ...storeRoutes(means),
];
