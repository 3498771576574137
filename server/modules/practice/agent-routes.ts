import { agentEndpoints as on } from "@echelon/contract/practice/agents.ts";
import { permission } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeMeans } from "./means.ts";
import { listAgents, openAgent, revokeAgent, viewOwnAgent } from "./use-cases/keep-agents.ts";

/** No person has a token's place. */
const nobody = permission("hold-token", () => false);

/** Programs that trade; a token opens none of these routes but its own. */
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
  route({ ...on.ownAgent, allows: nobody, run: ({ caller }) => viewOwnAgent(means, caller) }),
  route({
    ...on.revokeAgent,
    allows: may.trade,
    run: ({ caller, where }) => revokeAgent(means, caller, where.season, where.agent),
  }),
];
