import { integrityEndpoints as on } from "@echelon/contract/practice/integrity.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeRouteMeans } from "./means.ts";
import { lookIntoIntegrity, setAside, viewIntegrity } from "./use-cases/view-integrity.ts";

/** What a teacher may want to ask people about. */
export const integrityRoutes = (means: PracticeRouteMeans): readonly Route[] => [
  route({
    ...on.integrity,
    allows: may.steer,
    run: ({ caller, where }) => viewIntegrity(means, caller, where.season),
  }),
  route({
    ...on.lookIntoIntegrity,
    allows: may.steer,
    bucket: "heavy-work",
    run: ({ caller, where }) => lookIntoIntegrity(means, caller, where.season),
  }),
  route({
    ...on.setAside,
    allows: may.steer,
    run: ({ caller, where, body }) => setAside(means, caller, where.season, body),
  }),
];
