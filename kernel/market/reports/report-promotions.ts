/** What promotions did today: what sold under them, and what would have sold without. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayPromotions, Promoted } from "../promotions/day-promotions.ts";
import type { PromotedSales } from "../promotions/lots.ts";
import { bundle } from "../promotions/promotion-kinds.ts";
import type { PromotionEffect } from "../promotions/measure-promotions.ts";
import { addRow } from "../state/tables.ts";
import type { DayReport } from "./report.ts";

const milli = (value: number) => Math.floor(1000 * value + 0.5);

/** One row for each listing of a reported store with a promotion at work. */
export function reportPromotions(
  { listings }: DayPromotions,
  effects: ReadonlyMap<number, PromotionEffect>,
  sales: PromotedSales,
  { state }: DecisionContext,
  report: DayReport,
): void {
  for (const one of listings) {
    const store = state.storeOf[one.row]!;
    const kinds = one.plans.reduce((bits, plan) => bits | plan.kinds, 0);
    if (kinds === 0 || !report.isReported(store)) continue;
    const effect = effects.get(one.listing);
    const { orders, units, revenueMinor, offMinor } = soldUnder(sales, one);
    const row = addRow(report.tables.promotions);
    const { columns } = report.tables.promotions;
    columns.store[row] = store;
    columns.offer[row] = state.offerNumber[one.row]!;
    columns.market[row] = one.market;
    columns.kinds[row] = kinds;
    columns.orders[row] = orders;
    columns.units[row] = units;
    columns.revenueMinor[row] = revenueMinor;
    columns.offMinor[row] = offMinor;
    columns.expectedMilli[row] = milli(effect?.units ?? 0);
    columns.usualMilli[row] = milli(effect?.usualUnits ?? 0);
    columns.profitMinor[row] = Math.floor((effect?.profitMinor ?? 0) + 0.5);
    columns.usualProfitMinor[row] = Math.floor((effect?.usualProfitMinor ?? 0) + 0.5);
  }
}

/** What was sold while a promotion was at work; money in the market's currency. */
function soldUnder(sales: PromotedSales, one: Promoted) {
  const sum = { orders: 0, units: 0, revenueMinor: 0, offMinor: 0 };
  const { full: price } = one.plans[0]!;
  const full = price.goodsMinor + price.feeMinor;
  for (const { plan, orders } of sales.placedOf(one)) {
    if (plan.kinds === 0) continue;
    for (const alike of orders) {
      // Under a bundle alone only its sets were sold.
      if (plan.kinds === 1 << bundle && !alike.isSet) continue;
      const sold = alike.orders * alike.pieces;
      const each = alike.goodsMinor + alike.feeMinor;
      sum.orders += alike.orders;
      sum.units += sold;
      sum.revenueMinor += sold * each;
      sum.offMinor += sold * (full - each);
    }
  }
  // What came with another listing is an order of that one.
  for (const { units, goodsMinor, feeMinor } of sales.cameAlong(one.listing)) {
    sum.units += units;
    sum.revenueMinor += units * (goodsMinor + feeMinor);
    sum.offMinor += units * (full - goodsMinor - feeMinor);
  }
  return sum;
}
