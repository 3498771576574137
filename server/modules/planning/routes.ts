import { planning } from "@echelon/contract/planning/endpoints.ts";
import { ok } from "@echelon/contract/platform/outcome.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { planningMeans, type PlanningMeans } from "./means.ts";
import { regionView } from "./region-view.ts";
import { commitImport } from "./use-cases/commit-import.ts";
import {
  listOrders,
  orderPeople,
  setCoverage,
  setStock,
  withdrawOrder,
} from "./use-cases/keep-orders.ts";
import { listImports } from "./use-cases/list-imports.ts";
import { labelPosting, listPostings } from "./use-cases/list-postings.ts";
import { previewImport, viewImport } from "./use-cases/preview-import.ts";
import { addPostings, addVacancy, openStream } from "./use-cases/stream-postings.ts";
import { retrain, viewModel } from "./use-cases/teach-model.ts";
import { viewNeed } from "./use-cases/view-need.ts";

export const planningRoutes = (means: Means): readonly Route[] => {
  const own = planningMeans(means);
  return [...importRoutes(own), ...postingRoutes(own), ...needRoutes(own)];
};

const importRoutes = (means: PlanningMeans): Route[] => [
  route({
    ...planning.imports,
    allows: may.keepPostings,
    run: ({ caller, where }) => listImports(means, caller, where.organisation),
  }),
  route({
    ...planning.previewImport,
    allows: may.keepPostings,
    bucket: "heavy-work",
    run: ({ caller, where, body, upload }) =>
      previewImport(means, caller, where.organisation, upload, body),
  }),
  route({
    ...planning.openStream,
    allows: may.keepPostings,
    run: ({ caller, where, body }) => openStream(means, caller, where.organisation, body.source),
  }),
  route({
    ...planning.addPostings,
    allows: may.keepPostings,
    run: ({ caller, where, body }) => addPostings(means, caller, where, body.postings),
  }),
  route({
    ...planning.importReport,
    allows: may.keepPostings,
    run: ({ caller, where }) => viewImport(means, caller, where),
  }),
  route({
    ...planning.commitImport,
    allows: may.keepPostings,
    bucket: "heavy-work",
    run: ({ caller, where, body }) => commitImport(means, caller, where, body),
  }),
  route({
    ...planning.addVacancy,
    allows: may.keepPostings,
    run: ({ caller, where, body }) => addVacancy(means, caller, where.organisation, body),
  }),
];

const postingRoutes = (means: Means): Route[] => [
  route({
    ...planning.postings,
    allows: may.keepPostings,
    run: ({ caller, where, asks }) => listPostings(means, caller, where.organisation, asks),
  }),
  route({
    ...planning.labelPosting,
    allows: may.keepPostings,
    run: ({ caller, where, body }) => labelPosting(means, caller, where, body),
  }),
  route({ ...planning.model, allows: may.keepPostings, run: () => viewModel(means) }),
  route({
    ...planning.retrain,
    allows: may.keepPostings,
    bucket: "heavy-work",
    run: ({ caller }) => retrain(means, caller),
  }),
];

const needRoutes = (means: Means): Route[] => [
  route({ ...planning.region, allows: may.seeNeed, run: () => ok(regionView()) }),
  route({
    ...planning.need,
    allows: may.seeNeed,
    run: ({ caller, asks }) => viewNeed(means, caller, asks.quarter),
  }),
  route({
    ...planning.setCoverage,
    allows: may.keepPostings,
    run: ({ caller, body }) => setCoverage(means, caller, body),
  }),
  route({
    ...planning.setStock,
    allows: may.keepPostings,
    run: ({ caller, body }) => setStock(means, caller, body),
  }),
  route({
    ...planning.orders,
    allows: may.orderPeople,
    run: ({ caller, where }) => listOrders(means, caller, where.organisation),
  }),
  route({
    ...planning.orderPeople,
    allows: may.orderPeople,
    run: ({ caller, where, body }) => orderPeople(means, caller, where.organisation, body),
  }),
  route({
    ...planning.withdrawOrder,
    allows: may.orderPeople,
    run: ({ caller, where }) => withdrawOrder(means, caller, where),
  }),
];
