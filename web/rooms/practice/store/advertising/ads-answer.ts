import type { Answer } from "../../../../api/client.ts";

/** A store's campaigns, and what clicks cost. */
export type Ads = Answer<"GET /practice/seasons/:season/stores/:store/advertising">;
export type Campaign = Ads["campaigns"][number];
