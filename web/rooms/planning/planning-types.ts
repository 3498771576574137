import type { Answer } from "../../api/client.ts";

export type Region = Answer<"GET /planning/region">;
export type Need = Answer<"GET /planning/need">;
export type Cell = Need["cells"][number];
export type Posting = Answer<"GET /planning/organisations/:organisation/postings">["items"][number];
export type Report = Answer<"POST /planning/organisations/:organisation/imports">;
export type Order = Answer<"GET /planning/organisations/:organisation/orders">[number];

/** An organization whose postings the reader keeps. */
export type Desk = {
  readonly id: string;
  readonly kind: string;
  readonly name: { zh: string; en: string };
};

/** Which postings a cell of the need is made of. */
export type CellPlace = Pick<Cell, "city" | "family" | "echelon"> & { readonly quarter: string };
