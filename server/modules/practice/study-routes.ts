import { studyEndpoints as on } from "@echelon/contract/practice/study-endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeRouteMeans } from "./means.ts";
import { askWhatIf, listWhatIfs } from "./use-cases/ask-what-if.ts";
import { previewClose } from "./use-cases/preview-close.ts";

/** Days that never were: each is played, so that they are asked for one after the other. */
export const studyRoutes = (means: PracticeRouteMeans): readonly Route[] => [
  route({
    ...on.previewClose,
    allows: may.steer,
    bucket: "heavy-work",
    run: ({ caller, where }) => previewClose(means, caller, where.season),
  }),
  route({
    ...on.whatIfs,
    allows: may.trade,
    run: ({ caller, where }) => listWhatIfs(means, caller, where.season, where.store),
  }),
  route({
    ...on.askWhatIf,
    allows: may.trade,
    bucket: "heavy-work",
    run: ({ caller, where, body }) => askWhatIf(means, caller, where.season, where.store, body),
  }),
];
