import type { Answer } from "../../../../api/client.ts";

type Products = Answer<"GET /practice/seasons/:season/stores/:store/products">;
type Offer = Products["offers"][number];

/** One product in one market. */
export type Row = { offer: Offer; listing: Offer["listings"][number] };
