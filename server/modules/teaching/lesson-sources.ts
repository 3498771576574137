import type { LessonBlock, LessonSource } from "@echelon/contract/teaching/lesson-text.ts";
import { citationsOf, type Course } from "@echelon/courses/course-catalog.ts";

/** The sources that texts cite, in the order in which they first do. */
export function sourcesOf(
  { sources }: Course,
  texts: readonly (LessonBlock[] | null)[],
): LessonSource[] {
  const cited = [...new Set(texts.flatMap((blocks) => citationsOf(blocks ?? [])))];
  return cited.flatMap((id) => {
    const source = sources.find((one) => one.id === id);
    if (source === undefined) return [];
    const { says: _, ...told } = source;
    return [told];
  });
}
