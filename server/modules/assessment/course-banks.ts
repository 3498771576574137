import { type Course, loadCourses } from "@echelon/courses/course-catalog.ts";
import type { BothLanguages } from "@echelon/contract/assessment/framework.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import type { BankQuestion } from "./bank-question.ts";
import { openQuestions } from "./course-questions.ts";

/** The questions of a course that ships, as a bank that nobody changes. */
export interface CourseBank {
  readonly id: string;
  readonly name: BothLanguages;
  questionsIn(language: Locale): readonly BankQuestion[];
}

export const bankOfCourse = ({ course }: Course): string => `course-${course.id}`;

/** What an exam calls a question of a course's bank: those of two courses may have one name. */
export const nameInExams = (bank: string, question: string): string => `${bank}/${question}`;

let made: readonly CourseBank[] | undefined;

/** A bank a course. */
export function courseBanks(): readonly CourseBank[] {
  made ??= loadCourses().map((course) => {
    const questions = openQuestions(course);
    const inLanguage = (language: Locale) =>
      questions.map((one) => ({
        id: one.id,
        question: one[language],
        topics: one.competencies,
      }));
    const of = { zh: inLanguage("zh"), en: inLanguage("en") };
    return {
      id: bankOfCourse(course),
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
