/** Carries out what `check-research.ts` accepts. */
import { postResearch, reportFee } from "../research/fees.ts";
import { researchReports } from "../research/research-reports.ts";
import { addRow, keepRows } from "../state/tables.ts";
import { marketNumber } from "../world/lookups.ts";
import type { ResearchDecision } from "./decision.ts";
import type { DecisionContext } from "./decision-context.ts";

/** @param number  of the log entry within its store: what is bought is known by it */
export function performResearch(
  context: DecisionContext,
  store: number,
  number: number,
  decision: ResearchDecision,
): void {
  const { state, world, book } = context;
  switch (decision.kind) {
    case "submit-forecast":
      // It stands in the log, and is scored by what comes (forecast-score.ts).
      return;
    case "buy-report": {
      const market = decision.market === null ? -1 : marketNumber(world, decision.market);
      postResearch(book, store, number, market, reportFee(context, decision.report));
      const { reportOrders } = state.tables;
      const row = addRow(reportOrders);
      const { columns } = reportOrders;
      columns.store[row] = store;
      columns.number[row] = number;
      columns.report[row] = researchReports.indexOf(decision.report);
      columns.market[row] = market;
      columns.category[row] = world.categoryIds.indexOf(decision.category);
      return;
    }
    case "watch-rivals": {
      const { watches } = state.tables;
      keepRows(watches, (row) => watches.columns.store[row] !== store);
      for (const rival of decision.stores) {
        const row = addRow(watches);
        watches.columns.store[row] = store;
        watches.columns.rival[row] = rival;
      }
      return;
    }
  }
}
