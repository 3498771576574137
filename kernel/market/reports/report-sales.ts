/** The day's purchases, place by place and price by price, and what advertised places sold. */
import { exchanged } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import {
  lotAt,
  type AlikeOrders,
  type Bought,
  type PlacedOrders,
  type PromotedSales,
} from "../promotions/lots.ts";
import { bundle, promotionKinds } from "../promotions/promotion-kinds.ts";
import { pageStart } from "../shelf/page.ts";
import { directPlaces } from "../shelf/settle.ts";
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
  readonly setNumber: number;
};

/**
 * Writes the purchases of a place: one row, or one for each price a promotion brought about, and
 * after those of a bundle what came with them. Gives what the buyers paid for the listing of the
 * place, minor units of the market.
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
    const off = { offMinor: 0, feeOffMinor: 0, promotions: 0, lot: 0, setNumber: 0 };
    writeSale(context, report, place, cell, { ...plain, goodsMinor, feeMinor, ...off });
    return place.units * (goodsMinor + feeMinor);
  }
  const { full, kinds } = placed.plan;
  let paid = 0;
  for (const alike of placed.orders) {
    const { orders, pieces, goodsMinor, feeMinor, isSet } = alike;
    paid += orders * pieces * (goodsMinor + feeMinor);
    const setNumber = isSet ? report.tables.sales.rows + 1 : 0;
    writeSale(context, report, place, cell, {
      orders,
      units: orders * pieces,
      goodsMinor,
      feeMinor,
      offMinor: full.goodsMinor - goodsMinor,
      feeOffMinor: full.feeMinor - feeMinor,
      promotions: kindsOf(kinds, isSet),
      lot: lotAt(lots, { goodsMinor, feeMinor }),
      setNumber,
    });
    if (isSet) writeAlong(context, sales, report, place, placed, alike, setNumber);
  }
  return paid;
}

/** Kinds that an order was made under: of a set those that the price of everybody has, and it. */
const kindsOf = (kinds: number, isSet: boolean) =>
  isSet ? (kinds & setBesides) | setBit : kinds & ~setBit;
const setBit = 1 << bundle;
const setBesides =
  (1 << promotionKinds.indexOf("price-cut")) | (1 << promotionKinds.indexOf("flash-sale"));

/** Writes what came with orders of sets: a row for each other listing of the bundle. */
function writeAlong(
  context: DecisionContext,
  sales: PromotedSales,
  report: DayReport,
  place: SalePlace,
  { taken }: PlacedOrders,
  { orders, pieces }: AlikeOrders,
  setNumber: number,
): void {
  const { state } = context;
  const { bundle: sold, piece, slice } = taken!;
  sold.listings.forEach((cell, at) => {
    if (at === piece) return;
    const { goodsMinor, feeMinor } = sold.offers[slice]![at]!;
    const offer = Math.floor(cell / state.sizes.markets);
    // Nobody searched for it, and no place on a page sold it.
    writeSale(context, report, { ...place, offer, query: -1, isSponsored: false }, cell, {
      orders,
      units: orders * pieces,
      goodsMinor,
      feeMinor,
      offMinor: state.priceMinor[cell]! - goodsMinor,
      feeOffMinor: state.feeMinor[cell]! - feeMinor,
      promotions: kindsOf(sales.kindsAt(cell, slice), true),
      lot: lotAt(sales.lotsOf(cell)!, { goodsMinor, feeMinor }),
      setNumber: -setNumber,
    });
  });
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
  columns.setNumber[row] = priced.setNumber;
}

/**
 * What paid places sold, on shelves and on the pages of names, in the books' currency, by row of
 * the entry.
 */
export function adRevenue(
  context: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
  direct: DirectSales | null,
): Map<number, number> {
  const { state } = context;
  const { shelves, categories, queries } = state.sizes;
  const revenue = new Map<number, number>();
  const add = (entry: number, offer: number, market: number, slice: number, bought: Bought) => {
    if (entry < 0 || bought.units === 0 || !report.isReported(state.storeOf[offer]!)) return;
    const row = work.entryRow[entry]!;
    const earned = earnedAt(context, work, sales, offer, market, slice, bought);
    revenue.set(row, (revenue.get(row) ?? 0) + earned);
  };
  for (let slice = 0; slice < slices; slice++) {
    for (let shelf = 0; shelf < shelves; shelf++) {
      const start = pageStart(shelves, slice, shelf);
      const end = start + work.slotCount[slice * shelves + shelf]!;
      const market = Math.floor(shelf / (categories * queries));
      for (let at = start; at < end; at++) {
        const orders = work.pageOrders[at]!;
        const bought = { where: shelf, at, orders, units: work.pageUnits[at]! };
        add(work.pageEntry[at]!, work.pageOffer[at]!, market, slice, bought);
      }
    }
  }
  if (direct === null) return revenue;
  const { columns, rows } = direct.table;
  for (let at = 0; at < rows; at++) {
    const where = directPlaces + columns.where[at]!;
    const bought = { where, at, orders: columns.orders[at]!, units: columns.units[at]! };
    add(columns.entry[at]!, columns.offer[at]!, columns.market[at]!, columns.slice[at]!, bought);
  }
  return revenue;
}

/** Price of the goods bought at a place, in the books' currency. */
function earnedAt(
  { state, world, book }: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  offer: number,
  market: number,
  slice: number,
  bought: Bought,
): number {
  const cell = offer * state.sizes.markets + market;
  const paid =
    sales
      .ordersOf(cell, slice, bought)
      ?.orders.reduce((sum, one) => sum + one.orders * one.pieces * one.goodsMinor, 0) ??
    work.goodsMinor[cell]! * bought.units;
  return exchanged(book, paid, world.currencyOfMarket[market]!, world.base);
}
