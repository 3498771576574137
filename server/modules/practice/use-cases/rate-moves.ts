import type { FinanceView } from "@echelon/contract/practice/finance.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { DayCloseTable } from "../store/schema.ts";

export type RateSeries = { readonly currency: string; readonly seriesE8: readonly number[] };

const daysMax = 30;
/** Fewer changes than these say nothing about how much a rate moves. */
const changesMin = 5;

/** Rates of the last closed days and of now, oldest first, of every currency but the books'. */
export function ratesAhead(
  world: World,
  closes: readonly DayCloseTable[],
  now: ArrayLike<number>,
): RateSeries[] {
  // The rates of now are those of the last close; before the first they are those of the start.
  const past = closes.slice(-daysMax - 1, -1).map(({ rates_e8: rates }) => rates);
  return world.currencies.flatMap((currency, index) =>
    index === world.base
      ? []
      : [
          {
            currency,
            seriesE8: [...past.map((rates) => rates[index]!), now[index]!].map(Math.round),
          },
        ],
  );
}

/** What a series of rates comes to: its change, and how much it moves in a year. */
export function movesOf({ currency, seriesE8 }: RateSeries): FinanceView["rates"][number] {
  const first = seriesE8[0]!;
  const last = seriesE8.at(-1)!;
  const squares = seriesE8.slice(1).map((rate, at) => Math.log(rate / seriesE8[at]!) ** 2);
  const mean = squares.reduce((sum, one) => sum + one, 0) / Math.max(1, squares.length);
  return {
    currency,
    seriesE8: [...seriesE8],
    changeBp: Math.round((last / first - 1) * 10_000),
    volatilityBp: squares.length < changesMin ? null : Math.round(Math.sqrt(mean * 365) * 10_000),
  };
}
