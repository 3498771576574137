import { foreignEndpoints } from "@echelon/contract/assessment/foreign-endpoints.ts";
import { anyone } from "../../platform/http/caller.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { AssessmentMeans } from "./means.ts";
import { mapForeign } from "./use-cases/map-foreign.ts";
import { dropForeign, readForeign } from "./use-cases/read-foreign.ts";
import {
  viewForeign,
  viewForeignFrameworks,
  viewMappingsTo,
  writeForeignLinks,
} from "./use-cases/view-foreign.ts";

export const foreignRoutes = (means: AssessmentMeans): readonly Route[] => [
  route({
    ...foreignEndpoints.foreignFrameworks,
    allows: may.seeOverlays,
    run: ({ caller }) => viewForeignFrameworks(means, caller),
  }),
  route({
    ...foreignEndpoints.readForeign,
    allows: may.askBeyond,
    bucket: "heavy-work",
    run: ({ caller, body, upload }) => readForeign(means, caller, body, upload.bytes),
  }),
  route({
    ...foreignEndpoints.foreignFramework,
    allows: may.seeOverlays,
    run: ({ caller, where }) => viewForeign(means, caller, where.framework),
  }),
  route({
    ...foreignEndpoints.mappedTo,
    allows: anyone,
    run: ({ caller, where }) => viewMappingsTo(means, caller, where.competency),
  }),
  route({
    ...foreignEndpoints.mapForeign,
    allows: may.askBeyond,
    run: ({ caller, where, body }) => mapForeign(means, caller, where.framework, body),
  }),
  route({
    ...foreignEndpoints.foreignLinks,
    allows: may.seeOverlays,
    run: ({ caller, where }) => writeForeignLinks(means, caller, where.framework),
  }),
  route({
    ...foreignEndpoints.dropForeign,
    allows: may.askBeyond,
    run: ({ caller, where }) => dropForeign(means, caller, where.framework),
  }),
];
