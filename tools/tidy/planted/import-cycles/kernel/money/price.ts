import type { Offer } from "./offer.ts";

export type Price = { of: Offer };
