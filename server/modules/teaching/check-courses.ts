import { basename } from "node:path";
import { type CourseFinding, courseFolders, readCourse } from "@echelon/courses/course-catalog.ts";

/** What was found of a course, with its sizes as far as it could be read. */
export interface CheckedCourse {
  readonly folder: string;
  readonly lessons: number;
  readonly tasks: number;
  readonly questions: number;
  readonly findings: readonly CourseFinding[];
}

/**
 * All that is wrong with courses.
 *
 * @param folder one that somebody is working on; without it the courses that ship
 */
export function checkCourses(folder?: string): readonly CheckedCourse[] {
  const folders = folder === undefined || folder === "" ? courseFolders() : [folder];
  return folders.map((place) => {
    const { course, findings } = readCourse(place);
    return {
      folder: basename(place),
      lessons: course?.course.lessons.length ?? 0,
      tasks: course?.tasks.length ?? 0,
      questions: course?.questions.length ?? 0,
      findings,
    };
  });
}
