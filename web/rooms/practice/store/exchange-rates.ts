export type Rates = readonly { readonly currency: string; readonly rateE8: number }[];

/**
 * Minor units of one currency in another's, at the rates of the season's day; null when one of them
 * has no rate.
 *
 * @param rates    what one unit of each currency is worth in the books', 1e-8 units
 * @param digitsOf digits after the point of a currency
 */
export function exchangedMinor(
  minor: number,
  from: string,
  to: string,
  rates: Rates,
  digitsOf: (currency: string) => number,
): number | null {
  if (from === to) return minor;
  const rateOf = (currency: string) => rates.find((one) => one.currency === currency)?.rateE8 ?? 0;
  const [a, b] = [rateOf(from), rateOf(to)];
  if (a <= 0 || b <= 0) return null;
  return Math.round((minor / 10 ** digitsOf(from)) * (a / b) * 10 ** digitsOf(to));
}
