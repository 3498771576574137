/** Columns of a terminal, in which a Chinese character takes two places. */

import { width } from "@echelon/kernel/market/listing/score-listing.ts";

/** A text at the left of a column; one that is longer stays whole. */
export function atLeft(text: string, places: number): string {
  return text + " ".repeat(Math.max(0, places - width(text)));
}

/** A figure at the right of a column. */
export function atRight(text: string, places: number): string {
  return " ".repeat(Math.max(0, places - width(text))) + text;
}
