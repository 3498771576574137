import { seasonEndpoints } from "./season-endpoints.ts";
import { storeEndpoints } from "./store-endpoints.ts";

export const practice = { ...seasonEndpoints, ...storeEndpoints } as const;
