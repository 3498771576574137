import { isDeepStrictEqual } from "node:util";
import type { Question, QuestionText } from "@echelon/contract/assessment/question.ts";
import type { QuestionLoss, QuestionLossCode } from "@echelon/contract/assessment/question-file.ts";
import { nothingByResult, percentOfShare, usualOf, writtenText } from "../question-text.ts";
import type { QuestionsWriting } from "../questions-writing.ts";
import { escaped } from "./marked.ts";
import { readGift } from "./read-gift.ts";

/**
 * Writes questions as GIFT. What the format has no place for is told, by question.
 *
 * Each question is read back before it counts as written: one that would come back as another is
 * not in the file.
 */
export function writeGift(questions: readonly Question[]): QuestionsWriting {
  const parts: string[] = [];
  const losses: QuestionLoss[] = [];
  let category = "";
  for (const [place, question] of questions.entries()) {
    const { carried, codes } = carriedBy(question);
    const text = giftOf(carried);
    const turn = carried.category === category ? "" : `$CATEGORY: ${carried.category}\n\n`;
    const back = readGift(new TextEncoder().encode(`$CATEGORY: ${carried.category}\n\n${text}`));
    const isSame = back.problems.length === 0 && isDeepStrictEqual(back.questions, [carried]);
    const told: readonly QuestionLossCode[] = isSame ? codes : ["not-in-this-format"];
    losses.push(...told.map((code) => ({ place, name: question.name, code })));
    if (!isSame) continue;
    parts.push(turn, text, "\n");
    category = carried.category;
  }
  return { bytes: new TextEncoder().encode(parts.join("")), losses };
}

/** The question as GIFT can say it, and what it cannot. */
function carriedBy(question: Question): { carried: Question; codes: QuestionLossCode[] } {
  const codes: QuestionLossCode[] = [];
  const lose = (code: QuestionLossCode, isLost: boolean) => {
    if (isLost) codes.push(code);
  };
  const usual = usualOf(question.type);
  lose("points", question.pointsMicro !== usual.pointsMicro);
  lose("penalty", question.penaltyMicro !== usual.penaltyMicro);
  const base = { ...question, ...usual };
  if ("byResult" in base) {
    lose(
      "by-result",
      Object.values(base.byResult).some((text) => text !== null),
    );
    lose("fixed-order", !base.shuffles);
    return { carried: { ...base, byResult: nothingByResult, shuffles: true }, codes };
  }
  if (base.type === "short-answer") {
    lose("case", base.isCaseSensitive);
    return { carried: { ...base, isCaseSensitive: false }, codes };
  }
  if (base.type === "essay") {
    lose("marker-notes", base.markerNotes !== null);
    lose("template", base.template !== null);
    return { carried: { ...base, markerNotes: null, template: null }, codes };
  }
  if (base.type !== "description") return { carried: base, codes };
  lose("feedback", base.feedback !== null);
  return { carried: { ...base, feedback: null }, codes };
}

function giftOf(question: Question): string {
  const { name, idNumber, tags, stem, feedback } = question;
  const named = [
    ...(idNumber === "" ? [] : [`[id:${idNumber.replaceAll("]", "\\]")}]`]),
    ...tags.map((tag) => `[tag:${tag.replaceAll("]", "\\]")}]`),
  ];
  const comment = named.length === 0 ? "" : `// ${named.join(" ")}\n`;
  const title = name === "" ? "" : `::${escaped(name)}::`;
  const head = `${comment}${title}[${stem.format}]${escaped(writtenText(stem))}`;
  if (question.type === "description") return `${head}\n`;
  const text = (of: QuestionText) => textOf(of, stem.format);
  const general = feedback === null ? "" : `\t####${text(feedback)}\n`;
  return `${head}{${answersOf(question, text)}${general}}\n`;
}

type Written = (text: QuestionText) => string;

function answersOf(question: Exclude<Question, { type: "description" }>, text: Written): string {
  const said = (feedback: QuestionText | null) => (feedback === null ? "" : `#${text(feedback)}`);
  const block = (lines: readonly string[]) => `\n${lines.map((line) => `\t${line}\n`).join("")}`;
  switch (question.type) {
    case "essay":
      return "";
    case "true-false":
      return trueFalse(question, said);
    case "single-choice":
    case "multiple-choice":
      return block(choiceLines(question, text, said));
    case "numerical":
      return `#${block(
        question.answers.map(({ value, tolerance, shareMicro, feedback }, at) => {
          const isLast = at === question.answers.length - 1;
          // What is said to every other number stands last and by itself, as Moodle has it.
          if (value === null && shareMicro === 0 && isLast) return `~${said(feedback) || "#"}`;
          const number = value === null ? "*" : `${value}:${tolerance}`;
          return `=${shareOf(shareMicro, 1_000_000, number)}${number}${said(feedback)}`;
        }),
      )}`;
    case "matching":
      return block([
        ...question.pairs.map(({ prompt, match }) => `=${text(prompt)} -> ${escaped(match)}`),
        ...question.distractors.map((match) => `= -> ${escaped(match)}`),
      ]);
    case "short-answer":
      return block(
        question.answers.map(({ pattern, shareMicro, feedback }) => {
          const line = lineOf(pattern);
          return `=${shareOf(shareMicro, 1_000_000, line)}${line}${said(feedback)}`;
        }),
      );
  }
}

/** One `=` says that one answer is chosen, and one `~` that the line is no short answer. */
function choiceLines(
  { type, answers }: Extract<Question, { type: "single-choice" | "multiple-choice" }>,
  text: Written,
  said: (feedback: QuestionText | null) => string,
): string[] {
  const key = answers.findIndex(({ shareMicro }) => shareMicro === 1_000_000);
  return answers.map(({ text: of, shareMicro, feedback }, at) => {
    const isKey = type === "single-choice" && at === key;
    const line = text(of);
    const share = shareOf(shareMicro, isKey ? 1_000_000 : 0, line);
    return `${isKey ? "=" : "~"}${share}${line}${said(feedback)}`;
  });
}

function trueFalse(
  { isTrue, feedbackTrue, feedbackFalse }: Extract<Question, { type: "true-false" }>,
  said: (feedback: QuestionText | null) => string,
): string {
  const [toRight, toWrong] = isTrue ? [feedbackTrue, feedbackFalse] : [feedbackFalse, feedbackTrue];
  const wrong = toWrong === null && toRight !== null ? "#" : said(toWrong);
  return `${isTrue ? "TRUE" : "FALSE"}${wrong}${said(toRight)}`;
}

/** A share is left away where it is the usual one, unless the text could be taken for one. */
function shareOf(shareMicro: number, usual: number, line: string): string {
  if (shareMicro === usual && !line.startsWith("%")) return "";
  return `%${percentOfShare(shareMicro)}%`;
}

const looksLikeFormat = /^\[(html|markdown|plain|moodle)\]/;

/** A text names its format where that is not the stem's, or where it could be taken for a name. */
function textOf(of: QuestionText, usual: QuestionText["format"]): string {
  const text = escaped(writtenText(of));
  return of.format === usual && !looksLikeFormat.test(text) ? text : `[${of.format}]${text}`;
}

function lineOf(text: string): string {
  return looksLikeFormat.test(text) ? `[plain]${escaped(text)}` : escaped(text);
}
