import type { Answer } from "../../api/client.ts";

export type CourseCard = Answer<"GET /courses">[number];
export type Course = Answer<"GET /courses/:course">;
export type LessonCard = Course["plan"][number];
export type Lesson = Answer<"GET /courses/:course/lessons/:lesson">;
export type Block = NonNullable<Lesson["texts"]["zh"]>[number];
export type BlockOf<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;
export type Run = BlockOf<"paragraph">["runs"][number];
export type Source = Lesson["sources"][number];
export type Task = Answer<"GET /practice/tasks">[number];
export type CheckState = Answer<"GET /courses/:course/checks">[number];

/** What stands in the address where somebody reads a course alone. */
export const alone = "own";

/** The class that a course is read in; none for who reads alone. */
export const asksOf = (of: string): { class?: string } => (of === alone ? {} : { class: of });
