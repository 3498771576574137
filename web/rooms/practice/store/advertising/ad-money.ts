/** Ticks in one US dollar. */
export const ticksPerUsd = 10_000;

/**
 * Advertising money in minor units of the books.
 *
 * @param usdRateE8 books currency for 1 USD, 1e-8 units
 * @param digits    digits after the point of the books' currency
 */
export function ticksInBooks(ticks: number, usdRateE8: number, digits: number): number {
  return Math.round((ticks / ticksPerUsd) * (usdRateE8 / 1e8) * 10 ** digits);
}

/**
 * Advertising cost of sales, basis points: what was spent for what was sold through it. Null when
 * nothing was sold, for then there is no share to name.
 */
export function acosBp(spentMinor: number, revenueMinor: number): number | null {
  return revenueMinor <= 0 ? null : Math.round((spentMinor * 10_000) / revenueMinor);
}

/** Mean price of a click, ticks; null without clicks. */
export const perClick = (ticks: number, clicks: number): number | null =>
  clicks === 0 ? null : Math.round(ticks / clicks);

/**
 * A bid to begin with: half of what a click is worth, but never below the reserve, where nothing is
 * shown.
 *
 * @param breakEvenTicks most that a click may cost before an average sale earns nothing; 0 unknown
 */
export function proposedBid(breakEvenTicks: number, reserveTicks: number): number {
  return Math.max(reserveTicks, Math.floor(breakEvenTicks / 200) * 100);
}

/** Dollars as they are typed, in ticks. */
export const typedTicks = (usd: number): number => Math.round(usd * ticksPerUsd);

/** Share of the day's budget that was spent, basis points, at most all of it. */
export function spentBp(spentTicks: number, budgetTicks: number): number {
  return budgetTicks <= 0 ? 0 : Math.min(10_000, Math.round((spentTicks * 10_000) / budgetTicks));
}
