import { refusals as platform } from "./platform/refusals.ts";
import { refusals as practice } from "./practice/refusals.ts";

/** Every refusal code of the house with its HTTP status. One line a module. */
export const refusals = {
  ...platform,
  ...practice,
} as const;

export type RefusalCode = keyof typeof refusals;
