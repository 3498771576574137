import { modelEndpoints as on } from "@echelon/contract/practice/model.ts";
import { ok } from "@echelon/contract/platform/outcome.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import { viewModel } from "./use-cases/view-model.ts";

/** The market itself, for those who teach with it. */
export const modelRoutes = (): readonly Route[] => [
  route({ ...on.model, allows: may.steer, run: () => ok(viewModel()) }),
];
