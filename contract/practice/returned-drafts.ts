/** Drafts of this kind are made by a rewind alone: they hold what was decided and withdrawn. */
export const returnedPrefix = "returned/";

const padded = (value: number, digits: number) => String(value).padStart(digits, "0");

/** The key of a withdrawn decision; in order of keys they stand as they were decided. */
export const returnedKey = (day: number, number: number) =>
  `${returnedPrefix}${padded(day, 3)}/${padded(number, 6)}`;
