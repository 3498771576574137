type Line = { currency: string; amountMinor: number };

/**
 * Sum of a document's lines in each currency, in order of appearance; zero when the books balance.
 */
export function currencySums(lines: readonly Line[]): { currency: string; sumMinor: number }[] {
  const sums = new Map<string, number>();
  for (const { currency, amountMinor } of lines) {
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  }
  return [...sums].map(([currency, sumMinor]) => ({ currency, sumMinor }));
}
