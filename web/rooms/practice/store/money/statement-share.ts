type Line = { code: string; amountMinor: number };

/**
 * Each line's share of net sales, basis points, by the line's code: what a hundred of sales become.
 * Nothing where nothing was sold, for then there is no share to name.
 */
export function salesShares(lines: readonly Line[]): ReadonlyMap<string, number> {
  const sales = lines
    .filter(({ code }) => code === "revenue" || code === "refunds")
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (sales <= 0) return new Map();
  return new Map(
    lines.map(({ code, amountMinor }) => [code, Math.round((amountMinor * 10_000) / sales)]),
  );
}
