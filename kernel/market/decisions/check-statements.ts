/** Checks of what a store says for the record. */
import { strategyPeriods, type StrategyTarget } from "../company/strategy.ts";
import type { Ruling } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import type { StatementDecision } from "./statement-decision.ts";

export function checkStatement(context: DecisionContext, decision: StatementDecision): Ruling {
  const { world, seasonDay } = context;
  if (!world.source.scenario.modules.company) {
    return refused("module-off", { module: "company" });
  }
  const { strategy, targets, isAmendment } = decision;
  const length = strategy.trim().length;
  if (!isWithin(length, 1, limits.statementCharsMax)) {
    return refused("value-not-allowed", { field: "strategy", value: length });
  }
  if (targets.length !== strategyPeriods) {
    return refused("value-not-allowed", { field: "targets", value: targets.length });
  }
  const wrong = targets.map(wrongField).find((field) => field !== undefined);
  if (wrong !== undefined) return refused("value-not-allowed", { field: wrong });
  const until = world.parameters["strategy.phaseDays"];
  if (!isAmendment && seasonDay > until) return refused("strategy-phase-over", { day: until });
  if (isAmendment && seasonDay <= until) return refused("strategy-phase-open", { day: until });
  const above = targets.findIndex(({ revenueMinor, profitMinor }) => profitMinor > revenueMinor);
  const warnings = above < 0 ? [] : [warning("profit-above-sales", { period: above + 1 })];
  return accepted(decision, 0, warnings);
}

function wrongField(target: StrategyTarget): keyof StrategyTarget | undefined {
  const { financeMinorMax: most } = limits;
  if (!isWithin(target.revenueMinor, 0, most)) return "revenueMinor";
  if (!isWithin(target.profitMinor, -most, most)) return "profitMinor";
  if (!isWithin(target.ratingMilli, 1000, 5000)) return "ratingMilli";
  const { priceIndexBpMin, priceIndexBpMax } = limits;
  return isWithin(target.priceIndexBp, priceIndexBpMin, priceIndexBpMax)
    ? undefined
    : "priceIndexBp";
}
