import type { Does } from "@echelon/contract/endpoints.ts";
import type { Answer } from "../../api/client.ts";

export type Measurement = Answer<"GET /assessment/measurements/:measurement">;
export type Test = Measurement["tests"][number];
export type Part = Measurement["lessons"][number];
export type Gain = NonNullable<Measurement["gain"]>;
export type Effect = NonNullable<Measurement["effect"]>;

export const measurementRefreshes: readonly Does[] = [
  "GET /assessment/measurements/:measurement",
  "GET /assessment/classes/:class/measurements",
  "GET /assessment/exams/:exam",
];

export const stateBadge = {
  before: "badge-good",
  between: "badge-warn",
  after: "badge-good",
  over: "badge-accent",
} as const;
