import {
  type AnswerCheckRequest,
  checkLimits,
  type CheckMarked,
  type CheckState,
  type ClassChecks,
  type LessonCheck,
} from "@echelon/contract/assessment/checks.ts";
import type { Question } from "@echelon/contract/assessment/question.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { type Course, courseOf } from "@echelon/courses/course-catalog.ts";
import { drawPaper } from "@echelon/kernel/assessment/questions/draw-paper.ts";
import { gradeAnswer } from "@echelon/kernel/assessment/questions/grade-answer.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classAccess, studentsHere } from "../../teaching/index.ts";
import { askedQuestion, explanationsOf, rightOf } from "../asked-question.ts";
import { microOfPoint, optionsOf } from "../bank-question.ts";
import { bankOfCourse, nameInExams } from "../course-banks.ts";
import { type ConvertedQuestion, openQuestions } from "../course-questions.ts";
import { type CheckSum, putCheckAnswer, sumChecks } from "../store/check-store.ts";
import { isBeingAsked } from "../store/sitting-store.ts";

type Where = { readonly course: string; readonly question: string };

function findCheck({ course: slug, question: id }: Where) {
  const course = courseOf(slug);
  const question = course && openQuestions(course).find((one) => one.id === id);
  if (course === undefined || question === undefined)
    return refuse({ code: "assessment/no-such-check" });
  return ok({ course, question });
}

const stateOf = ({ question, times, first_micro: firstMicro, best_micro: bestMicro }: CheckSum) =>
  ({ question, times, firstMicro, bestMicro }) satisfies CheckState;

async function ownState(sql: Sql, caller: Caller, where: Where): Promise<CheckState | null> {
  const [sum] = await sumChecks(sql, [caller.person], where.course, where.question);
  return sum === undefined ? null : stateOf(sum);
}

/** What the caller has answered of a course. */
export async function listChecks(
  { database }: Means,
  caller: Caller,
  course: string,
): Promise<Outcome<CheckState[]>> {
  return ok((await sumChecks(database, [caller.person], course)).map(stateOf));
}

/** A question as it is asked, in both languages; nothing tells what is right. */
export async function viewCheck(
  { database }: Means,
  caller: Caller,
  where: Where,
): Promise<Outcome<LessonCheck>> {
  const found = findCheck(where);
  if (!found.ok) return found;
  const { id, zh, en } = found.value.question;
  const state = await ownState(database, caller, where);
  const isInExam = await isInExamOf(database, caller, found.value);
  return ok({ id, zh: askedIn(id, zh), en: askedIn(id, en), state, isInExam });
}

/** Here the answer is told with its explanation: not while an exam asks the caller the same. */
const isInExamOf = (
  sql: Sql,
  { person }: Caller,
  { course, question }: { readonly course: Course; readonly question: ConvertedQuestion },
): Promise<boolean> => isBeingAsked(sql, person, nameInExams(bankOfCourse(course), question.id));

const whole = { name: "", topics: [], types: [], questions: 1, pointsMicro: microOfPoint };

/** Options stand in an order that says nothing, and is the same for everybody. */
function askedIn(id: string, question: Question): LessonCheck["zh"] {
  const one = { id, type: question.type, topics: [], options: optionsOf(question) };
  const drawn = drawPaper([one], [whole], { k0: 1, k1: 2 }, 0);
  const row = drawn.isDrawn ? drawn.questions[0] : undefined;
  if (row === undefined) throw new Error(`the question ${id} fits its own paper`);
  return askedQuestion({ sections: [] }, 0, row, question);
}

/** Marks an answer, explains it, and keeps it with those before. */
export async function answerCheck(
  { database, clock }: Means,
  caller: Caller,
  where: Where,
  { language, answer }: AnswerCheckRequest,
): Promise<Outcome<CheckMarked>> {
  const found = findCheck(where);
  if (!found.ok) return found;
  const { course, question } = found.value;
  const asked = question[language];
  const shareMicro = gradeAnswer(asked, answer) ?? 0;
  return database.transaction(async (tx) => {
    if (await isInExamOf(tx, caller, found.value)) return refuse({ code: "assessment/in-exam" });
    const before = await ownState(tx, caller, where);
    const number = (before?.times ?? 0) + 1;
    if (number <= checkLimits.answersMax)
      await putCheckAnswer(tx, {
        person_id: caller.person,
        course: where.course,
        question: where.question,
        number,
        lesson: question.lesson,
        course_version: course.course.version,
        language,
        answer,
        share_micro: shareMicro,
        answered_at: clock.now(),
      });
    const state = await ownState(tx, caller, where);
    if (state === null) throw new Error("an answer that was kept is there");
    const explanations = [...explanationsOf(asked, answer, shareMicro)];
    return ok({ shareMicro, explanations, right: rightOf(asked), state });
  });
}

/** How far the students of a class have come with a course's questions. */
export async function viewClassChecks(
  { database }: Means,
  caller: Caller,
  where: { readonly class: string; readonly course: string },
): Promise<Outcome<ClassChecks>> {
  const role = await classAccess(database, caller, where.class);
  if (role === null) return refuse({ code: "teaching/no-such-class" });
  if (role === "student") return refuse({ code: "platform/not-allowed" });
  const students = [...(await studentsHere(database, where.class))];
  const sums = await sumChecks(database, students, where.course);
  return ok({
    students: students.map((person) => {
      const own = sums.filter((one) => one.person_id === person);
      const rightFirst = own.filter((one) => one.first_micro === whole.pointsMicro).length;
      return { person, answered: own.length, rightFirst };
    }),
  });
}
