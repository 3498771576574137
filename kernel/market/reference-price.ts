/** What a category costs in a market: the price that shoppers compare with (market.md E3). */
import { exp } from "../number/exp.ts";
import type { Engine } from "./engine.ts";
import { selectNth } from "./select-top.ts";
import { card, cardWidth, priceQuantiles } from "./workspace.ts";

/** Ranks of the quantiles in hundredths; the middle one is the upper median. */
const hundredths = [10, 25, 50, 75, 90] as const;

/**
 * Writes the quantiles of the landed prices of a cell's live listings; the upper median is the
 * reference. Two threads whose shelves share a cell write the same figures.
 */
export function writeReference(engine: Engine, cell: number): void {
  const { world, work, own } = engine;
  const { categories, offers } = world.sizes;
  const { cards } = work;
  const { prices } = own;
  const market = Math.floor(cell / categories);
  const category = cell - market * categories;
  const start = work.categoryStart[category]!;
  const end = work.categoryStart[category + 1]!;
  let count = 0;
  const last = (market * offers + end) * cardWidth;
  for (let at = (market * offers + start) * cardWidth; at < last; at += cardWidth) {
    const price = cards[at + card.logPrice]!;
    if (price !== -Infinity) prices[count++] = price;
  }
  work.liveListings[cell] = count;
  let from = 0;
  for (let quantile = 0; quantile < priceQuantiles; quantile++) {
    const rank = Math.floor((count * hundredths[quantile]!) / 100);
    const price = count === 0 ? 0 : selectNth(prices, from, count, rank);
    const minor = count === 0 ? 0 : Math.floor(exp(price) + 0.5);
    work.quantileMinor[cell * priceQuantiles + quantile] = minor;
    if (quantile === 2) work.logReference[cell] = price;
    from = rank;
  }
}
