/** A question of a bank, as files bring it and exams ask it. */
import { z } from "zod";
import { questionLimits } from "./question-limits.ts";

export { questionLimits, questionTypes, type QuestionType } from "./question-limits.ts";

const limits = questionLimits;

/** Control characters and halves of characters: no place in XML, and no meaning in a text. */
export const uncleanCharacter = /[^\P{Cc}\n\t]|[\p{Surrogate}\ufffe\uffff]/u;
const text = (charsMax: number) =>
  z
    .string()
    .max(charsMax)
    .refine((one) => one === one.trim() && !uncleanCharacter.test(one));
const line = (charsMax: number) => text(charsMax).refine((one) => !/[\n\t]/.test(one));

/**
 * What people read. `html` is reduced to the elements of `connectors/reduce-html.ts`, without
 * attributes; `plain` is shown as it is, line breaks kept.
 */
export const QuestionText = z.strictObject({
  format: z.enum(["plain", "html"]),
  text: text(limits.textCharsMax).min(1),
});
export type QuestionText = z.output<typeof QuestionText>;

const Feedback = QuestionText.nullable();

/** A share of the question's points in millionths; what takes points away is negative. */
const Share = z.int().min(-1_000_000).max(1_000_000);

/** A decimal in its shortest form, so that 0.1 stays exactly a tenth. */
export const Decimal = z
  .string()
  .max(40)
  .regex(/^(0|-?(0|[1-9]\d*)\.\d*[1-9]|-?[1-9]\d*)$/);

const base = {
  /** What the bank calls it; empty where a file names none. */
  name: line(limits.nameCharsMax),
  /** Path in the bank, its parts divided by `/`; empty at the top. */
  category: line(limits.categoryCharsMax),
  /** What others call it; empty where nobody does. */
  idNumber: line(limits.tagCharsMax),
  tags: z.array(line(limits.tagCharsMax).min(1)).max(limits.tagsMax),
  stem: QuestionText,
  /** Shown whatever was answered. */
  feedback: Feedback,
  pointsMicro: z.int().min(0).max(limits.pointsMicroMax),
  /** What a further try costs elsewhere; kept for those who ask for the file back, never used. */
  penaltyMicro: z.int().min(0).max(1_000_000),
};

const answers = <Answer extends z.ZodType>(answer: Answer) =>
  z.array(answer).min(1).max(limits.answersMax);

const ChoiceAnswer = z.strictObject({ text: QuestionText, shareMicro: Share, feedback: Feedback });
/** What is said of a result as a whole. */
const byResult = z.strictObject({ right: Feedback, partly: Feedback, wrong: Feedback });

const choice = {
  ...base,
  answers: answers(ChoiceAnswer).min(2),
  shuffles: z.boolean(),
  byResult,
};

export const SingleChoice = z
  .strictObject({ type: z.literal("single-choice"), ...choice })
  .refine((one) => one.answers.some(({ shareMicro }) => shareMicro === 1_000_000), "right-answer");

/** Thirds and sixths leave a rest: all right answers together may miss the whole by so much. */
export const roundingMicroMax = 10;
export const MultipleChoice = z
  .strictObject({ type: z.literal("multiple-choice"), ...choice })
  .refine((one) => {
    const whole = one.answers.reduce((sum, { shareMicro }) => sum + Math.max(0, shareMicro), 0);
    return Math.abs(whole - 1_000_000) <= roundingMicroMax;
  }, "right-answer");

export const TrueFalse = z.strictObject({
  type: z.literal("true-false"),
  ...base,
  isTrue: z.boolean(),
  feedbackTrue: Feedback,
  feedbackFalse: Feedback,
});

/** The first that fits counts; a value of null fits every number, and has no tolerance. */
const NumericalAnswer = z
  .strictObject({
    value: Decimal.nullable(),
    tolerance: Decimal.refine((one) => !one.startsWith("-")),
    shareMicro: Share,
    feedback: Feedback,
  })
  .refine(({ value, tolerance }) => value !== null || tolerance === "0");
export const Numerical = z
  .strictObject({ type: z.literal("numerical"), ...base, answers: answers(NumericalAnswer) })
  .refine((one) => one.answers.some(({ shareMicro }) => shareMicro === 1_000_000), "right-answer");

export const Matching = z.strictObject({
  type: z.literal("matching"),
  ...base,
  pairs: z
    .array(z.strictObject({ prompt: QuestionText, match: line(limits.lineCharsMax).min(1) }))
    .min(2)
    .max(limits.answersMax),
  /** Offered beside the matches, and right for none. */
  distractors: z.array(line(limits.lineCharsMax).min(1)).max(limits.answersMax),
  shuffles: z.boolean(),
  byResult,
});

/** `*` stands for any characters, `\*` for itself. The first that fits counts. */
const ShortAnswerPattern = z.strictObject({
  pattern: line(limits.lineCharsMax).min(1),
  shareMicro: Share,
  feedback: Feedback,
});
export const ShortAnswer = z
  .strictObject({
    type: z.literal("short-answer"),
    ...base,
    isCaseSensitive: z.boolean(),
    answers: answers(ShortAnswerPattern),
  })
  .refine((one) => one.answers.some(({ shareMicro }) => shareMicro === 1_000_000), "right-answer");

export const Essay = z.strictObject({
  type: z.literal("essay"),
  ...base,
  /** For those who mark it. */
  markerNotes: QuestionText.nullable(),
  /** What the answer begins with. */
  template: QuestionText.nullable(),
});

/** Words between questions: nothing is asked. */
export const Description = z.strictObject({ type: z.literal("description"), ...base });

export const Question = z.discriminatedUnion("type", [
  SingleChoice,
  MultipleChoice,
  TrueFalse,
  Numerical,
  Matching,
  ShortAnswer,
  Essay,
  Description,
]);
export type Question = z.output<typeof Question>;

/** What somebody answers; places count the question's own answers from 0, as it has them. */
export const QuestionAnswer = z.union([
  z.strictObject({ chosen: z.array(z.int().min(0)).max(limits.answersMax) }),
  z.strictObject({ isTrue: z.boolean() }),
  /** A pair each, null where nothing was matched. */
  z.strictObject({
    matches: z.array(z.string().max(limits.lineCharsMax).nullable()).max(limits.answersMax),
  }),
  z.strictObject({ text: z.string().max(limits.essayCharsMax) }),
]);
export type QuestionAnswer = z.output<typeof QuestionAnswer>;
