/** Drafts of this kind are made by a rewind alone: they hold what was decided and withdrawn. */
export const returnedPrefix = "returned/";

const padded = (value: number, digits: number) => String(value).padStart(digits, "0");

/** The key of a withdrawn decision; in order of keys they stand as they were decided. */
export const returnedKey = (day: number, number: number) =>
  `${returnedPrefix}${padded(day, 3)}/${padded(number, 6)}`;

/** The day for which a withdrawn decision was taken; null for any other draft. */
export const returnedDay = (key: string): number | null =>
  key.startsWith(returnedPrefix) ? Number(key.slice(returnedPrefix.length).split("/")[0]) : null;
