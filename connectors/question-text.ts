import {
  questionLimits,
  type QuestionText,
  type QuestionType,
  uncleanCharacter,
} from "@echelon/contract/assessment/question.ts";
import type { QuestionProblemCode } from "@echelon/contract/assessment/question-file.ts";
import { undoEntities } from "./entities.ts";
import { questionElements, reduceHtml, wordsOfHtml } from "./reduce-html.ts";

/** How a file says that a text is meant; `auto` is HTML where it has a tag, else plain. */
export type TextFormat = "auto" | "html" | "plain" | "markdown";

const unclean = new RegExp(uncleanCharacter.source, "gu");
const media = /<(img|video|audio|iframe|object|embed|svg|canvas)\b|@@PLUGINFILE@@/i;
const link = /<a\s/i;
/** A picture inside of its own address may be longer than any text. */
const embedded = /\bdata:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=]*/g;
/** Of a text with its markup, most of which goes. */
const rawCharsMax = 3 * questionLimits.textCharsMax;

/** A text as people would see it, without what has no meaning. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(unclean, "").trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .split(/[\n\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .join(" ");
}

/**
 * A text of a question, or null where nothing is in it.
 *
 * @param lost is told what had to be left out of it
 */
export function questionText(
  raw: string,
  format: TextFormat,
  lost: (code: QuestionProblemCode) => void,
): QuestionText | null {
  const text = cleanText(raw).replace(embedded, "");
  if (text === "") return null;
  // Too long in any case; to be told so it need not be reduced.
  if (text.length > rawCharsMax) return { format: "plain", text };
  if (format === "plain") return { format, text };
  if (format === "markdown") {
    lost("markdown-as-text");
    return { format: "plain", text };
  }
  if (format === "auto" && !/<[a-z!/]/i.test(text)) {
    const plain = cleanText(undoEntities(text));
    return plain === "" ? null : { format: "plain", text: plain };
  }
  if (media.test(text)) lost("media-left-out");
  if (link.test(text)) lost("links-left-out");
  const html = reduceHtml(format === "auto" ? withBreaks(text) : text, questionElements);
  return wordsOfHtml(html) === "" ? null : { format: "html", text: html };
}

/** Line breaks count in such a text, unless a tag stands beside them. */
function withBreaks(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.reduce((before, line) => {
    const isBeside = before.endsWith(">") || line.startsWith("<");
    return `${before}${isBeside ? "" : "<br>"}${line}`;
  });
}

/** A text as it is written: HTML passes the list again, whoever hands it in. */
export function writtenText({ format, text }: QuestionText): string {
  return format === "html" ? reduceHtml(text, questionElements) : text;
}

/** What a question has where a file does not say it: Moodle's own values. */
export function usualOf(type: QuestionType): { pointsMicro: number; penaltyMicro: number } {
  if (type === "description") return { pointsMicro: 0, penaltyMicro: 0 };
  return {
    pointsMicro: 1_000_000,
    penaltyMicro: type === "true-false" ? 1_000_000 : 333_333,
  };
}

/** The answer that fits every number. */
export const anyNumber = { value: null, tolerance: "0" } as const;
export const nothingByResult = { right: null, partly: null, wrong: null } as const;

/** A share as a file says it in percent, or null. Rounded to millionths of the whole, half up. */
export function shareOfPercent(text: string): number | null {
  const micro = microOf(text, 10_000);
  return micro === null || Math.abs(micro) > 1_000_000 ? null : micro;
}

/** @example percentOfShare(333_333) // "33.3333" */
export function percentOfShare(shareMicro: number): string {
  return String(shareMicro / 10_000);
}

/** A number of a file in units of which `units` make one, rounded half up; null if it is none. */
export function microOf(text: string, units: number): number | null {
  const plain = text.trim();
  if (!/^-?(\d{1,9}(\.\d{0,20})?|\.\d{1,20})$/.test(plain)) return null;
  return Math.round(Number(plain) * units) || 0;
}

const written = /^([+-]?)(\d{0,30})(?:\.(\d{0,30}))?(?:[eE]([+-]?\d{1,2}))?$/;

/** Decimals of a file in their one form: no exponent, no idle zeros. Null where it is none. */
export function decimalOf(text: string): string | null {
  const plain = text.trim().normalize("NFKC");
  const [, minus, whole = "", part = "", exponent = "0"] = written.exec(plain) ?? [];
  if (minus === undefined || whole + part === "") return null;
  const digits = whole + part;
  const point = whole.length + Number(exponent);
  const padded = digits.padStart(digits.length + Math.max(0, -point), "0").padEnd(point, "0");
  const at = Math.max(0, point);
  const head = padded.slice(0, at).replace(/^0+/, "") || "0";
  const tail = padded.slice(at).replace(/0+$/, "");
  const size = tail === "" ? head : `${head}.${tail}`;
  return minus === "-" && size !== "0" ? `-${size}` : size;
}
