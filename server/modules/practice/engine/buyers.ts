import { buyerName, type BuyerNames, loadBuyerNames } from "@echelon/atlas/buyers.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";

let names: Readonly<Record<string, BuyerNames>> | undefined;

/** A synthetic buyer of a market: a name of the country's list and one of its cities. */
export function buyerOf(
  source: WorldSource,
  market: string,
  draw: number,
): { buyer: string; city: string } {
  names ??= loadBuyerNames();
  const list = names[market];
  const cities = source.trade.countries.find(({ id }) => id === market)?.cities ?? [];
  const city = cities[Math.floor(draw / 1_600) % Math.max(1, cities.length)];
  return {
    buyer: list === undefined ? "" : buyerName(list, draw % 1_600),
    city: city?.name.en ?? "",
  };
}
