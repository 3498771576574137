import type { QuestionText } from "@echelon/contract/assessment/question.ts";
import type { QuestionProblemCode } from "@echelon/contract/assessment/question-file.ts";
import {
  anyNumber,
  cleanLine,
  decimalOf,
  nothingByResult,
  questionText,
  shareOfPercent,
  type TextFormat,
} from "../question-text.ts";
import type { Marked } from "./marked.ts";

/** Why a question cannot be read, and on which line. */
export class Unreadable extends Error {
  readonly code: QuestionProblemCode;
  readonly line: number;
  readonly what: string;

  constructor(code: QuestionProblemCode, at: Marked, what = "") {
    super(code);
    this.code = code;
    this.line = at.line;
    this.what = what;
  }
}

export interface Reading {
  /** What texts are in that do not say it themselves: the stem's format. */
  readonly format: TextFormat;
  lost(code: QuestionProblemCode, at: Marked): void;
}

const formats: Readonly<Record<string, TextFormat>> = {
  html: "html",
  markdown: "markdown",
  plain: "plain",
  moodle: "auto",
};
const formatMark = /^\[(html|markdown|plain|moodle)\]/;

/** A text behind its `[format]`, where it has one. */
export function formatOf(part: Marked, usual: TextFormat): readonly [TextFormat, Marked] {
  const plain = part.trim();
  const [mark, name = ""] = formatMark.exec(plain.marks) ?? [];
  return mark === undefined ? [usual, plain] : [formats[name] ?? usual, plain.slice(mark.length)];
}

export function textIn(part: Marked | null, reading: Reading): QuestionText | null {
  if (part === null) return null;
  const [format, rest] = formatOf(part, reading.format);
  return questionText(rest.text, format, (code) => reading.lost(code, rest));
}

/** A short answer stands in no format, though it may name one. */
function lineIn(part: Marked, reading: Reading): string {
  return cleanLine(formatOf(part, reading.format)[1].text);
}

/**
 * What stands between the braces, as the part of a question that its type has; Moodle's own order
 * of asking which type it is.
 *
 * @throws Unreadable
 */
export function answersIn(block: Marked, reading: Reading): Record<string, unknown> {
  const body = block.trim();
  if (body.isEmpty) return { type: "essay", markerNotes: null, template: null };
  if (body.marks.startsWith("#")) return numerical(body.slice(1), reading);
  if (body.find("~") !== -1) return choice(body, reading);
  if (body.find("=") !== -1 && body.find("->") !== -1) return matching(body, reading);
  return trueFalse(body, reading) ?? shortAnswer(body, reading);
}

/** Parts that begin with one of the signs; what stands before the first is a part without one. */
function partsAt(body: Marked, signs: string): { readonly sign: string; readonly of: Marked }[] {
  const marks = body.marks;
  const parts: { sign: string; of: Marked }[] = [];
  let [from, sign] = [0, ""];
  for (let at = 0; at <= marks.length; at += 1) {
    if (at < marks.length && !signs.includes(marks[at]!)) continue;
    const of = body.slice(from, at).trim();
    if (sign !== "" || !of.isEmpty) parts.push({ sign, of });
    [from, sign] = [at + 1, marks[at] ?? ""];
  }
  return parts;
}

const shareMark = /^%([^%]*)%/;

/** A part's share of the points, and the part without it. */
function shareIn(part: Marked, usual: number): readonly [number, Marked] {
  const [mark, percent = ""] = shareMark.exec(part.marks) ?? [];
  if (mark === undefined) return [usual, part];
  const shareMicro = shareOfPercent(percent);
  if (shareMicro === null) throw new Unreadable("share-unreadable", part, percent);
  return [shareMicro, part.slice(mark.length).trim()];
}

function choice(body: Marked, reading: Reading) {
  const parts = partsAt(body, "~=");
  const isSingle = body.find("=") !== -1;
  const answers = parts.map(({ sign, of }) => {
    const [shareMicro, rest] = shareIn(of, sign === "=" ? 1_000_000 : 0);
    const [before, behind] = rest.cut("#");
    const text = textIn(before, reading);
    if (text === null) throw new Unreadable("answer-missing", of);
    return { text, shareMicro, feedback: textIn(behind, reading) };
  });
  return {
    type: isSingle ? "single-choice" : "multiple-choice",
    answers,
    shuffles: true,
    byResult: nothingByResult,
  };
}

