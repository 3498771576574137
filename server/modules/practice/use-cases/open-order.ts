import { mix32 } from "@echelon/kernel/random/mix.ts";
import { languageOf } from "../engine/season-markets.ts";
import { buyerOf } from "../engine/buyers.ts";
import type { ResultRow } from "../store/report-store.ts";
import { marketOf, type Desk } from "./open-desk.ts";

export type Sale = ResultRow<"sales">;

/** One order of a sale, at its address. */
export type PlacedOrder = {
  readonly day: number;
  readonly line: number;
  readonly index: number;
  readonly sale: Sale;
};

export type OpenedOrder = {
  readonly buyer: string;
  readonly city: string;
  readonly units: number;
  /** What the buyer typed. */
  readonly phrase: string;
};

/** Units of one order of a sale: the first orders take what exceeds an equal share. */
export function unitsOf({ units, orders }: Sale, index: number): number {
  const each = Math.floor(units / orders);
  return each + (index < units - each * orders ? 1 : 0);
}

/** One order of a sale, drawn from its address alone. Buyers are synthetic. */
export function openOrder(desk: Desk, { day, line, index, sale }: PlacedOrder): OpenedOrder {
  const market = marketOf(desk, sale.market);
  const draw = mix32(mix32(mix32(sale.offer ^ (day << 16)) ^ line) ^ index) >>> 0;
  const row = desk.context.rowOfOffer[sale.offer] ?? -1;
  const category = row < 0 ? -1 : desk.preview.state.categoryOf[row]!;
  const query = desk.world.source.categories[category]?.queries[sale.query];
  const language = languageOf(desk.world.source, market) ?? "en";
  return {
    ...buyerOf(desk.world.source, market, draw),
    units: unitsOf(sale, index),
    phrase: query?.phrases[language]?.phrase ?? "",
  };
}
