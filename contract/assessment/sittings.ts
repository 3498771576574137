/** Exams as those who sit them see them: no answer that is right is in any of it before results. */
import { z } from "zod";
import { Id, Instant, Locale, nameOf } from "../platform/shapes.ts";
import { examLimits as limits } from "./exam-limits.ts";
import { examKinds } from "./exams.ts";
import { testMoments } from "./measurement-limits.ts";
import { QuestionAnswer, QuestionText, questionLimits, questionTypes } from "./question.ts";

const Count = z.int().min(0);
const Percent = z.int().min(0).max(100);
const Points = z.number().min(0);
const Line = z.string().max(questionLimits.lineCharsMax);

/** coming: not open yet; ready: can be begun; writing; in: handed in or time is up; published. */
export const ownExamStates = ["coming", "ready", "writing", "in", "missed", "published"] as const;

/** An exam in a student's list. */
export const OwnExam = z.strictObject({
  id: Id,
  class: Id,
  className: z.string().max(80),
  name: nameOf(limits.nameMax),
  kind: z.enum(examKinds),
  state: z.enum(ownExamStates),
  language: Locale,
  minutes: Count,
  questions: Count,
  points: Count,
  passingPercent: Percent,
  opensAt: Instant.nullable(),
  closesAt: Instant.nullable(),
  secondsLeft: Count.nullable(),
  /** Of a practical exam. */
  season: Id.nullable(),
  reachedPercent: Percent.nullable(),
  /** Of a test that measures a course, and counts for nothing else. */
  measures: z
    .strictObject({
      measurement: Id,
      moment: z.enum(testMoments),
      course: z.string().max(40),
      /** Both tests are over, and what was learned can be seen. */
      isOver: z.boolean(),
    })
    .nullable(),
});
export type OwnExam = z.output<typeof OwnExam>;

/** A question of somebody's paper. */
export const AskedQuestion = z.strictObject({
  place: Count,
  type: z.enum(questionTypes),
  section: z.string().max(limits.sectionNameMax),
  stem: QuestionText,
  points: Points,
  /** In the order of this paper; `place` is what an answer names. */
  options: z.array(z.strictObject({ place: Count, text: QuestionText })).max(50),
  prompts: z.array(QuestionText).max(50),
  /** What prompts can be matched with, in the order of this paper. */
  matches: z.array(Line).max(100),
  template: z.string().max(questionLimits.textCharsMax),
});
export type AskedQuestion = z.output<typeof AskedQuestion>;

/** An answer as it is kept; of two to one question the one with the higher revision. */
export const KeptAnswer = z.strictObject({
  place: Count,
  revision: z.int().min(1).max(limits.revisionMax),
  answer: QuestionAnswer.nullable(),
  isForLater: z.boolean(),
});
export type KeptAnswer = z.output<typeof KeptAnswer>;

/** How much time there is, by the server's clock: what a browser's says does not matter. */
const clockShape = {
  secondsLeft: Count,
  /** Handed in, or out of time. */
  isOver: z.boolean(),
};

/** A paper with what was answered so far. */
export const SittingView = z.strictObject({
  exam: Id,
  sitting: Id,
  name: nameOf(limits.nameMax),
  language: Locale,
  minutes: Count,
  points: Points,
  ...clockShape,
  /**
   * 1 at the machine that began, one more at each that took over. What is written in a turn has
   * revisions beyond `turn · turnRevisions`, so a later machine's stand over an earlier one's.
   */
  turn: z.int().min(1),
  questions: z.array(AskedQuestion).max(limits.questionsMax),
  answers: z.array(KeptAnswer).max(limits.questionsMax),
});
export type SittingView = z.output<typeof SittingView>;

/** One browser in front of the exam, by a name it gives itself: the newest goes on. */
export const MachineRequest = z.strictObject({ machine: Id });

export const SittingPulse = z.strictObject({
  ...clockShape,
  /** The exam goes on at this machine, and at no other. */
  isHere: z.boolean(),
});
export type SittingPulse = z.output<typeof SittingPulse>;

export const SaveAnswersRequest = z.strictObject({
  machine: Id,
  answers: z.array(KeptAnswer).min(1).max(limits.answersMax),
});
export type SaveAnswersRequest = z.output<typeof SaveAnswersRequest>;

/** What is on the server's disk now: of two answers to one question the newer one is kept. */
export const SavedAnswers = z.strictObject({
  ...clockShape,
  savedAt: Instant,
  answers: z.array(KeptAnswer).max(limits.answersMax),
});
export type SavedAnswers = z.output<typeof SavedAnswers>;

/** What became of one question. */
export const AnsweredQuestion = AskedQuestion.extend({
  answer: QuestionAnswer.nullable(),
  reachedPoints: Points,
  /** Explanations: of the question, of what was chosen, and of whoever marked it. */
  explanations: z.array(QuestionText).max(60),
  note: z.string().max(limits.noteMax),
  /** What would have been right, in words of the question; places for choices. */
  right: z.strictObject({
    chosen: z.array(Count).max(50),
    isTrue: z.boolean().nullable(),
    texts: z.array(Line).max(50),
  }),
});
export type AnsweredQuestion = z.output<typeof AnsweredQuestion>;

export const OwnResult = z.strictObject({
  exam: Id,
  name: nameOf(limits.nameMax),
  kind: z.enum(examKinds),
  reachedCenti: Count,
  ofCenti: Count,
  passingPercent: Percent,
  isPassed: z.boolean(),
  /** By competency, the share of points. */
  topics: z.array(z.strictObject({ topic: z.string().max(80), percent: Percent })).max(200),
  questions: z.array(AnsweredQuestion).max(limits.questionsMax),
  units: z
    .array(
      z.strictObject({
        id: z.string().max(40),
        zh: z.string().max(80),
        en: z.string().max(80),
        reachedCenti: Count,
        points: Count,
      }),
    )
    .max(20),
});
export type OwnResult = z.output<typeof OwnResult>;
