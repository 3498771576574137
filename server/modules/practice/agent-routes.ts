import { agentEndpoints as on } from "@echelon/contract/practice/agents.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeMeans } from "./means.ts";
import { listAgents, openAgent, revokeAgent } from "./use-cases/keep-agents.ts";

/** Programs that trade; a token opens none of these routes. */
export const agentRoutes = (means: PracticeMeans): readonly Route[] => [
  route({
    ...on.openAgent,
    allows: may.trade,
    run: ({ caller, where, body }) => openAgent(means, caller, where.season, body.name),
  }),
  route({
    ...on.agents,
    allows: may.trade,
    run: ({ caller, where }) => listAgents(means, caller, where.season),
  }),
  route({
    ...on.revokeAgent,
    allows: may.trade,
    run: ({ caller, where }) => revokeAgent(means, caller, where.season, where.agent),
  }),
];
