import { assessment } from "@echelon/contract/assessment/endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { viewFramework } from "./use-cases/view-framework.ts";

/** Seconds that a browser keeps the framework: it changes only with a new release. */
const keptSeconds = 600;

export const assessmentRoutes = (): readonly Route[] => [
  route({
    ...assessment.framework,
    allows: anyone,
    run: ({ answerHeader }) => {
      answerHeader("cache-control", `public, max-age=${keptSeconds}`);
      return viewFramework();
    },
  }),
];
