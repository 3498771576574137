import { planning } from "@echelon/contract/planning/endpoints.ts";
import { ok } from "@echelon/contract/platform/outcome.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { regionView } from "./region-view.ts";

export const planningRoutes = (_means: Means): readonly Route[] => [
  route({ ...planning.region, allows: may.seeNeed, run: () => ok(regionView()) }),
];
