import type { StatusByCode } from "../platform/catalog.ts";

export const refusals = {
  "assessment/no-such-person": 404,
  "assessment/no-such-piece": 404,
  "assessment/no-such-contest": 404,
  "assessment/unknown-competency": 404,
  "assessment/unknown-profile": 404,
  "assessment/already-contested": 409,
  "assessment/piece-not-counted": 409,
  "assessment/contest-decided": 409,
} as const satisfies StatusByCode;
