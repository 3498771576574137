/**
 * A class's grade: parts by the teacher's weights, times what team-mates say. It is no estimate of
 * what somebody can do, and no certificate hangs on it.
 */

/** Tenths of a point: a hundred points are 1,000. */
export const gradeTenthsMax = 1_000;
/** A factor of one, in thousandths. */
export const wholeFactorMilli = 1_000;

export interface GradePart {
  /** Of all weights' sum; 0 leaves the part out. */
  readonly weight: number;
  /** What was reached, tenths; null where there is nothing of this person. */
  readonly tenths: number | null;
  /** Whether anybody of the class has something here. */
  readonly isHeld: boolean;
}

/**
 * The weighted mean of the parts, tenths, times the factor, at most the full hundred.
 *
 * A part that nobody of the class has leaves its weight to the others, for nobody could have earned
 * it; of a part that others have, who has nothing has 0.
 *
 * @param factorMilli  from team-mates, thousandths; null of who is alone
 * @returns            null where no part counts for anybody
 */
export function classGrade(
  parts: readonly GradePart[],
  factorMilli: number | null = null,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { weight, tenths, isHeld } of parts) {
    if (!isHeld) continue;
    sum += weight * (tenths ?? 0);
    weights += weight;
  }
  if (weights === 0) return null;
  const factor = factorMilli ?? wholeFactorMilli;
  // Half up, in whole numbers: the same on every computer, and on the teacher's.
  const whole = 2 * weights * wholeFactorMilli;
  const tenths = Math.floor((2 * sum * factor + whole / 2) / whole);
  return Math.min(gradeTenthsMax, tenths);
}
