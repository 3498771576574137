/** What a category costs in a market: the price that shoppers compare with (market.md E3). */
import { exp } from "../../number/exp.ts";
import type { Engine } from "../state/engine.ts";
import { rankedValues } from "./order-statistics.ts";
import { card, cardWidth, priceQuantiles } from "../state/workspace.ts";

/** Ranks of the quantiles in hundredths; the middle one is the upper median. */
const hundredths = [10, 25, 50, 75, 90] as const;
const median = 2;

/**
 * Writes the quantiles of the landed prices of a cell's live listings; the upper median is the
 * reference. Two threads whose shelves share a cell write the same figures.
 */
export function writeReference(engine: Engine, cell: number): void {
  const { world, work, own } = engine;
  const { categories, offers } = world.sizes;
  const { cards } = work;
  const { prices, ranks, quantiles, rankScratch } = own;
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
  const first = cell * priceQuantiles;
  if (count === 0) {
    work.quantileMinor.fill(0, first, first + priceQuantiles);
    work.logReference[cell] = 0;
    return;
  }
  for (let i = 0; i < priceQuantiles; i++) ranks[i] = Math.floor((count * hundredths[i]!) / 100);
  rankedValues(prices, count, ranks, quantiles, rankScratch);
  for (let i = 0; i < priceQuantiles; i++) {
    work.quantileMinor[first + i] = Math.floor(exp(quantiles[i]!) + 0.5);
  }
  work.logReference[cell] = quantiles[median]!;
}
