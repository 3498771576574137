/** A question as a form holds it, and back. What the form does not show is kept as it was. */
import type { Answer } from "../../api/client.ts";

export type Question = Answer<"GET /assessment/banks/:bank/questions/:question">["question"];
export type WrittenType = Exclude<Question["type"], "description">;
type Text = Question["stem"];
type Choice = Extract<Question, { type: "single-choice" }>;

export const writtenTypes: readonly WrittenType[] = [
  "single-choice",
  "multiple-choice",
  "true-false",
  "numerical",
  "short-answer",
  "matching",
  "essay",
];

export type AnswerFields = {
  readonly text: string;
  readonly format: Text["format"];
  readonly isRight: boolean;
  /** As the bank had it; anew where what is right was changed. */
  readonly shareMicro: number | null;
  readonly why: string;
};

export type QuestionFields = {
  readonly type: WrittenType;
  readonly name: string;
  readonly stem: string;
  readonly stemFormat: Text["format"];
  readonly why: string;
  readonly answers: readonly AnswerFields[];
  readonly isTrue: boolean;
  readonly value: string;
  readonly tolerance: string;
  /** One a line. */
  readonly accepts: string;
  readonly isCaseSensitive: boolean;
  readonly pairs: readonly { readonly prompt: string; readonly match: string }[];
  readonly distractors: string;
  readonly markerNotes: string;
};

const whole = 1_000_000;
export const emptyAnswer: AnswerFields = {
  text: "",
  format: "plain",
  isRight: false,
  shareMicro: null,
  why: "",
};

export const emptyQuestion: QuestionFields = {
  type: "single-choice",
  name: "",
  stem: "",
  stemFormat: "plain",
  why: "",
  answers: [{ ...emptyAnswer, isRight: true }, emptyAnswer, emptyAnswer, emptyAnswer],
  isTrue: true,
  value: "",
  tolerance: "0",
  accepts: "",
  isCaseSensitive: false,
  pairs: [
    { prompt: "", match: "" },
    { prompt: "", match: "" },
  ],
  distractors: "",
  markerNotes: "",
};

const said = (text: Text | null): string => text?.text ?? "";
const plain = (text: string): Text => ({ format: "plain", text: text.trim() });
const feedback = (text: string): Text | null => (text.trim() === "" ? null : plain(text));
const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** A decimal in its shortest form; null where it is none. */
export function decimalOf(typed: string): string | null {
  const found = /^(-?)0*(\d+)(?:\.(\d*?)0*)?$/.exec(typed.trim());
  if (found === null) return null;
  const [, sign = "", digits = "", part = ""] = found;
  const short = part === "" ? digits : `${digits}.${part}`;
  return /^[0.]+$/.test(short) ? "0" : `${sign}${short}`;
}

/** What the form shows of a question. */
export function fieldsOf(question: Question): QuestionFields {
  const { type, name, stem } = question;
  const fields: QuestionFields = {
    ...emptyQuestion,
    type: type === "description" ? "essay" : type,
    name,
    stem: stem.text,
    stemFormat: stem.format,
    why: said(question.feedback),
  };
  switch (question.type) {
    case "single-choice":
    case "multiple-choice":
      return {
        ...fields,
        answers: question.answers.map(({ text, shareMicro, feedback: why }) => ({
          text: text.text,
          format: text.format,
          isRight: shareMicro > 0,
          shareMicro,
          why: said(why),
        })),
      };
    case "true-false":
      return { ...fields, isTrue: question.isTrue };
    case "numerical": {
      const [first] = question.answers;
      return { ...fields, value: first?.value ?? "", tolerance: first?.tolerance ?? "0" };
    }
    case "short-answer":
      return {
        ...fields,
        accepts: question.answers.map(({ pattern }) => pattern).join("\n"),
        isCaseSensitive: question.isCaseSensitive,
      };
    case "matching":
      return {
        ...fields,
        pairs: question.pairs.map(({ prompt, match }) => ({ prompt: prompt.text, match })),
        distractors: question.distractors.join("\n"),
      };
    case "essay":
      return { ...fields, markerNotes: said(question.markerNotes) };
    default:
      return fields;
  }
}

/** What is still missing, as a key of the texts; null when it can be kept. */
export function missingOf(fields: QuestionFields): string | null {
  if (fields.stem.trim() === "") return "stem";
  const answers = fields.answers.filter(({ text }) => text.trim() !== "");
  const right = answers.filter(({ isRight }) => isRight).length;
  switch (fields.type) {
    case "single-choice":
      return answers.length < 2 ? "answers" : right === 1 ? null : "oneRight";
    case "multiple-choice":
      return answers.length < 2 ? "answers" : right > 0 ? null : "someRight";
    case "numerical":
      if (decimalOf(fields.value) === null) return "value";
      return decimalOf(fields.tolerance)?.startsWith("-") === false ? null : "tolerance";
    case "short-answer":
      return lines(fields.accepts).length > 0 ? null : "accepts";
    case "matching":
      return pairsOf(fields).length >= 2 ? null : "pairs";
    default:
      return null;
  }
}

const pairsOf = ({ pairs }: QuestionFields) =>
  pairs.filter(({ prompt, match }) => prompt.trim() !== "" && match.trim() !== "");

/**
 * The shares of answers: one right one has all; several share alike, and each wrong one takes as
 * much away. Where nothing about what is right was changed, shares stay as they came.
 */
