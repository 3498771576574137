import { mix32 } from "@echelon/kernel/random/mix.ts";
import { languageOf } from "../engine/season-markets.ts";
import { buyerOf } from "../engine/buyers.ts";
import type { ResultRow } from "../store/report-store.ts";
import { marketOf, type Desk } from "./open-desk.ts";

export type Sale = ResultRow<"sales">;

/** One order of a sale, at its address: of a bundle the line of one of its products. */
export type OrderLine = {
  readonly day: number;
  readonly line: number;
  readonly index: number;
  readonly sale: Sale;
};

export type PlacedOrder = OrderLine & {
  /** The other lines of the same order, the product that was chosen first; usually none. */
  readonly beside: readonly OrderLine[];
};

/** Whether it came with another product and was not chosen itself. */
export const cameAlong = ({ sale }: OrderLine): boolean => sale.setNumber < 0;

/** The orders of sales: one for each, or of a bundle one for each of its products. */
export function placeOrders(sales: readonly Sale[]): PlacedOrder[] {
  const inSets = sales.filter(({ setNumber }) => setNumber !== 0);
  const setOf = ({ day, setNumber }: Sale) => `${day}/${Math.abs(setNumber)}`;
  const sets = Map.groupBy(inSets, setOf);
  return sales.flatMap((sale) => {
    const others = sale.setNumber === 0 ? [] : sets.get(setOf(sale))!;
    const beside = others
      .filter((one) => one !== sale)
      .toSorted((a, b) => b.setNumber - a.setNumber || a.line - b.line);
    return Array.from({ length: sale.orders }, (_, index) => {
      const at = (one: Sale): OrderLine => ({ day: one.day, line: one.line, index, sale: one });
      return { ...at(sale), beside: beside.map(at) };
    });
  });
}

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

/**
 * One order of a sale, drawn from its address alone, what came along from that of what was chosen.
 * Buyers are synthetic.
 */
export function openOrder(desk: Desk, placed: PlacedOrder): OpenedOrder {
  const chosen = cameAlong(placed) ? placed.beside[0]! : placed;
  return { ...openLine(desk, chosen), units: unitsOf(placed.sale, placed.index) };
}

function openLine(desk: Desk, { day, line, index, sale }: OrderLine): Omit<OpenedOrder, "units"> {
  const market = marketOf(desk, sale.market);
  const draw = mix32(mix32(mix32(sale.offer ^ (day << 16)) ^ line) ^ index) >>> 0;
  const row = desk.context.rowOfOffer[sale.offer] ?? -1;
  const category = row < 0 ? -1 : desk.preview.state.categoryOf[row]!;
  const query = desk.world.source.categories[category]?.queries[sale.query];
  const language = languageOf(desk.world.source, market) ?? "en";
  return {
    ...buyerOf(desk.world.source, market, draw),
    phrase: query?.phrases[language]?.phrase ?? "",
  };
}
