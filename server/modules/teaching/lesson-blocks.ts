import type { LessonBlock, LessonFault } from "@echelon/contract/teaching/lesson-text.ts";
import { checkLessonText, type Course, readLessonText } from "@echelon/courses/course-catalog.ts";

/** The blocks of a text as they cross the wire; types hold both shapes equal. */
export function lessonBlocks(markdown: string): LessonBlock[] {
  const { blocks } = readLessonText(markdown);
  return blocks satisfies readonly ReadonlyBlock[] as LessonBlock[];
}

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;
type ReadonlyBlock = Deep<LessonBlock>;

type FaultCode = LessonFault["code"];

/** What is wrong with a text that a teacher writes: the checks that every lesson passes. */
export function lessonFaults(
  course: Course,
  language: "zh" | "en",
  markdown: string,
): readonly LessonFault[] {
  return checkLessonText(course, markdown, "").map(({ code, path, facts }) => ({
    language,
    code: code as FaultCode,
    line: path === "" ? null : Number(path.slice(1)),
    facts: { ...facts },
  }));
}
