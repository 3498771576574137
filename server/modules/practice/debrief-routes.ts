import { debriefEndpoints as on } from "@echelon/contract/practice/debrief.ts";
import { questionEndpoints as asking } from "@echelon/contract/practice/questions.ts";
import { teamEndpoints as team } from "@echelon/contract/practice/teams.ts";
import { teamRoleEndpoints as roles } from "@echelon/contract/practice/team-roles.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeRouteMeans } from "./means.ts";
import { askChances, viewChances, viewStoreChance } from "./use-cases/view-chances.ts";
import { viewProfits } from "./use-cases/view-profits.ts";
import { reviewPeers, viewPeerReview } from "./use-cases/review-peers.ts";
import { assignRoles, nameCaptain, setBudget } from "./use-cases/change-team.ts";
import { viewTeam } from "./use-cases/view-team.ts";
import { viewContributions } from "./use-cases/view-contributions.ts";
import { answerQuestion, viewOwnQuestion, viewQuestions } from "./use-cases/view-questions.ts";

/** Looking back on a season: who won and why, what could have been, what each may answer. */
export const debriefRoutes = (means: PracticeRouteMeans): readonly Route[] => [
  route({
    ...on.profits,
    allows: may.look,
    run: ({ caller, where }) => viewProfits(means, caller, where.season),
  }),
  route({
    ...on.chances,
    allows: may.steer,
    run: ({ caller, where }) => viewChances(means, caller, where.season),
  }),
  route({
    ...on.seekChances,
    allows: may.steer,
    bucket: "heavy-work",
    run: ({ caller, where }) => askChances(means, caller, where.season),
  }),
  route({
    ...on.storeChance,
    allows: may.trade,
    run: ({ caller, where }) => viewStoreChance(means, caller, where.season, where.store),
  }),
  route({
    ...asking.questions,
    allows: may.steer,
    run: ({ caller, where }) => viewQuestions(means, caller, where.season),
  }),
  route({
    ...asking.ownQuestion,
    allows: may.trade,
    run: ({ caller, where }) => viewOwnQuestion(means, caller, where.season, where.store),
  }),
  route({
    ...asking.answerQuestion,
    allows: may.trade,
    run: ({ caller, where, body }) =>
      answerQuestion(means, caller, where.season, where.store, body.text),
  }),
  ...teamRoutes(means),
];

/** Each person's part in a team. */
const teamRoutes = (means: PracticeRouteMeans): readonly Route[] => [
  route({
    ...team.contributions,
    allows: may.steer,
    run: ({ caller, where }) => viewContributions(means, caller, where.season),
  }),
  route({
    ...team.peerReview,
    allows: may.trade,
    run: ({ caller, where }) => viewPeerReview(means, caller, where.season, where.store),
  }),
  route({
    ...team.reviewPeers,
    allows: may.trade,
    run: ({ caller, where, body }) => reviewPeers(means, caller, where.season, where.store, body),
  }),
  route({
    ...roles.team,
    allows: may.trade,
    run: ({ caller, where }) => viewTeam(means, caller, where.season, where.store),
  }),
  route({
    ...roles.nameCaptain,
    allows: may.trade,
    run: ({ caller, where, body }) => nameCaptain(means, caller, where, body.person),
  }),
  route({
    ...roles.assignRoles,
    allows: may.trade,
    run: ({ caller, where, body }) => assignRoles(means, caller, where, body.members),
  }),
  route({
    ...roles.setBudget,
    allows: may.trade,
    run: ({ caller, where, body }) => setBudget(means, caller, where, body),
  }),
];
