/**
 * What a changed price brings: the contribution of the day's pages at the new price and at the one
 * before it, by exact rates (`contributionMarginGain` of practice.md 15). Ranking and page stay, as
 * in all exact rates, so there is no luck in the difference. A listing that promotes something is
 * left out: what its price and its promotion did together is told of the promotion.
 */
import { unitMargin } from "../books/economics.ts";
import type { LogEntry } from "../decisions/decision.ts";
import { offerRow, type DecisionContext } from "../decisions/decision-context.ts";
import { isStewards } from "../decisions/log-order.ts";
import type { DayPromotions } from "../promotions/day-promotions.ts";
import type { DayReport } from "../reports/report.ts";
import { isSandbox } from "../sandbox/matching.ts";
import type { Engine } from "../state/engine.ts";
import { addRow } from "../state/tables.ts";
import { marketNumber } from "../world/lookups.ts";
import { armRates } from "./trials.ts";

/** Listings of a store and day that are measured, the first ones: each costs the close a while. */
export const pricesMeasuredMax = 50;

/** Remembers the prices that entries are about to change, of reported listings on sale. */
export function notePrices(
  context: DecisionContext,
  report: DayReport,
  entries: readonly LogEntry[],
): void {
  const { state, world } = context;
  const count = new Map<number, number>();
  for (const entry of entries) {
    if (isStewards(entry) || entry.decision.kind !== "set-price") continue;
    const { store, number, decision } = entry;
    const row = report.isReported(store) ? offerRow(context, store, decision.sku) : -1;
    if (row < 0) continue;
    const market = marketNumber(world, decision.market);
    const cell = row * state.sizes.markets + market;
    if (market < 0 || state.listing[cell] !== 1) continue;
    const known = report.askedPrices.get(cell);
    const asked = { number, priceMinor: decision.priceMinor };
    const noted = count.get(store) ?? 0;
    if (known !== undefined) known.asked.push(asked);
    else if (noted < pricesMeasuredMax) {
      count.set(store, noted + 1);
      const beforeMinor = state.priceMinor[cell]!;
      report.askedPrices.set(cell, { store, row, market, beforeMinor, asked: [asked] });
    }
  }
}

/**
 * Writes a row for each of them whose price is another than in the morning.
 *
 * @param engine  after the day's first slice
 */
export function measurePrices(
  context: DecisionContext,
  engine: Engine,
  promotions: DayPromotions,
  report: DayReport,
): void {
  const { state, world } = context;
  if (isSandbox(world)) return;
  for (const [cell, { store, row, market, beforeMinor, asked }] of report.askedPrices) {
    const afterMinor = state.priceMinor[cell]!;
    // What was refused has changed nothing; of several the last that stands has.
    const made = asked.findLast(({ priceMinor }) => priceMinor === afterMinor);
    if (afterMinor === beforeMinor || made === undefined) continue;
    if (promotions.byListing.has(cell)) continue;
    const profitAt = (priceMinor: number) => {
      const { orders } = armRates(engine, promotions, row, market, "price", priceMinor);
      const margin = unitMargin(context, store, row, market, priceMinor) ?? 0;
      return Math.floor(orders * (1 + engine.weights.extraUnits) * margin + 0.5);
    };
    const usualProfitMinor = profitAt(beforeMinor);
    const profitMinor = profitAt(afterMinor);
    const at = addRow(report.tables.prices);
    const { columns } = report.tables.prices;
    columns.store[at] = store;
    columns.offer[at] = state.offerNumber[row]!;
    columns.market[at] = market;
    columns.number[at] = made.number;
    columns.beforeMinor[at] = beforeMinor;
    columns.afterMinor[at] = afterMinor;
    columns.profitMinor[at] = profitMinor;
    columns.usualProfitMinor[at] = usualProfitMinor;
  }
}
