import {
  fillChances,
  markMax,
  meanMark,
  powersOf,
  usualSteps,
} from "@echelon/kernel/assessment/rating/rating-scale.ts";

/** What a work takes to mark, however many criteria it has; an estimate, and said to be one. */
const minutesAWork = 2;

/** Minutes that so many works take to mark, about. */
export const reviewMinutes = (works: number): number => works * minutesAWork;

/** Below this much of a mark nobody tells two raters apart. */
const tellingMarks = 0.15;

const meanAt = (distance: number): number => {
  fillChances(distance, powersOf(usualSteps));
  return meanMark();
};

/**
 * What a severity is worth in marks, on work in the middle of the scale; positive is stricter.
 *
 * @param severity  logits, as a fit of raters finds them
 */
export const severityInMarks = (severity: number): number => meanAt(0) - meanAt(-severity);

/** How a rater stands to the others; what lies within its own error is told as none. */
export function strictness({
  severity,
  severityError,
}: {
  readonly severity: number;
  readonly severityError: number;
}): "stricter" | "milder" | "same" {
  const marks = severityInMarks(severity);
  if (Math.abs(severity) <= severityError || Math.abs(marks) < tellingMarks) return "same";
  return marks > 0 ? "stricter" : "milder";
}

/** Outside of these bounds a rater's marks are looked at: too even, or unlike all the others'. */
const infitMin = 0.5;
const infitMax = 1.5;

/** Of fewer marks it says more about chance than about the rater. */
const evennessMarksMin = 20;

export function evenness({
  infit,
  marks,
}: {
  readonly infit: number;
  readonly marks: number;
}): "few" | "even" | "uneven" | "usual" {
  if (marks < evennessMarksMin) return "few";
  return infit < infitMin ? "even" : infit > infitMax ? "uneven" : "usual";
}

const bandsWorstFirst = ["retrain", "third-if-apart", "good"] as const;

/** What is said of a whole assignment: its worst pair; too few where no pair has enough. */
export function wholeBand(
  bands: readonly ("too-few" | (typeof bandsWorstFirst)[number])[],
): "too-few" | (typeof bandsWorstFirst)[number] {
  return bandsWorstFirst.find((one) => bands.includes(one)) ?? "too-few";
}

/** The mark whose words describe a fair mark best. */
export const nearestMark = (fair: number): number =>
  Math.min(markMax, Math.max(0, Math.floor(fair + 0.5)));
