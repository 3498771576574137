import { assessment } from "@echelon/contract/assessment/endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { appealRoutes } from "./appeal-routes.ts";
import { gradebookRoutes } from "./gradebook-routes.ts";
import { examRoutes } from "./exam-routes.ts";
import { checkRoutes } from "./check-routes.ts";
import { measurementRoutes } from "./measurement-routes.ts";
import { foreignRoutes } from "./foreign-routes.ts";
import { may } from "./may.ts";
import { assessmentMeans } from "./means.ts";
import { overlayRoutes } from "./overlay-routes.ts";
import { signingRoutes } from "./signing-routes.ts";
import { closeAssignment } from "./use-cases/close-assignment.ts";
import { contestPiece, decideContest, listContests } from "./use-cases/contest-piece.ts";
import { takeDecision, viewCertificate } from "./use-cases/decide-certificate.ts";
import { declareConflict, listConflicts } from "./use-cases/declare-conflict.ts";
import { makeAssignment, saveWork } from "./use-cases/make-assignment.ts";
import { saveMarks, viewQueue, viewRatedWork } from "./use-cases/mark-work.ts";
import { publishAssignment } from "./use-cases/publish-assignment.ts";
import { viewAssignments } from "./use-cases/view-assignments.ts";
import { viewEvidence } from "./use-cases/view-evidence.ts";
import { viewFramework } from "./use-cases/view-framework.ts";
import { viewClassStandings, viewStandings } from "./use-cases/view-standings.ts";

/** Seconds that a browser keeps the core: it changes only with a new release. */
const keptSeconds = 600;

export const assessmentRoutes = (means: Means): readonly Route[] => [
  ...evidenceRoutes(means),
  ...checkRoutes(means),
  ...ratingRoutes(means),
  ...gradebookRoutes(means),
  ...examRoutes(means),
  ...measurementRoutes(means),
  ...signingRoutes(means),
  ...appealRoutes(means),
  ...overlayRoutes(means),
  ...foreignRoutes(assessmentMeans(means)),
];

const evidenceRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.framework,
    allows: anyone,
    run: ({ caller, answerHeader }) => {
      // What a school asks may change while somebody looks at it.
      const kept = caller === null ? `public, max-age=${keptSeconds}` : "private, no-cache";
      answerHeader("cache-control", kept);
      answerHeader("vary", "cookie");
      return viewFramework(means, caller);
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
    ...assessment.certificate,
    allows: may.see,
    run: ({ caller, where, asks }) => viewCertificate(means, caller, where.person, asks),
  }),
  route({
    ...assessment.decide,
    allows: may.decide,
    run: ({ caller, where, body }) => takeDecision(means, caller, where.class, body),
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

const ratingRoutes = (means: Means): readonly Route[] => [
  route({
    ...assessment.assignments,
    allows: may.attend,
    run: ({ caller, where }) => viewAssignments(means, caller, where.class),
  }),
  route({
    ...assessment.makeAssignment,
    allows: may.assign,
    run: ({ caller, where, body }) => makeAssignment(means, caller, where.class, body),
  }),
  route({
    ...assessment.saveWork,
    allows: may.submit,
    run: ({ caller, where, body }) => saveWork(means, caller, where.assignment, body.text),
  }),
  route({
    ...assessment.closeAssignment,
    allows: may.assign,
    run: ({ caller, where }) => closeAssignment(means, caller, where.assignment),
  }),
  route({
    ...assessment.publishAssignment,
    allows: may.assign,
    run: ({ caller, where }) => publishAssignment(means, caller, where.assignment),
  }),
  route({
    ...assessment.queue,
    allows: may.rate,
    run: ({ caller }) => viewQueue(means, caller),
  }),
  route({
    ...assessment.ratedWork,
    allows: may.rate,
    run: ({ caller, where }) => viewRatedWork(means, caller, where.work),
  }),
  route({
    ...assessment.saveMarks,
    allows: may.rate,
    run: ({ caller, where, body }) => saveMarks(means, caller, where.work, body),
  }),
  route({
    ...assessment.conflicts,
    allows: may.lead,
    run: ({ caller, where }) => listConflicts(means, caller, where.class),
  }),
  route({
    ...assessment.declareConflict,
    allows: may.rate,
    run: ({ caller, where, body }) => declareConflict(means, caller, where.class, body),
  }),
];
