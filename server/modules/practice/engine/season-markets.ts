import type { Market } from "@echelon/contract/practice/shapes.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";

/** The language in which buyers of a market search: the first of its country. */
export function languageOf(source: WorldSource, market: string): string | undefined {
  return source.trade.countries.find((country) => country.id === market)?.languages[0];
}

/** Index of a market in the season, -1 where it has none. */
export function marketIndex(source: WorldSource, market: string): number {
  return source.scenario.markets.findIndex(({ country }) => country === market);
}

/** The season's markets as the screens show them. */
export function marketsOf(source: WorldSource, digitsOf: (currency: string) => number): Market[] {
  return source.scenario.markets.flatMap(({ country, visitShareBp }) => {
    const found = source.trade.countries.find(({ id }) => id === country);
    if (found === undefined) return [];
    return [
      {
        code: country,
        name: found.names,
        currency: found.currency,
        digits: digitsOf(found.currency),
        language: found.languages[0] ?? "en",
        visitShareBp,
      },
    ];
  });
}
