/** The courses: the door that the server enters them by. */
import { readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { readCourse } from "./check-course.ts";
import type { Course } from "./course-folder.ts";

export { readCourse } from "./check-course.ts";
export { checkLessonText, outlineDifference } from "./check-lessons.ts";
export { type CourseFinding, courseFindingCodes } from "./course-finding.ts";
export type { Course, InBoth, Language } from "./course-folder.ts";
export type { CourseQuestion, Source, TaskFile } from "./course-shape.ts";
export { type Block, citationsOf, readLessonText, type Run } from "./lesson-text.ts";

/** Folders of courses: those that say what they are. */
export function courseFolders(home = import.meta.dirname): readonly string[] {
  return readdirSync(home, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(home, entry.name, "course.json")))
    .map(({ name }) => join(home, name))
    .toSorted();
}

/** The course of this name that ships; undefined where there is none. */
export const courseOf = (slug: string): Course | undefined =>
  loadCourses().find(({ course }) => course.slug === slug);

let loaded: readonly Course[] | undefined;

/**
 * The courses that ship, by their ids; read once, as their files do not change under a running
 * process.
 *
 * @throws where one may not be taught: nobody learns from what its own check refuses
 */
export function loadCourses(): readonly Course[] {
  loaded ??= courseFolders()
    .map((folder) => {
      const { course, findings } = readCourse(folder);
      if (course === null || findings.length > 0)
        throw new Error(`${folder} is faulty: ${JSON.stringify(findings.slice(0, 5))}`);
      return course;
    })
    .toSorted((a, b) => (a.course.id < b.course.id ? -1 : 1));
  return loaded;
}
