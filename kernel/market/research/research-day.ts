/** What a day's pages answer to those who asked: after the first slice, when its rates stand. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayPromotions } from "../promotions/day-promotions.ts";
import type { DayReport } from "../reports/report.ts";
import type { Engine } from "../state/engine.ts";
import { makeReports } from "./make-reports.ts";
import { measurePrices } from "./price-effects.ts";
import { runTrials } from "./trials.ts";

export function answerResearch(
  context: DecisionContext,
  engine: Engine,
  promotions: DayPromotions,
  report: DayReport,
): void {
  makeReports(context, engine, report);
  runTrials(context, engine, promotions, report);
  measurePrices(context, engine, promotions, report);
}
