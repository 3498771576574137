import { z } from "zod";
import { endpoints } from "../platform/endpoint.ts";
import { Id, Instant } from "../platform/shapes.ts";
import { answerCharsMax } from "./answer-length.ts";
import { ofSeason, ofStore, debriefRefusals, storeRefusals } from "./paths.ts";
import { MarketCode, SeasonDay, StoreNumber, Text } from "./shapes.ts";

/** Questions a person that a teacher has at hand. */
export const questionsPerPersonMax = 3;

/**
 * What a question is about: a price that was cut or raised, a large purchase, a campaign, goods
 * that ran out, a product that was chosen, or that nothing was decided.
 */
export const questionRules = [
  "cut",
  "raise",
  "purchase",
  "campaign",
  "soldOut",
  "choice",
  "quiet",
] as const;
export type QuestionRule = (typeof questionRules)[number];

/** A question from a person's own log. */
export const Question = z.strictObject({
  rule: z.enum(questionRules),
  /** The day it is about; 0 for the whole season. */
  day: SeasonDay,
  product: Text.nullable(),
  market: MarketCode.nullable(),
  /** Of a price: its change, basis points of the earlier one, without its sign. */
  changeBp: z.int().min(0).nullable(),
  /** Units that were bought, or could not be sold. */
  units: z.int().min(0).nullable(),
  /** Money a day of a campaign, ticks. */
  budgetTicks: z.int().min(0).nullable(),
  /** For how many days the stock would have lasted; null where nothing sold. */
  coverDays: z.int().min(0).nullable(),
});
export type Question = z.output<typeof Question>;

export const AnswerText = z.string().trim().min(1).max(answerCharsMax);

const Answered = z.strictObject({
  question: Question,
  text: z.string().max(answerCharsMax),
  savedAt: Instant,
});

/** One's own question after the season, and what one answered. */
export const OwnQuestionView = z.strictObject({
  question: Question,
  answer: z.strictObject({ text: z.string().max(answerCharsMax), savedAt: Instant }).nullable(),
});
export type OwnQuestionView = z.output<typeof OwnQuestionView>;

export const QuestionsView = z.strictObject({
  people: z
    .array(
      z.strictObject({
        person: Id,
        name: z.string().max(80),
        store: StoreNumber,
        storeName: z.string().max(40),
        questions: z.array(Question).max(questionsPerPersonMax),
        answer: Answered.nullable(),
      }),
    )
    .max(6_000),
});
export type QuestionsView = z.output<typeof QuestionsView>;

/** Questions from the own log: three a person for the teacher, one to answer in writing. */
export const questionEndpoints = endpoints({
  questions: {
    does: "GET /practice/seasons/:season/questions",
    where: ofSeason,
    gives: QuestionsView,
    refuses: debriefRefusals,
  },
  ownQuestion: {
    does: "GET /practice/seasons/:season/stores/:store/question",
    where: ofStore,
    gives: OwnQuestionView,
    refuses: [...storeRefusals, "practice/nothing-closed", "practice/season-not-over"],
  },
  answerQuestion: {
    does: "PUT /practice/seasons/:season/stores/:store/question",
    where: ofStore,
    takes: z.strictObject({ text: AnswerText }),
    gives: OwnQuestionView,
    refuses: [...storeRefusals, "practice/nothing-closed", "practice/season-not-over"],
  },
});
