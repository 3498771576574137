import { refusals as assessment } from "./assessment/refusals.ts";
import { refusals as exchange } from "./exchange/refusals.ts";
import { refusals as identity } from "./identity/refusals.ts";
import { refusals as placement } from "./placement/refusals.ts";
import { refusals as planning } from "./planning/refusals.ts";
import { refusals as platform } from "./platform/refusals.ts";
import { refusals as practice } from "./practice/refusals.ts";
import { refusals as teaching } from "./teaching/refusals.ts";

/** Every refusal code of the house with its HTTP status. One line a module. */
export const refusals = {
  ...platform,
  ...identity,
  ...teaching,
  ...exchange,
  ...practice,
  ...assessment,
  ...planning,
  ...placement,
} as const;

export type RefusalCode = keyof typeof refusals;
