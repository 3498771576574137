/** The verdict: every moment on every seed against its band. */
import { isInBand, type Measured, type Moment, type MomentRow } from "./moment.ts";
import type { Subject } from "./subject.ts";

/** Nine tenths of all readings lie in their bands, and every hard one does. */
export const leastShare = 0.9;

export type Reading = Measured & { readonly moment: string };

export type ScoredReading = Measured & { readonly seed: number; readonly isIn: boolean };

export type ScoredMoment = MomentRow & { readonly readings: readonly ScoredReading[] };

export type Verdict = {
  readonly moments: readonly ScoredMoment[];
  /** Readings in their bands as a share of all. */
  readonly share: number;
  /** Hard moments that are out of their bands on some seed. */
  readonly hardOut: readonly string[];
  readonly passes: boolean;
};

/** Measures moments on one season. */
export function measureAll(subject: Subject, moments: readonly Moment[]): readonly Reading[] {
  return moments.map(({ name, measure }) => ({ moment: name, ...measure(subject) }));
}

/** Holds the readings of all seeds against the bands. */
export function judge(
  moments: readonly MomentRow[],
  runs: readonly { readonly seed: number; readonly readings: readonly Reading[] }[],
): Verdict {
  const scored = moments.map((moment) => ({
    ...rowOf(moment),
    readings: runs.map(({ seed, readings }) => {
      const found = readings.find((reading) => reading.moment === moment.name);
      if (found === undefined) throw new Error(`seed ${seed} has no reading of ${moment.name}`);
      const { value, standardError } = found;
      return { seed, value, standardError, isIn: isInBand(moment, value) };
    }),
  }));
  const all = scored.flatMap(({ readings }) => readings);
  const share = all.filter(({ isIn }) => isIn).length / Math.max(1, all.length);
  const hardOut = scored
    .filter(({ isHard, readings }) => isHard && readings.some(({ isIn }) => !isIn))
    .map(({ name }) => name);
  return { moments: scored, share, hardOut, passes: share >= leastShare && hardOut.length === 0 };
}

function rowOf({ name, unit, lo, hi, isHard, source, verified }: MomentRow): MomentRow {
  return { name, unit, lo, hi, isHard, source, verified };
}
