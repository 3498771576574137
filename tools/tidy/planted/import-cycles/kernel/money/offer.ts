import { cost } from "./cost.ts";

export type Offer = typeof cost;
