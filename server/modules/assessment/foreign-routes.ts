import { foreignEndpoints } from "@echelon/contract/assessment/foreign-endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import type { Means } from "../../platform/module.ts";
import { may } from "./may.ts";
import { mapForeign } from "./use-cases/map-foreign.ts";
import { dropForeign, readForeign } from "./use-cases/read-foreign.ts";
import { viewForeign, viewForeignFrameworks, writeForeignLinks } from "./use-cases/view-foreign.ts";

export const foreignRoutes = (means: Means): readonly Route[] => [
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
