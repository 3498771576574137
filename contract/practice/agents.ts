import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { Id, Instant, integerText } from "../platform/shapes.ts";
import { ofSeason, seasonRefusals } from "./paths.ts";
import { StoreName, StoreNumber } from "./shapes.ts";

/** Programs that one season may have. */
export const agentsPerSeasonMax = 32;

/** A store that a program runs. */
export const AgentView = z.strictObject({
  store: StoreNumber,
  /** The store's name, and the author of its decisions in the log. */
  name: z.string().max(40),
  madeBy: z.string().max(80),
  madeAt: Instant,
  /** To the minute; null when its token was never used. */
  lastUsedAt: Instant.nullable(),
  /** The token opens nothing any more; the store stays in the market. */
  isRevoked: z.boolean(),
});
export type AgentView = z.output<typeof AgentView>;

/** The one answer that has the token: of it only a hash is kept. */
export const AgentMade = AgentView.extend({ token: z.string().max(80) });
export type AgentMade = z.output<typeof AgentMade>;

/** Programs that trade in a season: let in by who steers it, or by whose practice it is. */
export const agentEndpoints = endpoints({
  openAgent: {
    does: "POST /practice/seasons/:season/agents",
    where: ofSeason,
    takes: z.strictObject({ name: StoreName }),
    gives: AgentMade,
    refuses: [
      ...seasonRefusals,
      "practice/season-closed",
      "practice/season-not-open",
      "practice/store-name-taken",
      "practice/stores-full",
      "practice/agents-full",
    ],
  },
  agents: {
    does: "GET /practice/seasons/:season/agents",
    where: ofSeason,
    gives: z.array(AgentView).max(agentsPerSeasonMax),
    refuses: seasonRefusals,
  },
  /** What a program's own token opens: the first thing that it asks. */
  ownAgent: {
    does: "GET /practice/agent",
    agents: true,
    gives: z.strictObject({ season: Id, store: StoreNumber, name: z.string().max(40) }),
    refuses: ["practice/no-such-store"],
  },
  revokeAgent: {
    does: "DELETE /practice/seasons/:season/agents/:agent",
    where: ofSeason.extend({ agent: integerText(0, 5_999) }),
    gives: nothing,
    refuses: [...seasonRefusals, "practice/no-such-store"],
  },
});
