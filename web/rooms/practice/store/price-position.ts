/**
 * Where a price stands on a drawn scale, percent from the left; prices beyond an end stand at it.
 *
 * @param low  left end, minor units
 * @param high right end, minor units; when not above `low` everything stands in the middle
 */
export function placeOnScale(minor: number, low: number, high: number): number {
  if (high <= low) return 50;
  const share = (minor - low) / (high - low);
  return Math.round(Math.min(1, Math.max(0, share)) * 1_000) / 10;
}

/** Ends of a scale that shows all of these prices with a little room on both sides. */
export function scaleEnds(prices: readonly number[]): { low: number; high: number } {
  const shown = prices.filter((price) => price > 0);
  if (shown.length === 0) return { low: 0, high: 0 };
  const [least, most] = [Math.min(...shown), Math.max(...shown)];
  const room = Math.max(1, Math.round((most - least) * 0.08));
  return { low: Math.max(0, least - room), high: most + room };
}

type Quantiles = { p10Minor: number; p25Minor: number; p75Minor: number; p90Minor: number };

/** The words for where a price stands among its rivals': key of the room's texts. */
export function positionWord(
  minor: number,
  { p10Minor, p25Minor, p75Minor, p90Minor }: Quantiles,
): "lowest" | "low" | "middle" | "high" | "highest" {
  if (minor < p10Minor) return "lowest";
  if (minor < p25Minor) return "low";
  if (minor <= p75Minor) return "middle";
  return minor <= p90Minor ? "high" : "highest";
}
