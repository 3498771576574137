import { createHash } from "node:crypto";

/** SHA-256 of a text's UTF-8 form, lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const pseudonymLetters = 16;

/**
 * Somebody's name in the published instance. It follows from round and person alone, so that nobody
 * can draw another one once the lottery's seed is known; who knows neither cannot turn it round.
 */
export const pseudonymOf = (round: string, person: string): string =>
  sha256(`echelon placement ${round} ${person}`).slice(0, pseudonymLetters);
