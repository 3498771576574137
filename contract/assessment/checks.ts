/** Questions asked inside a lesson: answered as often as one likes, marked at once, explained. */
import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Id, Locale } from "../platform/shapes.ts";
import { QuestionAnswer } from "./question.ts";
import { AnsweredQuestion, AskedQuestion } from "./sittings.ts";

export const checkLimits = {
  /** Answers to one question that are kept of a person; later ones are marked and forgotten. */
  answersMax: 50,
} as const;

const CourseSlug = z.string().regex(/^[a-z][a-z0-9-]{1,19}$/);
const QuestionId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);
const Micro = z.int().min(0).max(1_000_000);

/** How somebody has answered one question so far. */
export const CheckState = z.strictObject({
  question: QuestionId,
  times: z.int().min(1),
  /** Share of the points, millionths: of the first answer, and of the best. */
  firstMicro: Micro,
  bestMicro: Micro,
});
export type CheckState = z.output<typeof CheckState>;

/** In both languages; options have the same places in both. */
export const LessonCheck = z.strictObject({
  id: QuestionId,
  zh: AskedQuestion,
  en: AskedQuestion,
  state: CheckState.nullable(),
  /** An exam that the caller writes asks it: it is not answered here meanwhile. */
  isInExam: z.boolean(),
});
export type LessonCheck = z.output<typeof LessonCheck>;

export const AnswerCheckRequest = z.strictObject({
  /** The language it was read in: matches and lines are compared in it. */
  language: Locale,
  answer: QuestionAnswer,
});
export type AnswerCheckRequest = z.output<typeof AnswerCheckRequest>;

export const CheckMarked = z.strictObject({
  shareMicro: Micro,
  explanations: AnsweredQuestion.shape.explanations,
  right: AnsweredQuestion.shape.right,
  state: CheckState,
});
export type CheckMarked = z.output<typeof CheckMarked>;

/** Of a class: how many questions each student has answered, and how many rightly at first. */
export const ClassChecks = z.strictObject({
  students: z
    .array(
      z.strictObject({
        person: Id,
        answered: z.int().min(0),
        rightFirst: z.int().min(0),
      }),
    )
    .max(400),
});
export type ClassChecks = z.output<typeof ClassChecks>;

const ofCourse = z.strictObject({ course: CourseSlug });
const ofQuestion = z.strictObject({ course: CourseSlug, question: QuestionId });
const aboutCheck = ["assessment/no-such-check"] as const;

export const checkEndpoints = endpoints({
  /** What the caller has answered of a course. */
  checks: {
    does: "GET /courses/:course/checks",
    where: ofCourse,
    gives: z.array(CheckState).max(500),
    refuses: [],
  },
  check: {
    does: "GET /courses/:course/checks/:question",
    where: ofQuestion,
    gives: LessonCheck,
    refuses: aboutCheck,
  },
  answerCheck: {
    does: "POST /courses/:course/checks/:question",
    where: ofQuestion,
    takes: AnswerCheckRequest,
    gives: CheckMarked,
    refuses: [...aboutCheck, "assessment/in-exam"],
  },
  classChecks: {
    does: "GET /classes/:class/courses/:course/checks",
    where: z.strictObject({ class: Id, course: CourseSlug }),
    gives: ClassChecks,
    refuses: ["teaching/no-such-class", "platform/not-allowed"],
  },
});
