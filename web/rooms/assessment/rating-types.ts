import type { Answer } from "../../api/client.ts";
import type { Competency, Framework } from "./framework-map.ts";

export type Assignment = Answer<"GET /assessment/classes/:class/assignments">[number];
export type QueueItem = Answer<"GET /assessment/queue">[number];
export type RatedWork = Answer<"GET /assessment/works/:work">;
export type Member = Answer<"GET /classes/:class/members">[number];
export type Criterion = RatedWork["criteria"][number];

/** The competencies of an assignment, in its order; one that the framework lost is left out. */
export function criteriaOf(framework: Framework, ids: readonly string[]): readonly Competency[] {
  return ids.flatMap((id) => framework.competencies.filter((one) => one.id === id));
}
