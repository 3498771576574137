/**
 * How good a forecast was (practice.md section 8). Three quantiles are given: the truth is below
 * p10 one time in ten, below p50 every other time, above p90 one time in ten. What may be any
 * amount is scored by the pinball loss, ranks by the ranked probability score, the Brier score of
 * ordered classes (Epstein 1969). Both are 0 for who knew and grow with being wrong; neither can be
 * bettered by saying something else than one believes.
 */

export const forecastMeasures = ["units", "cash", "rank"] as const;
export type ForecastMeasure = (typeof forecastMeasures)[number];

export type Quantiles = { readonly p10: number; readonly p50: number; readonly p90: number };

/** A forecast of one number, sure of itself: what the naive one is. */
export const certain = (value: number): Quantiles => ({ p10: value, p50: value, p90: value });

const levels = [0.1, 0.5, 0.9] as const;

/** Mean pinball loss of the three quantiles, in the unit of what is forecast. */
export function pinballLoss({ p10, p50, p90 }: Quantiles, actual: number): number {
  const losses = [p10, p50, p90].map((quantile, at) => {
    const level = levels[at]!;
    return actual >= quantile ? level * (actual - quantile) : (1 - level) * (quantile - actual);
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/**
 * Ranked probability score of a forecast rank: the mean over the ranks of the squared distance of
 * what was said to be the chance of that rank or better from what came true.
 *
 * @param ranks  how many there are
 */
export function rankLoss(forecast: Quantiles, actual: number, ranks: number): number {
  let sum = 0;
  for (let rank = 1; rank < ranks; rank++) {
    const distance = chanceOf(forecast, rank) - (actual <= rank ? 1 : 0);
    sum += distance * distance;
  }
  return ranks > 1 ? sum / (ranks - 1) : 0;
}

/** What the quantiles say of the chance of this rank or a better one; straight between them. */
function chanceOf({ p10, p50, p90 }: Quantiles, rank: number): number {
  if (rank >= p90) return 1;
  if (rank < p10) return 0;
  if (rank < p50) return 0.1 + (0.4 * (rank - p10)) / (p50 - p10);
  return 0.5 + (0.4 * (rank - p50)) / (p90 - p50);
}

/** Absolute error of the middle in basis points of what came, which counts as 1 at least. */
export function errorBp({ p50 }: Quantiles, actual: number): number {
  return Math.floor((10_000 * Math.abs(p50 - actual)) / Math.max(1, Math.abs(actual)) + 0.5);
}

/** Units of as many days as last week's mean day sells, half up: the naive forecast. */
export function naiveUnits(lastWeek: readonly number[], days: number): number {
  const sum = lastWeek.reduce((total, units) => total + units, 0);
  return Math.floor((sum * days) / lastWeek.length + 0.5);
}
