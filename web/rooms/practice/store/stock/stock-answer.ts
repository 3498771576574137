import type { Answer } from "../../../../api/client.ts";

export type Stock = Answer<"GET /practice/seasons/:season/stores/:store/stock">;
export type Arrival = Stock["arrivals"][number];
export type ProductMake = NonNullable<Stock["supply"][number]["make"]>;
export type Room = Stock["rooms"][number];
