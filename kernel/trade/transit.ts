/**
 * Days under way, as a table.
 *
 * A card states three quantiles. Between them the quantile function is a straight line through
 * u = 0: max(1, p10 − ⌈(p50 − p10) / 2⌉); .10, .50, .90: the card; .99: p90 + (p90 − p50);
 * 1: p90 + 2 (p90 − p50). What lies beyond the last day counts as the last day.
 */
export const transitDaysMax = 120;

const million = 1_000_000;

/**
 * Share of parcels that arrive on each day after dispatch, 0 to 120, in parts per million.
 *
 * The cumulative share is what is rounded, so the weights sum to exactly 1,000,000 and the card's
 * quantiles read back exactly.
 *
 * @param p10 p50 p90  whole days with 1 ≤ p10 ≤ p50 ≤ p90 ≤ 120
 */
export function transitWeights(p10: number, p50: number, p90: number): Int32Array {
  const first = Math.max(1, p10 - Math.ceil((p50 - p10) / 2));
  const days = [first, p10, p50, p90, p90 + (p90 - p50), p90 + 2 * (p90 - p50)];
  const shares = [0, 100_000, 500_000, 900_000, 990_000, million];
  const weights = new Int32Array(transitDaysMax + 1);
  let before = 0;
  for (let day = 0; day <= transitDaysMax; day++) {
    const share = day === transitDaysMax ? million : shareBy(day, days, shares);
    weights[day] = share - before;
    before = share;
  }
  return weights;
}

/** Cumulative share on a day: the largest u whose quantile is not after the day, half up. */
function shareBy(day: number, days: readonly number[], shares: readonly number[]): number {
  if (day < days[0]!) return 0;
  let point = 0;
  while (point + 1 < days.length && days[point + 1]! <= day) point++;
  if (point + 1 === days.length) return million;
  const width = days[point + 1]! - days[point]!;
  const rise = shares[point + 1]! - shares[point]!;
  const share =
    shares[point]! + Math.floor((2 * rise * (day - days[point]!) + width) / (2 * width));
  return share;
}

/** The first day by which at least this share of parcels, in parts per million, has arrived. */
export function transitQuantile(weights: ArrayLike<number>, sharePpm: number): number {
  let sum = 0;
  for (let day = 0; day < weights.length; day++) {
    sum += weights[day]!;
    if (sum >= sharePpm) return day;
  }
  return weights.length - 1;
}
