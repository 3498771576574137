import { assessment } from "@echelon/contract/assessment/endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { contestPiece, decideContest, listContests } from "./use-cases/contest-piece.ts";
import { viewEvidence } from "./use-cases/view-evidence.ts";
import { viewFramework } from "./use-cases/view-framework.ts";
import { viewClassStandings, viewStandings } from "./use-cases/view-standings.ts";

/** Seconds that a browser keeps the framework: it changes only with a new release. */
const keptSeconds = 600;

export const assessmentRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.framework,
    allows: anyone,
    run: ({ answerHeader }) => {
      answerHeader("cache-control", `public, max-age=${keptSeconds}`);
      return viewFramework();
    },
  }),
  route({
    ...assessment.standings,
    allows: may.see,
    run: ({ caller, where }) => viewStandings(means, caller, where.person),
  }),
  route({
    ...assessment.evidence,
    allows: may.see,
    run: ({ caller, where }) => viewEvidence(means, caller, where.person, where.competency),
  }),
  route({
    ...assessment.contest,
    allows: may.contest,
    run: ({ caller, where, body }) => contestPiece(means, caller, where.piece, body.text),
  }),
  route({
    ...assessment.classStandings,
    allows: may.lead,
    run: ({ caller, where, asks }) => viewClassStandings(means, caller, where.class, asks),
  }),
  route({
    ...assessment.contests,
    allows: may.lead,
    run: ({ caller, where }) => listContests(means, caller, where.class),
  }),
  route({
    ...assessment.decideContest,
    allows: may.decide,
    run: ({ caller, where, body }) => decideContest(means, caller, where.contest, body),
  }),
];
