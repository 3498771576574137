type Break = { readonly units: number; readonly unitMinor: number };

/**
 * Price of one unit when so many are bought: that of the highest break that is reached, or of the
 * first one below the minimum.
 *
 * @param breaks prices from so many units on, growing in units
 */
export function unitPriceAt(breaks: readonly Break[], units: number): number {
  const reached = breaks.findLast((one) => units >= one.units) ?? breaks[0];
  return reached?.unitMinor ?? 0;
}

/** The next cheaper break above a quantity, or undefined at the last one. */
export function nextBreak(breaks: readonly Break[], units: number): Break | undefined {
  const now = unitPriceAt(breaks, units);
  return breaks.find((one) => one.units > units && one.unitMinor < now);
}

/** How urgent a stock is: `out`, `short` below its supplier's lead time, else `well`. */
export function coverTone(
  coverDays: number | null,
  onHand: number,
  inbound: number,
  leadDays: number,
): "out" | "short" | "well" | "unsold" {
  if (onHand === 0) return "out";
  if (coverDays === null) return "unsold";
  return coverDays < leadDays && inbound === 0 ? "short" : "well";
}

/**
 * Units to propose: what sells during the lead time and one more week at the last week's pace, less
 * what is there or on its way, in whole minimum orders and no more than is made in a day.
 */
export function proposedUnits(
  row: { onHand: number; inbound: number; soldWeek: number },
  supply: { moq: number; leadDays: number; outputUnits?: number },
): number {
  const wanted = Math.ceil((row.soldWeek * (supply.leadDays + 7)) / 7) - row.onHand - row.inbound;
  const most = Math.floor((supply.outputUnits ?? Number.POSITIVE_INFINITY) / supply.moq);
  return Math.max(1, Math.min(most, Math.ceil(wanted / supply.moq))) * supply.moq;
}
