export const cost = 1;
export type { Price } from "./price.ts";
