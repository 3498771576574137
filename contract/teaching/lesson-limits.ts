/** Sizes of lessons, apart from their shapes, so that a form needs no schema to know them. */
export const lessonLimits = {
  /** Of a lesson's Markdown in one language. */
  textCharsMax: 40_000,
  nameCharsMax: 80,
  blocksMax: 2_000,
} as const;
