/** Checks of what a store says for the record. */
import { strategyPeriods, type StrategyTarget } from "../company/strategy.ts";
import { shocksOfSeason } from "../state/season.ts";
import type { PlacedShock } from "../world/shock.ts";
import type { World } from "../world/world.ts";
import type { Ruling } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import type { StatementDecision } from "./statement-decision.ts";

type Of<K extends StatementDecision["kind"]> = Extract<StatementDecision, { readonly kind: K }>;

export function checkStatement(
  context: DecisionContext,
  store: number,
  decision: StatementDecision,
): Ruling {
  if (!context.world.source.scenario.modules.company) {
    return refused("module-off", { module: "company" });
  }
  switch (decision.kind) {
    case "state-strategy":
      return checkStrategy(context, decision);
    case "record-response":
      return checkResponse(context, store, decision);
    case "log-training":
      return checkTraining(decision);
  }
}

/** How much somebody logged today already is known to who knows people: the server. */
function checkTraining(decision: Of<"log-training">): Ruling {
  const { topic, hours } = decision;
  if (!isWithin(topic.trim().length, 1, limits.trainingTopicCharsMax)) {
    return refused("value-not-allowed", { field: "topic", value: topic.length });
  }
  return isWithin(hours, 1, limits.trainingHoursMax)
    ? accepted(decision)
    : refused("value-not-allowed", { field: "hours", value: hours });
}

const isSaid = (text: string) => isWithin(text.trim().length, 1, limits.statementCharsMax);

function checkStrategy(
  { world, seasonDay }: DecisionContext,
  decision: Of<"state-strategy">,
): Ruling {
  const { strategy, targets, isAmendment } = decision;
  if (!isSaid(strategy)) {
    return refused("value-not-allowed", { field: "strategy", value: strategy.length });
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

function checkResponse(
  context: DecisionContext,
  store: number,
  decision: Of<"record-response">,
): Ruling {
  const { world, state, seasonDay } = context;
  const shock = shocksOfSeason({ world, state }).find(({ number }) => number === decision.shock);
  // What nobody was told of yet is as good as nothing.
  if (shock === undefined || shock.announcedOn > seasonDay) {
    return refused("value-not-allowed", { field: "shock", value: decision.shock });
  }
  const until = responseUntil(world, shock);
  if (seasonDay > until) return refused("response-too-late", { day: until });
  if (!isSaid(decision.plan)) {
    return refused("value-not-allowed", { field: "plan", value: decision.plan.length });
  }
  const warnings = touches(context, store, shock) ? [] : [warning("shock-elsewhere")];
  return accepted({ ...decision, shockKind: shock.kind }, 0, warnings);
}

/** The last day on which a store may say what it does about an event. */
export const responseUntil = ({ parameters }: World, { from }: Pick<PlacedShock, "from">) =>
  from + parameters["shock.responseDays"];

/** Whether a store sells anything where an event acts. */
function touches({ state }: DecisionContext, store: number, shock: PlacedShock): boolean {
  const { markets } = state.sizes;
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    if (state.storeOf[offer] !== store || state.isDropped[offer] === 1) continue;
    if (!shock.hasCategory[state.categoryOf[offer]!]) continue;
    for (let market = 0; market < markets; market++) {
      if (shock.hasMarket[market] && state.listing[offer * markets + market] === 1) return true;
    }
  }
  return false;
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
