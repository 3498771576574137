import { advertisingEndpoints as on } from "@echelon/contract/practice/advertising-endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeRouteMeans } from "./means.ts";
import { viewAdvertising, viewSearchTerms } from "./use-cases/view-advertising.ts";
import { viewNameBids, viewNameWorth } from "./use-cases/view-name-bids.ts";
import { viewOffSite } from "./use-cases/view-off-site.ts";

/** How a store makes itself seen: paid places on the market, and promotion off it. */
export const advertisingRoutes = (means: PracticeRouteMeans): readonly Route[] => [
  route({
    ...on.advertising,
    allows: may.trade,
    run: ({ caller, where }) => viewAdvertising(means, caller, where.season, where.store),
  }),
  route({
    ...on.searchTerms,
    allows: may.trade,
    run: ({ caller, where, asks }) =>
      viewSearchTerms(means, caller, where.season, where.store, asks),
  }),
  route({
    ...on.nameBids,
    allows: may.trade,
    run: ({ caller, where }) => viewNameBids(means, caller, where.season, where.store),
  }),
  route({
    ...on.nameWorth,
    allows: may.trade,
    run: ({ caller, where, asks }) =>
      viewNameWorth(means, caller, where.season, where.store, asks.day),
  }),
  route({
    ...on.offSite,
    allows: may.trade,
    run: ({ caller, where }) => viewOffSite(means, caller, where.season, where.store),
  }),
];
