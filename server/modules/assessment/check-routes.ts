import { checkEndpoints as checks } from "@echelon/contract/assessment/checks.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { answerCheck, listChecks, viewCheck, viewClassChecks } from "./use-cases/answer-check.ts";

/** Questions inside lessons. */
export const checkRoutes = (means: Means): readonly Route[] => [
  route({
    ...checks.checks,
    allows: may.learn,
    run: ({ caller, where }) => listChecks(means, caller, where.course),
  }),
  route({
    ...checks.check,
    allows: may.learn,
    run: ({ caller, where }) => viewCheck(means, caller, where),
  }),
  route({
    ...checks.answerCheck,
    allows: may.learn,
    run: ({ caller, where, body }) => answerCheck(means, caller, where, body),
  }),
  route({
    ...checks.classChecks,
    allows: may.follow,
    run: ({ caller, where }) => viewClassChecks(means, caller, where),
  }),
];
