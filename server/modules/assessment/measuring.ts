/** The two parallel tests that measure a course, and who takes which of their forms. */
import { loadCourses } from "@echelon/courses/course-catalog.ts";
import type { MeasurementState } from "@echelon/contract/assessment/measurement-limits.ts";
import type { Locale } from "@echelon/contract/platform/shapes.ts";
import {
  firstForm,
  otherForm,
  type TestForm,
  testForms,
} from "@echelon/kernel/assessment/exams/form-lot.ts";
import type { Sql } from "../../platform/database/database.ts";
import type { BankQuestion } from "./bank-question.ts";
import { courseQuestions } from "./course-questions.ts";
import { keyOfExam } from "./exam-key.ts";
import { testsOf } from "./store/measurement-store.ts";
import type { ExamTable, SittingTable } from "./store/schema.ts";
import { readSitting } from "./store/sitting-store.ts";

export const findCourse = (slug: string) =>
  loadCourses().find(({ course }) => course.slug === slug);

/**
 * What the tests of a course ask. A form stands before a question's name; nothing that was ever
 * shown with its answer is among them, as no lesson and no exam asks questions of the forms.
 */
export function testQuestions(
  course: NonNullable<ReturnType<typeof findCourse>>,
  language: Locale,
): readonly BankQuestion[] {
  return courseQuestions(course).flatMap(({ form, id, competencies, ...one }) =>
    form === null ? [] : [{ id: `${form}/${id}`, question: one[language], topics: competencies }],
  );
}

/** The form that a question of a test belongs to. */
export const formOfQuestion = (id: string): TestForm =>
  testForms.find((form) => id.startsWith(`${form}/`)) ?? testForms[0];

/** The form that somebody's paper is of. */
export const formOfPaper = ({ paper }: Pick<SittingTable, "paper">): TestForm =>
  formOfQuestion(paper[0]?.id ?? "");

/** What a measurement is at, by its tests, the one before first. */
export function measurementState(tests: readonly Pick<ExamTable, "state">[]): MeasurementState {
  const [before, after] = tests;
  if (after !== undefined) {
    const isOver = before?.state !== "open" && after.state !== "open";
    return isOver ? "over" : "after";
  }
  return before?.state === "open" ? "before" : "between";
}

/**
 * Of the questions of an exam those that a seat's paper is drawn from. In a test that measures a
 * course it is one form: by lot before, and after the one that the person has not seen; who has
 * sat no test before gets one by the lot of the test after.
 */
export async function poolOf<Question extends { readonly id: string }>(
  sql: Sql,
  exam: ExamTable,
  person: string,
  seat: number,
  questions: readonly Question[],
): Promise<readonly Question[]> {
  if (exam.measurement_id === null) return questions;
  const form = await formOf(sql, exam, person, seat);
  return questions.filter(({ id }) => formOfQuestion(id) === form);
}

async function formOf(sql: Sql, exam: ExamTable, person: string, seat: number): Promise<TestForm> {
  const drawn = firstForm(seat, keyOfExam(exam.key_secret!));
  if (exam.moment === "before") return drawn;
  const [before] = await testsOf(sql, [exam.measurement_id!]);
  const sitting = before && (await readSitting(sql, before.id, person));
  return sitting === undefined ? drawn : otherForm(formOfPaper(sitting));
}
