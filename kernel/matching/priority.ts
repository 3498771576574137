/** How much a place wants a student: fit, what the enterprise says, and published policy. */

/** Parts of a priority; they sum to 1,000. */
export const priorityParts = Object.freeze({ fit: 600, enterprise: 300, policy: 100 });

export const notAcceptable = -1;

/** A competency that a post asks for: how much it counts, and the mastery that fills it. */
export interface Asked {
  /** Above 0; only its share of the sum counts. */
  readonly weight: number;
  /** Estimated mastery, 0 to 1. */
  readonly mastery: number;
  /** Mastery from which more does not count, above 0. */
  readonly cut: number;
}

/**
 * How well somebody fits a post: Σ ω · min(1, m/cut) / Σ ω, from 0 to 1, in thousandths, half up.
 * A post that asks for nothing is fit for by everybody.
 */
export function fitPermille(asked: readonly Asked[]): number {
  let met = 0;
  let weights = 0;
  for (const { weight, mastery, cut } of asked) {
    met += weight * Math.min(1, Math.max(0, mastery) / cut);
    weights += weight;
  }
  return weights === 0 ? 1000 : Math.floor((1000 * met) / weights + 0.5);
}

export interface Standing {
  readonly fitPermille: number;
  /** The enterprise's own mark; absent, fit stands in for it. */
  readonly enterprisePermille: number | null;
  /** What published rules give, 0 to 1,000. */
  readonly policyPermille: number;
  /** Whether the enterprise said no. */
  readonly isRefused: boolean;
  /** Least fit of the place, thousandths. */
  readonly floorPermille: number;
}

/** Priority of a student at a place, a whole number from 0 to 1,000, or `notAcceptable`. */
export function priorityOf(standing: Standing): number {
  const { fitPermille: fit, enterprisePermille, policyPermille, floorPermille } = standing;
  if (standing.isRefused || fit < floorPermille) return notAcceptable;
  const { fit: byFit, enterprise, policy } = priorityParts;
  const sum = byFit * fit + enterprise * (enterprisePermille ?? fit) + policy * policyPermille;
  return Math.floor(sum / 1000 + 0.5);
}
