import { loadCourses } from "@echelon/courses/course-catalog.ts";
import type { BothLanguages } from "@echelon/contract/assessment/framework.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import type { BankQuestion } from "./bank-question.ts";
import { courseQuestions } from "./course-questions.ts";

/** The questions of a course that ships, as a bank that nobody changes. */
export interface CourseBank {
  readonly id: string;
  readonly name: BothLanguages;
  questionsIn(language: Locale): readonly BankQuestion[];
}

let made: readonly CourseBank[] | undefined;

/**
 * A bank a course. What its tests before and after ask is left out: who has seen it in an exam has
 * seen the test.
 */
export function courseBanks(): readonly CourseBank[] {
  made ??= loadCourses().map((course) => {
    const questions = courseQuestions(course).filter(({ form }) => form === null);
    const inLanguage = (language: Locale) =>
      questions.map((one) => ({
        id: one.id,
        question: one[language],
        topics: one.competencies,
      }));
    const of = { zh: inLanguage("zh"), en: inLanguage("en") };
    return {
      id: `course-${course.course.id}`,
      name: course.course.name,
      questionsIn: (language) => of[language],
    };
  });
  return made;
}

/** The bank of a course by its id; undefined of any other. */
export const courseBank = (id: string): CourseBank | undefined =>
  courseBanks().find((one) => one.id === id);

/** Whether an id is that of a course's bank, which nobody changes. */
export const isCourseBank = (id: string): boolean => id.startsWith("course-");
