/**
 * What an experiment showed: the difference of two arms and the range it may really lie in, at 95 %
 * (Agresti and Caffo 2000: as if each arm had one more of either kind, which keeps the promise
 * where little was sold).
 */
import { marginErrors } from "./estimate.ts";

export type Arm = {
  readonly visits: number;
  /** Visits that did what is measured. */
  readonly hits: number;
  /** What one of them counts: 1, or the price in minor units. */
  readonly worth: number;
};

/** Of a thousand visits. */
export type TrialResult = {
  readonly a: number;
  readonly b: number;
  /** B less A, as seen, and the ends of its range. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** The range holds no difference at all: what was seen could be chance. */
  readonly couldBeChance: boolean;
};

const thousand = 1000;

export function resultOf(a: Arm, b: Arm): TrialResult {
  const seen = ({ visits, hits, worth }: Arm) =>
    visits === 0 ? 0 : (thousand * worth * hits) / visits;
  const near = ({ visits, hits }: Arm) => (hits + 1) / (visits + 2);
  const variance = (arm: Arm) =>
    (arm.worth * arm.worth * near(arm) * (1 - near(arm))) / (arm.visits + 2);
  const middle = thousand * (b.worth * near(b) - a.worth * near(a));
  const reach = thousand * marginErrors * Math.sqrt(variance(a) + variance(b));
  return {
    a: seen(a),
    b: seen(b),
    difference: seen(b) - seen(a),
    low: middle - reach,
    high: middle + reach,
    couldBeChance: Math.abs(middle) <= reach,
  };
}
