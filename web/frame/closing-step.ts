import type { Season } from "./season-context.tsx";

/** Minutes before a close at which everybody is told of it. */
export const closingSteps = [1, 5, 10] as const;
export type ClosingStep = (typeof closingSteps)[number];

/**
 * The last of these minutes that has come; null while none has. A round of five minutes does not
 * begin with "five minutes left".
 */
export function closingStep(seconds: number, pace: Season["pace"]): ClosingStep | null {
  if (seconds <= 0) return null;
  const most = pace.kind === "interval" ? pace.minutes : Number.POSITIVE_INFINITY;
  return closingSteps.find((minutes) => seconds <= minutes * 60 && minutes < most) ?? null;
}
