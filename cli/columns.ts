/** Columns of a terminal, in which a Chinese character takes two places. */

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/gu;

function placesOf(text: string): number {
  return text.length + (text.match(wide)?.length ?? 0);
}

/** A text at the left of a column; one that is longer stays whole. */
export function atLeft(text: string, places: number): string {
  return text + " ".repeat(Math.max(0, places - placesOf(text)));
}

/** A figure at the right of a column. */
export function atRight(text: string, places: number): string {
  return " ".repeat(Math.max(0, places - placesOf(text))) + text;
}
