/**
 * The market price of a product in a city and what may be asked above it (practice.md 9). It comes
 * from costs and law alone, so that it is known before anybody sets a price: the sandbox's own
 * table of prices was not found.
 */
import { convertMinor } from "../../money/convert.ts";
import type { TradeAnswers } from "../../trade/answers.ts";
import { laneOf } from "../parcels/lanes.ts";
import { currencyNumber } from "../world/lookups.ts";
import type { World } from "../world/world.ts";

const kept = new WeakMap<TradeAnswers, Float64Array>();

/**
 * Market prices by market · categories + category, minor units of the market's currency; 0 where
 * nothing of the category can be sent. The upper median over the category's products of goods and
 * cheapest freight, marked up, at the season's first rates of exchange.
 */
export function marketPrices(world: World, trade: TradeAnswers): Float64Array {
  const known = kept.get(trade);
  if (known !== undefined) return known;
  const { markets, categories } = world.sizes;
  const prices = Float64Array.from({ length: markets * categories }, (_, cell) =>
    priceOf(world, trade, Math.floor(cell / categories), cell % categories),
  );
  kept.set(trade, prices);
  return prices;
}

function priceOf(world: World, trade: TradeAnswers, market: number, category: number): number {
  const costs: number[] = [];
  world.source.products.forEach((product, index) => {
    if (product.category !== category) return;
    const freight = cheapestFreight(world, trade, index, market);
    if (freight === null) return;
    const goods = exchange(
      world,
      product.unitCostMinor,
      currencyNumber(world, product.costCurrency),
      world.currencyOfMarket[market]!,
    );
    costs.push(goods + freight);
  });
  if (costs.length === 0) return 0;
  const middle = costs.toSorted((a, b) => a - b)[Math.floor(costs.length / 2)]!;
  return Math.floor(middle * world.parameters["sandbox.price.markup"] + 0.5);
}

/** The cheapest parcel from home, in the market's currency; null where none goes. */
function cheapestFreight(
  world: World,
  trade: TradeAnswers,
  product: number,
  market: number,
): number | null {
  let least: number | null = null;
  for (const { index } of trade.services(world.marketIds[market]!, "home")) {
    const lane = laneOf(world, trade, product, market, index);
    if (lane === null) continue;
    const there = world.currencyOfMarket[market]!;
    const cost = exchange(world, lane.costMinor, lane.currency, there);
    if (least === null || cost < least) least = cost;
  }
  return least;
}

function exchange({ currencies, startRateE8 }: World, minor: number, from: number, to: number) {
  const [rateFrom, rateTo] = [startRateE8[from]!, startRateE8[to]!];
  return convertMinor(minor, currencies[from]!, currencies[to]!, rateFrom, rateTo);
}

/** The most that price and freight together may be: market price × (1 + band), rounded down. */
export function dealPriceMost(world: World, marketPriceMinor: number): number {
  const bandBp = Math.floor(10_000 * world.parameters["sandbox.price.band"] + 0.5);
  return Math.floor((marketPriceMinor * (10_000 + bandBp)) / 10_000);
}
