import type { ExamSection } from "@echelon/contract/assessment/exams.ts";
import {
  type BankQuestion as Drawable,
  belongs,
  drawPaper,
  type Drawing,
  type PaperSection,
} from "@echelon/kernel/assessment/questions/draw-paper.ts";
import type { Sql } from "../../platform/database/database.ts";
import { type BankQuestion, microOfPoint, optionsOf } from "./bank-question.ts";
import { courseBank, isCourseBank, nameInExams } from "./course-banks.ts";
import { keyOfExam } from "./exam-key.ts";
import { questionsOfBanks } from "./store/bank-store.ts";
import type { ExamTable } from "./store/schema.ts";

const paperSections = (sections: readonly ExamSection[]): readonly PaperSection[] =>
  sections.map(({ points, ...section }) => ({ ...section, pointsMicro: points * microOfPoint }));

/** What an exam's banks have now; words between questions ask nothing and are no part of it. */
export async function questionsFor(
  sql: Sql,
  { banks, language }: Pick<ExamTable, "banks" | "language">,
): Promise<readonly BankQuestion[]> {
  const ofCourses = banks.flatMap((bank) =>
    (courseBank(bank)?.questionsIn(language) ?? []).map((one) => ({
      ...one,
      id: nameInExams(bank, one.id),
    })),
  );
  const own = banks.filter((bank) => !isCourseBank(bank));
  const rows = await questionsOfBanks(sql, own);
  return [
    ...ofCourses,
    ...rows.map(({ id, body, topics }) => ({ id, question: body, topics })),
  ].filter(({ question }) => question.type !== "description");
}

export const drawable = ({ id, question, topics }: BankQuestion): Drawable => ({
  id,
  type: question.type,
  topics,
  options: optionsOf(question),
});

/** A seat's paper by an exam's secret. */
export const paperOf = (
  questions: readonly Drawable[],
  sections: readonly ExamSection[],
  secret: string,
  seat: number,
): Drawing => drawPaper(questions, paperSections(sections), keyOfExam(secret), seat);

/** How many questions fit each section, and whether a paper can be drawn of them. */
export function fittingOf(questions: readonly Drawable[], sections: readonly ExamSection[]) {
  const wanted = paperSections(sections);
  // Whether there is a paper does not depend on the key.
  const drawing = drawPaper(questions, wanted, { k0: 0, k1: 0 }, 0);
  return {
    fitting: wanted.map((section) => questions.filter((one) => belongs(one, section)).length),
    short: drawing.isDrawn
      ? null
      : {
          section: drawing.section,
          name: drawing.name,
          wanted: drawing.wanted,
          reached: drawing.reached,
        },
  };
}

/** The questions that some section may ask. */
export function askedOf(
  questions: readonly BankQuestion[],
  sections: readonly ExamSection[],
): readonly BankQuestion[] {
  const wanted = paperSections(sections);
  return questions.filter((one) => wanted.some((section) => belongs(drawable(one), section)));
}

/** Questions and points of one paper. */
export const sizeOf = (sections: readonly ExamSection[]) => ({
  questions: sections.reduce((sum, { questions }) => sum + questions, 0),
  points: sections.reduce((sum, { questions, points }) => sum + questions * points, 0),
});
