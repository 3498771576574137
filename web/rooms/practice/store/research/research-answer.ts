import type { Answer } from "../../../../api/client.ts";

/** What the server says of a store's research. */
export type Research = Answer<"GET /practice/seasons/:season/stores/:store/research">;
export type Report = Answer<"GET /practice/seasons/:season/stores/:store/research/:report">;
export type Bought = Research["reports"]["bought"][number];
export type Estimate = Report["searches"][number]["visits"];
