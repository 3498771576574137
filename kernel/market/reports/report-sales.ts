/** The day's purchases, place by place and price by price, and what advertised places sold. */
import { exchanged } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { lotAt, type Bought, type PromotedSales } from "../promotions/lots.ts";
import { pageStart } from "../shelf/page.ts";
import { addRow } from "../state/tables.ts";
import type { Workspace } from "../state/workspace.ts";
import { slices } from "../world/world-limits.ts";
import type { DayReport } from "./report.ts";

/** A place on a shelf's or a store's own page, and what was bought there. */
export type SalePlace = Bought & {
  readonly offer: number;
  readonly market: number;
  /** -1 on a store's own page. */
  readonly query: number;
  readonly slice: number;
  readonly slot: number;
  readonly isSponsored: boolean;
  /** Index into `salesSources`. */
  readonly source: number;
};

/** What the units of a row were sold at. */
type Priced = {
  readonly orders: number;
  readonly units: number;
  readonly goodsMinor: number;
  readonly feeMinor: number;
  readonly offMinor: number;
  readonly feeOffMinor: number;
  readonly promotions: number;
  readonly lot: number;
};

/**
 * Writes the purchases of a place: one row, or one for each price a promotion brought about. Gives
 * what the buyers paid, minor units of the market.
 */
export function writeSales(
  context: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
  place: SalePlace,
): number {
  const { state } = context;
  const cell = place.offer * state.sizes.markets + place.market;
  const lots = sales.lotsOf(cell);
  const placed = lots === null ? null : sales.ordersOf(cell, place.slice, place);
  if (lots === null || placed === null) {
    const plain = { orders: place.orders, units: place.units };
    const [goodsMinor, feeMinor] = [work.goodsMinor[cell]!, state.feeMinor[cell]!];
    const off = { offMinor: 0, feeOffMinor: 0, promotions: 0, lot: 0 };
    writeSale(context, report, place, cell, { ...plain, goodsMinor, feeMinor, ...off });
    return place.units * (goodsMinor + feeMinor);
  }
  const { full, kinds } = placed.plan;
  let paid = 0;
  for (const { orders, pieces, goodsMinor, feeMinor } of placed.orders) {
    paid += orders * pieces * (goodsMinor + feeMinor);
    writeSale(context, report, place, cell, {
      orders,
      units: orders * pieces,
      goodsMinor,
      feeMinor,
      offMinor: full.goodsMinor - goodsMinor,
      feeOffMinor: full.feeMinor - feeMinor,
      promotions: kinds,
      lot: lotAt(lots, { goodsMinor, feeMinor }),
    });
  }
  return paid;
}

function writeSale(
  { state }: DecisionContext,
  report: DayReport,
  place: SalePlace,
  cell: number,
  priced: Priced,
): void {
  const row = addRow(report.tables.sales);
  const { columns } = report.tables.sales;
  columns.store[row] = state.storeOf[place.offer]!;
  columns.offer[row] = state.offerNumber[place.offer]!;
  columns.market[row] = place.market;
  columns.query[row] = place.query;
  columns.slice[row] = place.slice;
  columns.slot[row] = place.slot;
  columns.isSponsored[row] = place.isSponsored ? 1 : 0;
  columns.source[row] = place.source;
  columns.orders[row] = priced.orders;
  columns.units[row] = priced.units;
  columns.priceMinor[row] = priced.goodsMinor;
  columns.feeMinor[row] = priced.feeMinor;
  columns.service[row] = state.service[cell]!;
  columns.promiseDays[row] = state.promiseDays[cell]!;
  columns.offMinor[row] = priced.offMinor;
  columns.feeOffMinor[row] = priced.feeOffMinor;
  columns.promotions[row] = priced.promotions;
  columns.lot[row] = priced.lot;
}

/** What advertised places sold, in the books' currency, by row of the entry. */
export function adRevenue(
  { state, world, book }: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
): Map<number, number> {
  const { shelves, markets, categories, queries } = state.sizes;
  const revenue = new Map<number, number>();
  for (let slice = 0; slice < slices; slice++) {
    for (let shelf = 0; shelf < shelves; shelf++) {
      const start = pageStart(shelves, slice, shelf);
      const end = start + work.slotCount[slice * shelves + shelf]!;
      const market = Math.floor(shelf / (categories * queries));
      for (let at = start; at < end; at++) {
        const entry = work.pageEntry[at]!;
        const units = work.pageUnits[at]!;
        if (entry < 0 || units === 0) continue;
        const offer = work.pageOffer[at]!;
        if (!report.isReported(state.storeOf[offer]!)) continue;
        const row = work.entryRow[entry]!;
        const cell = offer * markets + market;
        const bought = { where: shelf, orders: work.pageOrders[at]!, units };
        const paid =
          sales
            .ordersOf(cell, slice, bought)
            ?.orders.reduce((sum, one) => sum + one.orders * one.pieces * one.goodsMinor, 0) ??
          work.goodsMinor[cell]! * units;
        const earned = exchanged(book, paid, world.currencyOfMarket[market]!, world.base);
        revenue.set(row, (revenue.get(row) ?? 0) + earned);
      }
    }
  }
  return revenue;
}
