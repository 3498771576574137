/** Whether something that is no skill goes with the score. */
import { meanOf } from "../../number/correlation.ts";

/**
 * t of a regression of the score on one number a store, within levels: both are taken as distances
 * from the mean of the store's level first (Frisch, Waugh, Lovell), so that skill explains nothing
 * of what is left. 0 where the number does not vary within levels.
 */
export function slopeT(
  levels: readonly number[],
  scores: readonly number[],
  numbers: readonly number[],
): number {
  const y = withinLevels(levels, scores);
  const x = withinLevels(levels, numbers);
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    xx += x[i]! * x[i]!;
    xy += x[i]! * y[i]!;
  }
  const freedom = x.length - new Set(levels).size - 1;
  if (!(xx > 1e-9) || freedom < 1) return 0;
  const slope = xy / xx;
  let left = 0;
  for (let i = 0; i < x.length; i++) left += (y[i]! - slope * x[i]!) * (y[i]! - slope * x[i]!);
  const error = Math.sqrt(left / freedom / xx);
  return error > 0 ? slope / error : slope === 0 ? 0 : Number.POSITIVE_INFINITY;
}

/** The largest t, by size, of any label's stores against the others. */
export function labelT(
  levels: readonly number[],
  scores: readonly number[],
  labels: readonly number[],
): number {
  const known = [...new Set(labels)].toSorted((a, b) => a - b);
  let most = 0;
  for (const label of known) {
    const has = labels.map((one) => (one === label ? 1 : 0));
    const t = slopeT(levels, scores, has);
    if (Math.abs(t) > Math.abs(most)) most = t;
  }
  return most;
}

function withinLevels(levels: readonly number[], values: readonly number[]): readonly number[] {
  const means = new Map(
    [...new Set(levels)].map((level) => [
      level,
      meanOf(values.filter((_, at) => levels[at] === level)),
    ]),
  );
  return values.map((value, at) => value - means.get(levels[at]!)!);
}
