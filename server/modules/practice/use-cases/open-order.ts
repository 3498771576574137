import { mix32 } from "@echelon/kernel/random/mix.ts";
import { languageOf } from "../engine/season-markets.ts";
import { buyerOf } from "../engine/buyers.ts";
import type { ResultRow } from "../store/report-store.ts";
import { marketOf, type Desk } from "./open-desk.ts";

export type Sale = ResultRow<"sales">;

export type OpenedOrder = {
  readonly buyer: string;
  readonly city: string;
  readonly units: number;
  /** What the buyer typed. */
  readonly phrase: string;
};

/**
 * One order of a sale, drawn from its address alone. Buyers are synthetic; the units of a sale are
 * dealt out so that the first orders take what exceeds one each.
 */
export function openOrder(
  desk: Desk,
  day: number,
  line: number,
  index: number,
  sale: Sale,
): OpenedOrder {
  const market = marketOf(desk, sale.market);
  const draw = mix32(mix32(mix32(sale.offer ^ (day << 16)) ^ line) ^ index) >>> 0;
  const row = desk.context.rowOfOffer[sale.offer] ?? -1;
  const category = row < 0 ? -1 : desk.preview.state.categoryOf[row]!;
  const query = desk.world.source.categories[category]?.queries[sale.query];
  const language = languageOf(desk.world.source, market) ?? "en";
  const each = Math.floor(sale.units / sale.orders);
  return {
    ...buyerOf(desk.world.source, market, draw),
    units: each + (index < sale.units - each * sale.orders ? 1 : 0),
    phrase: query?.phrases[language]?.phrase ?? "",
  };
}
