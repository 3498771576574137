/** How long a written answer may be; by itself, so that the web leaves the validator behind. */
export const answerCharsMax = 2_000;
