/** What every row of the atlas has: a time during which it holds, and texts in two languages. */
import type { Day } from "../calendar/day.ts";

/** Simplified Chinese and English of one text. */
export type Text = { readonly zh: string; readonly en: string };

/** `from` is inclusive, `to` exclusive; null is open. */
export type Dated = { readonly from: Day; readonly to: Day | null };

/** Whether a dated row holds on a day. */
export function isInForce(row: Dated, day: Day): boolean {
  return row.from <= day && (row.to === null || day < row.to);
}

/** Whether two dated rows share a day. */
export function overlap(a: Dated, b: Dated): boolean {
  return (b.to === null || a.from < b.to) && (a.to === null || b.from < a.to);
}