function matching(body: Marked, reading: Reading) {
  const pairs: { prompt: QuestionText; match: string }[] = [];
  const distractors: string[] = [];
  for (const { of } of partsAt(body, "=")) {
    const [before, behind] = of.cut("->");
    const match = cleanLine(behind?.text ?? "");
    if (match === "") throw new Unreadable("pair-incomplete", of);
    const prompt = textIn(before, reading);
    if (prompt === null) distractors.push(match);
    else pairs.push({ prompt, match });
  }
  return { type: "matching", pairs, distractors, shuffles: true, byResult: nothingByResult };
}

/** Behind the word stands what is said to a wrong answer, then what is said to a right one. */
function trueFalse(body: Marked, reading: Reading) {
  const [word, behind] = body.cut("#");
  const said = word.text;
  if (!["T", "TRUE", "F", "FALSE"].includes(said)) return null;
  const isTrue = said.startsWith("T");
  const [before, after] = behind?.cut("#") ?? [null, null];
  const [toWrong, toRight] = [textIn(before, reading), textIn(after, reading)];
  return {
    type: "true-false",
    isTrue,
    feedbackTrue: isTrue ? toRight : toWrong,
    feedbackFalse: isTrue ? toWrong : toRight,
  };
}

function shortAnswer(body: Marked, reading: Reading) {
  const answers = partsAt(body, "=").map(({ of }) => {
    const [shareMicro, rest] = shareIn(of, 1_000_000);
    const [before, behind] = rest.cut("#");
    const pattern = lineIn(before, reading);
    if (pattern === "") throw new Unreadable("answer-missing", of);
    return { pattern, shareMicro, feedback: textIn(behind, reading) };
  });
  return { type: "short-answer", isCaseSensitive: false, answers };
}

function numerical(body: Marked, reading: Reading) {
  const parts = partsAt(body, "=~");
  if (parts.length === 0) throw new Unreadable("answer-missing", body);
  const answers = parts.map(({ sign, of }) => {
    const [shareMicro, rest] = shareIn(of, sign === "~" ? 0 : 1_000_000);
    const [number, behind] = rest.cut("#");
    const range = sign === "~" && number.isEmpty ? anyNumber : rangeOf(number.text);
    if (range === null) throw new Unreadable("number-unreadable", of, number.text.slice(0, 60));
    return { ...range, shareMicro, feedback: textIn(behind, reading) };
  });
  return { type: "numerical", answers };
}

/** `90`, `90:0.5`, `89.5..90.5` or `*`. */
function rangeOf(text: string): { value: string | null; tolerance: string } | null {
  if (text.trim() === "*") return anyNumber;
  const [low = "", high] = text.split("..");
  if (high !== undefined) return between(low, high);
  const [middle = "", reach = "0", ...more] = text.split(":");
  const [value, tolerance] = [decimalOf(middle), decimalOf(reach)];
  if (value === null || tolerance === null || more.length > 0) return null;
  return { value, tolerance };
}

/** Decimals have their half exactly: the digits times five, one place further on. */
function between(low: string, high: string): { value: string; tolerance: string } | null {
  const [from, to] = [decimalOf(low), decimalOf(high)];
  if (from === null || to === null) return null;
  const places = Math.max(...[from, to].map((one) => one.split(".")[1]?.length ?? 0));
  const whole = (one: string) => {
    const [head = "", tail = ""] = one.split(".");
    return BigInt(head + tail.padEnd(places, "0"));
  };
  const [a, b] = [whole(from), whole(to)];
  if (a > b) return null;
  const half = (sum: bigint) => decimalOf(`${sum * 5n}e-${places + 1}`);
  const [value, tolerance] = [half(a + b), half(b - a)];
  return value === null || tolerance === null ? null : { value, tolerance };
}
