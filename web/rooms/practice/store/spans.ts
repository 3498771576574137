/** Spans of days that a report may look at. */
export const spans = ["day", "week", "all"] as const;
export type Span = (typeof spans)[number];

/**
 * First and last day of a span that ends with the last closed day.
 *
 * @param closed the last closed day; 0 before the first close, which gives the opening day
 */
export function spanDays(span: Span, closed: number): { from: number; to: number } {
  const to = Math.max(1, closed);
  if (span === "day") return { from: to, to };
  return { from: span === "week" ? Math.max(1, to - 6) : 1, to };
}
