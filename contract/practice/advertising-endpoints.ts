import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { integerText } from "../platform/shapes.ts";
import { AdvertisingView, SearchTermRow } from "./advertising.ts";
import { NameBidsView, NameWorthView } from "./name-bids.ts";
import { OffSiteView } from "./off-site.ts";
import { listOf, ofStore, span, storeRefusals } from "./paths.ts";
import { MarketCode } from "./shapes.ts";

/** How a store makes itself seen: paid places on the market, and promotion off it. */
export const advertisingEndpoints = endpoints({
  advertising: {
    does: "GET /practice/seasons/:season/stores/:store/advertising",
    agents: true,
    where: ofStore,
    gives: AdvertisingView,
    refuses: storeRefusals,
  },
  searchTerms: {
    does: "GET /practice/seasons/:season/stores/:store/search-terms",
    agents: true,
    where: ofStore,
    asks: z.strictObject({ ...span, market: MarketCode.optional() }),
    gives: listOf(SearchTermRow),
    refuses: storeRefusals,
  },
  nameBids: {
    does: "GET /practice/seasons/:season/stores/:store/name-bids",
    agents: true,
    where: ofStore,
    gives: NameBidsView,
    refuses: storeRefusals,
  },
  nameWorth: {
    does: "GET /practice/seasons/:season/stores/:store/name-worth",
    agents: true,
    where: ofStore,
    asks: z.strictObject({ day: integerText(1, 400) }),
    gives: NameWorthView,
    refuses: storeRefusals,
  },
  offSite: {
    does: "GET /practice/seasons/:season/stores/:store/off-site",
    agents: true,
    where: ofStore,
    gives: OffSiteView,
    refuses: [...storeRefusals, "practice/module-off"],
  },
});
