import type { Route } from "../../platform/http/route.ts";
import type { PracticeRouteMeans } from "./means.ts";
import { advertisingRoutes } from "./advertising-routes.ts";
import { agentRoutes } from "./agent-routes.ts";
import { debriefRoutes } from "./debrief-routes.ts";
import { integrityRoutes } from "./integrity-routes.ts";
import { modelRoutes } from "./model-routes.ts";
import { seasonRoutes } from "./season-routes.ts";
import { storeRoutes } from "./store-routes.ts";
import { studyRoutes } from "./study-routes.ts";

export const practiceRoutes = (means: PracticeRouteMeans): readonly Route[] => [
  ...seasonRoutes(means),
  ...storeRoutes(means),
  ...advertisingRoutes(means),
  ...studyRoutes(means),
  ...integrityRoutes(means),
  ...modelRoutes(),
  ...debriefRoutes(means),
  ...agentRoutes(means),
];
