import type { Answer } from "../../../../api/client.ts";

export const teamDoes = "GET /practice/seasons/:season/stores/:store/team";
export type Team = Answer<typeof teamDoes>;
export type TeamMember = Team["members"][number];

/** What is shown anew after a change: the team, and what the member may do. */
export const changedWithTeam = [
  teamDoes,
  "GET /practice/seasons/:season/stores/:store",
  "GET /practice/seasons/:season/contributions",
] as const;
