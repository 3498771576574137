import type { Answer } from "../../../../api/client.ts";

/** What the server says of a store's money by currency, rates, forwards and loans. */
export type Finance = Answer<"GET /practice/seasons/:season/stores/:store/finance">;
export type Loan = Finance["loans"][number];
