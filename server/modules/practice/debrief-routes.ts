import { debriefEndpoints as on } from "@echelon/contract/practice/debrief.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeRouteMeans } from "./means.ts";
import { viewProfits } from "./use-cases/view-profits.ts";

/** Looking back on a season: who won and why, what could have been, what each may answer. */
export const debriefRoutes = (means: PracticeRouteMeans): readonly Route[] => [
  route({
    ...on.profits,
    allows: may.look,
    run: ({ caller, where }) => viewProfits(means, caller, where.season),
  }),
];
