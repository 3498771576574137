import { type GradePartId, gradeParts } from "@echelon/contract/assessment/gradebook-limits.ts";
import type { Answer } from "../../api/client.ts";

export type Gradebook = Answer<"GET /assessment/classes/:class/gradebook">;
export type GradeRow = Gradebook["rows"][number];

export const isPart = (part: string): part is GradePartId =>
  (gradeParts as readonly string[]).includes(part);

/** Points of a hundred from tenths. */
export const pointsOf = (tenths: number): number => tenths / 10;

/** What counts of a row: what the teacher gives, else what was worked out. */
export const countsIn = ({ final, worked }: GradeRow): number | null => final ?? worked;
