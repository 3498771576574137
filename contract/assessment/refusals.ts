import type { StatusByCode } from "../platform/catalog.ts";

export const refusals = {
  "assessment/no-such-person": 404,
  "assessment/no-such-piece": 404,
  "assessment/no-such-contest": 404,
  "assessment/unknown-competency": 404,
  "assessment/unknown-profile": 404,
  "assessment/no-such-assignment": 404,
  "assessment/no-such-work": 404,
  "assessment/no-anchors": 422,
  "assessment/assignment-closed": 409,
  "assessment/no-works": 409,
  "assessment/not-marking": 409,
  "assessment/already-marked": 409,
  "assessment/unknown-criterion": 422,
  "assessment/criteria-unmarked": 422,
  "assessment/marks-missing": 409,
  "assessment/no-such-rater": 422,
  "assessment/already-contested": 409,
  "assessment/piece-not-counted": 409,
  "assessment/contest-decided": 409,
} as const satisfies StatusByCode;
