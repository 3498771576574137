import { createHash } from "node:crypto";
import { questionElements, reduceHtml, wordsOfHtml } from "@echelon/connectors/reduce-html.ts";
import type { QuestionHead } from "@echelon/contract/assessment/banks.ts";
import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import type { FrameworkView } from "@echelon/contract/assessment/framework.ts";
import type { Question, QuestionText } from "@echelon/contract/assessment/question.ts";

/** A question of a bank, wherever the bank is kept. */
export interface BankQuestion {
  readonly id: string;
  readonly question: Question;
  readonly topics: readonly string[];
}

const asksMax = 200;
/** Points are kept in millionths. */
export const microOfPoint = 1_000_000;

/** The words of a text on one line, without marks. */
export function wordsOf({ format, text }: QuestionText): string {
  const words = format === "html" ? wordsOfHtml(text) : text.replaceAll(/\s+/g, " ").trim();
  return words.slice(0, asksMax);
}

export const headOf = (
  question: Question,
  topics: readonly string[],
): Omit<QuestionHead, "id"> => ({
  type: question.type,
  name: question.name,
  asks: wordsOf(question.stem),
  topics: [...topics],
  points: question.pointsMicro / microOfPoint,
});

/** The same question has the same hash, whoever brings it. */
export const hashOfQuestion = (question: Question): string =>
  createHash("sha256").update(JSON.stringify(question)).digest("hex");

/** A question whose texts have only what questions may have: what a form sends is not trusted. */
export const cleaned = (question: Question): Question => cleanedValue(question) as Question;

function cleanedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleanedValue);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, of]) => [key, cleanedValue(of)] as const);
  const made = Object.fromEntries(entries);
  return made["format"] === "html" && typeof made["text"] === "string"
    ? { ...made, text: reduceHtml(made["text"], questionElements) }
    : made;
}

/** The competencies that a question's tags and category name by their codes. */
export function topicsOf({ competencies }: FrameworkView, { tags, category }: Question): string[] {
  const named = [...tags, ...category.split("/")].map((one) => one.trim().toUpperCase());
  const known = competencies.filter(({ id }) => named.includes(id.toUpperCase()));
  return known.map(({ id }) => id).slice(0, examLimits.topicsMax);
}

/** The first code that a framework does not have; null where it has all of them. */
export function unknownTopic(
  { competencies }: FrameworkView,
  topics: readonly string[],
): string | null {
  const known = new Set(competencies.map(({ id }) => id));
  return topics.find((topic) => !known.has(topic)) ?? null;
}

/** Options of a question that a paper may show in an order of its own. */
export function optionsOf(question: Question): number {
  switch (question.type) {
    case "single-choice":
    case "multiple-choice":
      return question.shuffles ? question.answers.length : 0;
    case "matching":
      // In the author's order each match would stand beside its prompt.
      return matchesOf(question).length;
    default:
      return 0;
  }
}

/** What the prompts of a question can be matched with, each once. */
export const matchesOf = (question: Extract<Question, { type: "matching" }>): readonly string[] => [
  ...new Set([...question.pairs.map(({ match }) => match), ...question.distractors]),
];
