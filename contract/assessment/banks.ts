import { z } from "zod";
import { Id, Instant, nameOf } from "../platform/shapes.ts";
import { BothLanguages } from "./framework.ts";
import { examLimits } from "./exam-limits.ts";
import { Question, questionLimits, questionTypes } from "./question.ts";
import {
  questionFileLimits,
  questionFormats,
  questionLossCodes,
  questionProblemCodes,
} from "./question-file.ts";

const Code = z.string().min(1).max(80);
const Count = z.int().min(0);

/** A school's own bank, or that of a course that ships: `course-C3`. */
export const BankId = z.union([Id, z.string().regex(/^course-[A-Za-z0-9-]{1,40}$/)]);
/** In its bank; a course's questions have names instead of ids. */
export const QuestionId = z.string().regex(/^[A-Za-z0-9-]{1,80}$/);
export const Topics = z.array(Code).max(examLimits.topicsMax);

export const BankHead = z.strictObject({
  id: BankId,
  name: BothLanguages,
  /** Null of a course's, which nobody changes. */
  school: Id.nullable(),
  questions: Count,
  /** By competency, how many questions show it. */
  topics: z.array(z.strictObject({ topic: Code, questions: Count })).max(2_000),
  types: z.array(z.strictObject({ type: z.enum(questionTypes), questions: Count })).max(8),
  changedAt: Instant.nullable(),
});
export type BankHead = z.output<typeof BankHead>;

export const MakeBankRequest = z.strictObject({
  school: Id,
  name: nameOf(examLimits.bankNameMax),
});

/** A question as a list shows it. */
export const QuestionHead = z.strictObject({
  id: QuestionId,
  type: z.enum(questionTypes),
  name: z.string().max(questionLimits.nameCharsMax),
  /** The beginning of what is asked, without marks. */
  asks: z.string().max(200),
  topics: Topics,
  points: z.number(),
});
export type QuestionHead = z.output<typeof QuestionHead>;

export const BankView = BankHead.extend({
  list: z.array(QuestionHead).max(questionLimits.questionsMax),
});
export type BankView = z.output<typeof BankView>;

export const BankQuestionView = z.strictObject({
  id: QuestionId,
  question: Question,
  topics: Topics,
});
export type BankQuestionView = z.output<typeof BankQuestionView>;

export const WriteQuestionRequest = z.strictObject({ question: Question, topics: Topics });
export type WriteQuestionRequest = z.output<typeof WriteQuestionRequest>;

export const GiveTopicsRequest = z.strictObject({
  questions: z.array(QuestionId).min(1).max(questionLimits.questionsMax),
  topics: Topics,
});

export const questionFileBytesMax = questionFileLimits.bytesMax;
export const BankFileForm = z.strictObject({
  format: z.enum(questionFormats),
  /** `look` changes nothing; `take` puts the questions into the bank. */
  does: z.enum(["look", "take"]),
});

/** What a file of questions says, and what taking it in does or did. */
export const BankFileReading = z.strictObject({
  questions: Count,
  types: z.array(z.strictObject({ type: z.enum(questionTypes), questions: Count })).max(8),
  /** Of them, those that the bank has already, word for word: they are not taken in twice. */
  known: Count,
  taken: Count,
  /** How many were given competencies by their tags and categories. */
  withTopics: Count,
  first: z.array(QuestionHead.omit({ id: true })).max(10),
  problems: z
    .array(
      z.strictObject({
        line: z.int().min(1),
        code: z.enum(questionProblemCodes),
        what: z.string().max(500),
        isLeftOut: z.boolean(),
      }),
    )
    .max(questionFileLimits.problemsMax + 1),
});
export type BankFileReading = z.output<typeof BankFileReading>;

/** A bank as a file, with what its format could not say. */
export const BankFile = z.strictObject({
  text: z.string(),
  losses: z
    .array(
      z.strictObject({
        name: z.string().max(questionLimits.nameCharsMax),
        code: z.enum(questionLossCodes),
      }),
    )
    .max(questionLimits.questionsMax * questionLossCodes.length),
});
