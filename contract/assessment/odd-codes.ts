/** What is odd about a package that is taken in all the same. */
export const oddCodes = [
  "missing",
  "null",
  "not-text",
  "unknown-field",
  "identifier",
  "association-type",
  "dangling",
  "repeated",
  "no-object",
] as const;
export type OddCode = (typeof oddCodes)[number];
