import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { ofSeason, ofStore, seasonRefusals, storeRefusals } from "./paths.ts";
import { PreviewView, WhatIfRequest, WhatIfView, whatIfsPerStoreMax } from "./study.ts";

/** Days that never were: the open one before it is closed, and past ones with one change. */
export const studyEndpoints = endpoints({
  previewClose: {
    does: "GET /practice/seasons/:season/preview",
    where: ofSeason,
    gives: PreviewView,
    refuses: [
      ...seasonRefusals,
      "practice/season-closed",
      "practice/season-not-open",
      "practice/season-busy",
      "practice/engine-version",
    ],
  },
  whatIfs: {
    does: "GET /practice/seasons/:season/stores/:store/what-ifs",
    where: ofStore,
    gives: z.array(WhatIfView).max(whatIfsPerStoreMax),
    refuses: [...storeRefusals, "practice/ranking-hidden"],
  },
  askWhatIf: {
    does: "POST /practice/seasons/:season/stores/:store/what-ifs",
    where: ofStore,
    takes: WhatIfRequest,
    gives: WhatIfView,
    refuses: [
      ...storeRefusals,
      "practice/ranking-hidden",
      "practice/season-not-over",
      "practice/no-such-decision",
      "practice/value-not-allowed",
      "practice/what-if-limit",
    ],
  },
});
