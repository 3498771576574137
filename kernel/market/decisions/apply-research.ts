/** Carries out what `check-research.ts` accepts. */
import {
  experimentFields,
  experimentMeasures,
  experimentVerdicts,
} from "../research/experiment-kinds.ts";
import { experimentFee, panelFee, postResearch, reportFee } from "../research/fees.ts";
import { researchReports } from "../research/research-reports.ts";
import { addRow, keepRows } from "../state/tables.ts";
import { marketNumber } from "../world/lookups.ts";
import type { ResearchDecision } from "./decision.ts";
import { panelOf } from "./check-panel.ts";
import { experimentRow } from "./check-experiments.ts";
import { offerRow, type DecisionContext } from "./decision-context.ts";

/** @param number  of the log entry within its store: what is bought is known by it */
export function performResearch(
  context: DecisionContext,
  store: number,
  number: number,
  decision: ResearchDecision,
): void {
  const { state, world, book } = context;
  switch (decision.kind) {
    case "start-experiment":
      return start(context, store, number, decision);
    case "close-experiment": {
      const row = experimentRow(context, store, decision.experiment);
      const verdict = experimentVerdicts.indexOf(decision.verdict);
      state.tables.experiments.columns.verdict[row] = verdict;
      return;
    }
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
      columns.question[row] = 0;
      columns.segment[row] = 0;
      columns.sample[row] = 0;
      columns.detail[row] = 0;
      return;
    }
    case "ask-panel": {
      const asked = panelOf(context, decision);
      postResearch(book, store, number, asked.market, panelFee(context, decision.sample));
      const { reportOrders } = state.tables;
      const row = addRow(reportOrders);
      const { columns } = reportOrders;
      columns.store[row] = store;
      columns.number[row] = number;
      columns.report[row] = -1;
      columns.market[row] = asked.market;
      columns.category[row] = asked.category;
      columns.question[row] = asked.question;
      columns.segment[row] = asked.segment;
      columns.sample[row] = decision.sample;
      columns.detail[row] = asked.detail;
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

function start(
  context: DecisionContext,
  store: number,
  number: number,
  decision: Extract<ResearchDecision, { readonly kind: "start-experiment" }>,
): void {
  const { state, world, book, engineDay } = context;
  const { arms, days } = decision;
  const market = marketNumber(world, decision.market);
  const offer = offerRow(context, store, decision.sku);
  const listing = offer * state.sizes.markets + market;
  postResearch(book, store, number, market, experimentFee(context, days));
  const { experiments } = state.tables;
  const row = addRow(experiments);
  const { columns } = experiments;
  columns.store[row] = store;
  columns.number[row] = number;
  columns.offer[row] = state.offerNumber[offer]!;
  columns.market[row] = market;
  columns.field[row] = experimentFields.indexOf(arms.field);
  columns.measure[row] = experimentMeasures.indexOf(decision.measure);
  columns.armA[row] = arms.field === "content" ? state.contentMilli[listing]! : arms.a;
  columns.armB[row] = arms.field === "content" ? arms.contentMilli : arms.b;
  columns.shareBp[row] = decision.shareBp;
  columns.toDay[row] = engineDay + days - 1;
  columns.expectedA[row] = 0;
  columns.expectedB[row] = 0;
  columns.verdict[row] = -1;
}
