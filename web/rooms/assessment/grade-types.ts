import type { Answer } from "../../api/client.ts";

export type Gradebook = Answer<"GET /assessment/classes/:class/gradebook">;
export type GradeRow = Gradebook["rows"][number];

/** What the house knows by itself, in the order of the rules. */
export const gradeParts = ["outcome", "process", "reflection", "mentor", "exams"] as const;
export type GradePart = (typeof gradeParts)[number];

export const isPart = (part: string): part is GradePart =>
  (gradeParts as readonly string[]).includes(part);

/** Points of a hundred from tenths. */
export const pointsOf = (tenths: number): number => tenths / 10;

/** What counts of a row: what the teacher gives, else what was worked out. */
export const countsIn = ({ final, worked }: GradeRow): number | null => final ?? worked;
