/** Of questions, where forms and shapes both need them. */
export const questionLimits = {
  /** Of one file; of one bank. */
  questionsMax: 5_000,
  nameCharsMax: 255,
  /** Stem, one answer, one feedback: each of them. */
  textCharsMax: 20_000,
  /** Of a short answer, of the right half of a pair, of what somebody types into a line. */
  lineCharsMax: 500,
  answersMax: 50,
  tagsMax: 50,
  tagCharsMax: 100,
  categoryCharsMax: 500,
  pointsMicroMax: 1_000_000_000,
  /** Of an essay. */
  essayCharsMax: 50_000,
} as const;

export const questionTypes = [
  "single-choice",
  "multiple-choice",
  "true-false",
  "numerical",
  "matching",
  "short-answer",
  "essay",
  "description",
] as const;
export type QuestionType = (typeof questionTypes)[number];