function sharesOf(type: WrittenType, answers: readonly AnswerFields[]): number[] {
  const known = answers.flatMap(({ shareMicro }) => shareMicro ?? []);
  if (known.length === answers.length) return known;
  const right = answers.filter(({ isRight }) => isRight).length;
  const share = type === "single-choice" ? whole : Math.floor(whole / right);
  const wrong = type === "single-choice" ? 0 : -share;
  let left = type === "single-choice" ? 0 : whole - share * right;
  return answers.map(({ isRight }) => {
    if (!isRight) return wrong;
    const more = left > 0 ? 1 : 0;
    left -= more;
    return share + more;
  });
}

/** Shares are found anew once what is right was changed. */
export const withRight = (
  { type, answers }: QuestionFields,
  at: number,
  isRight: boolean,
): readonly AnswerFields[] =>
  answers.map((answer, place) => ({
    ...answer,
    shareMicro: null,
    isRight: place === at ? isRight : type === "single-choice" && isRight ? false : answer.isRight,
  }));

type Base = Pick<
  Question,
  "name" | "category" | "idNumber" | "tags" | "stem" | "feedback" | "pointsMicro" | "penaltyMicro"
>;

/** The question that the fields say, with what the form does not show taken from `before`. */
export function questionOf(fields: QuestionFields, before: Question | null): Question {
  const base: Base = {
    name: fields.name.trim(),
    category: before?.category ?? "",
    idNumber: before?.idNumber ?? "",
    tags: before?.tags ?? [],
    stem: { format: fields.stemFormat, text: fields.stem.trim() },
    feedback: kept(fields.why, before?.feedback ?? null),
    pointsMicro: before?.pointsMicro ?? whole,
    penaltyMicro: before?.penaltyMicro ?? 0,
  };
  switch (fields.type) {
    case "single-choice":
    case "multiple-choice":
      return { type: fields.type, ...base, ...choiceOf(fields, before) };
    case "true-false": {
      const same = before?.type === "true-false" ? before : null;
      return {
        type: "true-false",
        ...base,
        isTrue: fields.isTrue,
        feedbackTrue: same?.feedbackTrue ?? null,
        feedbackFalse: same?.feedbackFalse ?? null,
      };
    }
    case "numerical":
      return numericalOf(base, fields, before);
    case "short-answer":
      return shortAnswerOf(base, fields, before);
    case "matching":
      return matchingOf(base, fields, before);
    case "essay": {
      const same = before?.type === "essay" ? before : null;
      return {
        type: "essay",
        ...base,
        markerNotes: kept(fields.markerNotes, same?.markerNotes ?? null),
        template: same?.template ?? null,
      };
    }
  }
}

/** Further numbers that a file brought stay as they are. */
function numericalOf(base: Base, fields: QuestionFields, before: Question | null): Question {
  const known = before?.type === "numerical" ? before.answers : [];
  const answer = {
    value: decimalOf(fields.value),
    tolerance: decimalOf(fields.tolerance) ?? "0",
    shareMicro: whole,
    feedback: known[0]?.feedback ?? null,
  };
  return { type: "numerical", ...base, answers: [answer, ...known.slice(1)] };
}

/** Patterns that stay keep what a file said of their worth. */
function shortAnswerOf(base: Base, fields: QuestionFields, before: Question | null): Question {
  const known = before?.type === "short-answer" ? before.answers : [];
  const answers = lines(fields.accepts).map(
    (pattern) =>
      known.find((one) => one.pattern === pattern) ?? {
        pattern,
        shareMicro: whole,
        feedback: null,
      },
  );
  return { type: "short-answer", ...base, isCaseSensitive: fields.isCaseSensitive, answers };
}

function matchingOf(base: Base, fields: QuestionFields, before: Question | null): Question {
  const same = before?.type === "matching" ? before : null;
  const promptOf = (typed: string): Text =>
    same?.pairs.find(({ prompt }) => prompt.text === typed)?.prompt ?? plain(typed);
  return {
    type: "matching",
    ...base,
    pairs: pairsOf(fields).map(({ prompt, match }) => ({
      prompt: promptOf(prompt),
      match: match.trim(),
    })),
    distractors: lines(fields.distractors),
    shuffles: same?.shuffles ?? true,
    byResult: same?.byResult ?? unsaid,
  };
}

const unsaid = { right: null, partly: null, wrong: null };

/** A text that was not touched keeps its marks. */
const kept = (typed: string, before: Text | null): Text | null =>
  before !== null && typed === before.text ? before : feedback(typed);

function choiceOf(
  { type, answers }: QuestionFields,
  before: Question | null,
): Pick<Choice, "answers" | "shuffles" | "byResult"> {
  const same =
    before?.type === "single-choice" || before?.type === "multiple-choice" ? before : null;
  const filled = answers.filter(({ text }) => text.trim() !== "");
  const shares = sharesOf(type, filled);
  return {
    answers: filled.map(({ text, format, why }, at) => ({
      text: { format, text: text.trim() },
      shareMicro: shares[at]!,
      feedback: kept(
        why,
        same?.answers.find((one) => said(one.feedback) === why)?.feedback ?? null,
      ),
    })),
    shuffles: same?.shuffles ?? true,
    byResult: same?.byResult ?? unsaid,
  };
}
