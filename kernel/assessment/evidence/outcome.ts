/** What was measured, on the one scale that evidence of every kind is told on. */

import { clamp } from "../../number/clamp.ts";

/** Outcomes are whole millionths, so that what is stored is what is folded, to the bit. */
export const microOfWhole = 1_000_000;

/** An outcome that just reaches the rule, in millionths of the whole. */
export const reachedMicro = 750_000;

/** When a measure reaches its competency's rule. */
export interface OutcomeRule {
  readonly op: ">=" | "<=";
  readonly threshold: number;
  /** The ends of the measure's scale: beyond them nothing is gained or lost. */
  readonly worst: number;
  readonly best: number;
}

/**
 * The outcome of a batch of events in millionths: 0 at the worst, 750,000 where the rule is just
 * reached, 1,000,000 at the best, straight between them.
 *
 * So "just reached" is one outcome whatever was measured, and pieces of all measures are compared.
 * Where the threshold is the best value there is nothing above it: reaching it is the whole.
 *
 * @param mean  of the measure over the batch, in the measure's own unit
 * @throws RangeError where a rule's threshold lies outside its scale, or its scale is turned round
 */
export function outcomeMicro(rule: OutcomeRule, mean: number): number {
  const { op, threshold, worst, best } = rule;
  const sign = op === ">=" ? 1 : -1;
  const [x, thr, low, high] = [mean * sign, threshold * sign, worst * sign, best * sign];
  if (!(low < high && low < thr && thr <= high)) {
    throw new RangeError(`no scale: ${worst} to ${best}, ${op} ${threshold}`);
  }
  if (x >= thr) {
    if (thr === high) return microOfWhole;
    const above = clamp((x - thr) / (high - thr), 0, 1);
    return reachedMicro + Math.floor(above * (microOfWhole - reachedMicro) + 0.5);
  }
  // A mean below the rule never rounds up to "reached".
  const below = Math.floor(clamp((x - low) / (thr - low), 0, 1) * reachedMicro + 0.5);
  return Math.min(reachedMicro - 1, below);
}
