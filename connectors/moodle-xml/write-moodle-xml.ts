import { isDeepStrictEqual } from "node:util";
import type { Question, QuestionText } from "@echelon/contract/assessment/question.ts";
import type { QuestionLoss } from "@echelon/contract/assessment/question-file.ts";
import { percentOfShare, writtenText } from "../question-text.ts";
import type { QuestionsWriting } from "../questions-writing.ts";
import { readMoodleXml } from "./read-moodle-xml.ts";

const head = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n`;
const foot = "</quiz>\n";

/**
 * Writes questions as Moodle XML, which has a place for all of them.
 *
 * Each question is read back before it counts as written: one that would come back as another is
 * not in the file, and told.
 */
export function writeMoodleXml(questions: readonly Question[]): QuestionsWriting {
  const parts: string[] = [head];
  const losses: QuestionLoss[] = [];
  let category = "";
  for (const [place, question] of questions.entries()) {
    const turn = question.category === category ? "" : categoryXml(question.category);
    const xml = questionXml(question);
    const alone = `${head}${categoryXml(question.category)}${xml}${foot}`;
    const back = readMoodleXml(new TextEncoder().encode(alone));
    if (back.problems.length === 0 && isDeepStrictEqual(back.questions, [question])) {
      parts.push(turn, xml);
      category = question.category;
    } else losses.push({ place, name: question.name, code: "not-in-this-format" });
  }
  parts.push(foot);
  return { bytes: new TextEncoder().encode(parts.join("")), losses };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function categoryXml(category: string): string {
  return element("question", [element("category", [textXml(category)])], ` type="category"`);
}

function questionXml(question: Question): string {
  const { name, stem, feedback, pointsMicro, penaltyMicro, idNumber, tags } = question;
  return element(
    "question",
    [
      element("name", [textXml(name)]),
      textElement("questiontext", stem),
      textElement("generalfeedback", feedback),
      valueXml("defaultgrade", (pointsMicro / 1_000_000).toFixed(7)),
      valueXml("penalty", (penaltyMicro / 1_000_000).toFixed(7)),
      valueXml("hidden", "0"),
      valueXml("idnumber", idNumber),
      ...partsOf(question),
      ...(tags.length === 0
        ? []
        : [
            element(
              "tags",
              tags.map((tag) => element("tag", [textXml(tag)])),
            ),
          ]),
    ],
    ` type="${typeOf(question)}"`,
  );
}

function typeOf({ type }: Question): string {
  if (type === "single-choice" || type === "multiple-choice") return "multichoice";
  return type.replace("-", "");
}

function partsOf(question: Question): string[] {
  switch (question.type) {
    case "single-choice":
    case "multiple-choice":
      return [
        valueXml("single", String(question.type === "single-choice")),
        valueXml("shuffleanswers", String(question.shuffles)),
        valueXml("answernumbering", "abc"),
        ...byResultXml(question.byResult),
        ...question.answers.map(({ text, shareMicro, feedback }) =>
          answerXml(shareMicro, writtenText(text), feedback, [], formatOf(text)),
        ),
      ];
    case "true-false":
      return [
        answerXml(question.isTrue ? 1_000_000 : 0, "true", question.feedbackTrue),
        answerXml(question.isTrue ? 0 : 1_000_000, "false", question.feedbackFalse),
      ];
    case "numerical":
      return question.answers.map(({ value, tolerance, shareMicro, feedback }) =>
        answerXml(shareMicro, value ?? "*", feedback, [valueXml("tolerance", tolerance)]),
      );
    case "matching":
      return matchingXml(question);
    case "short-answer":
      return [
        valueXml("usecase", question.isCaseSensitive ? "1" : "0"),
        ...question.answers.map(({ pattern, shareMicro, feedback }) =>
          answerXml(shareMicro, pattern, feedback),
        ),
      ];
    case "essay":
      return [
        valueXml("responseformat", "editor"),
        valueXml("responserequired", "1"),
        valueXml("responsefieldlines", "15"),
        valueXml("attachments", "0"),
        valueXml("attachmentsrequired", "0"),
        textElement("graderinfo", question.markerNotes),
        textElement("responsetemplate", question.template),
      ];
    case "description":
      return [];
  }
}

function matchingXml({
  pairs,
  distractors,
  shuffles,
  byResult,
}: Extract<Question, { type: "matching" }>): string[] {
  const half = (match: string) => element("answer", [textXml(match)]);
  return [
    valueXml("shuffleanswers", String(shuffles)),
    ...byResultXml(byResult),
    ...pairs.map(({ prompt, match }) =>
      element("subquestion", [textXml(writtenText(prompt)), half(match)], formatOf(prompt)),
    ),
    ...distractors.map((match) =>
      element("subquestion", [textXml(""), half(match)], ` format="html"`),
    ),
  ];
}

function byResultXml({ right, partly, wrong }: Record<string, QuestionText | null>): string[] {
  return [
    textElement("correctfeedback", right ?? null),
    textElement("partiallycorrectfeedback", partly ?? null),
    textElement("incorrectfeedback", wrong ?? null),
  ];
}

function answerXml(
  shareMicro: number,
  text: string,
  feedback: QuestionText | null,
  more: readonly string[] = [],
  format = "",
): string {
  return element(
    "answer",
    [textXml(text), textElement("feedback", feedback), ...more],
    ` fraction="${percentOfShare(shareMicro)}"${format}`,
  );
}

/** An element on lines of its own. */
function element(name: string, parts: readonly string[], attributes = ""): string {
  return `<${name}${attributes}>\n${parts.join("")}</${name}>\n`;
}

function textElement(name: string, text: QuestionText | null): string {
  const written = text === null ? "" : writtenText(text);
  return element(name, [textXml(written)], text === null ? ` format="html"` : formatOf(text));
}

function formatOf({ format }: QuestionText): string {
  return ` format="${format === "html" ? "html" : "plain_text"}"`;
}

function textXml(text: string): string {
  return `<text>${escaped(text)}</text>\n`;
}

function valueXml(name: string, value: string): string {
  return `<${name}>${escaped(value)}</${name}>\n`;
}
