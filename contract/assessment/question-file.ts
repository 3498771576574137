/** What is told of a file of questions beside the questions themselves. */

export const questionFormats = ["gift", "moodle-xml"] as const;
export type QuestionFormat = (typeof questionFormats)[number];

export const questionFileLimits = {
  bytesMax: 20 * 2 ** 20,
  /** After so many, the rest of a file is not worth reading. */
  problemsMax: 1_000,
} as const;

export const questionProblemCodes = [
  // Of the whole file.
  "file-too-large",
  "file-encoding",
  "file-not-xml",
  "file-has-entities",
  "too-many-questions",
  "too-many-problems",
  // Of one question, which is left out.
  "json-unreadable",
  "markup-broken",
  "braces-unclear",
  "type-unsupported",
  "units-unsupported",
  "stem-missing",
  "answer-missing",
  "right-answer-missing",
  "pair-incomplete",
  "number-unreadable",
  "share-unreadable",
  "too-long",
  "too-many",
  "shape",
  // Of one question, which is there without it.
  "media-left-out",
  "links-left-out",
  "markdown-as-text",
  "setting-left-out",
] as const;
export type QuestionProblemCode = (typeof questionProblemCodes)[number];

export interface QuestionProblem {
  /** From 1. */
  readonly line: number;
  readonly code: QuestionProblemCode;
  /** The file's own word for it: a type, a setting, a number; empty where there is none. */
  readonly what: string;
  /** Whether the question, or the rest of the file, was left out for it. */
  readonly isLeftOut: boolean;
}

export const questionLossCodes = [
  // The question is not in the file.
  "not-in-this-format",
  // It is, without this.
  "points",
  "penalty",
  "feedback",
  "by-result",
  "fixed-order",
  "case",
  "marker-notes",
  "template",
] as const;
export type QuestionLossCode = (typeof questionLossCodes)[number];

/** What a format has no place for. */
export interface QuestionLoss {
  /** Of the question in the list that was to be written, from 0. */
  readonly place: number;
  readonly name: string;
  readonly code: QuestionLossCode;
}
