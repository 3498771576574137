/** Checks of what a store wants to find out: reports bought, rivals watched. */
import { forecastMeasures } from "../research/forecast-score.ts";
import { cashOf } from "../books/bookkeeping.ts";
import { reportFee, watchFee } from "../research/fees.ts";
import { researchReports } from "../research/research-reports.ts";
import { categoriesOf, categoriesShown } from "../research/rivals.ts";
import { marketNumber } from "../world/lookups.ts";
import { storeKind } from "../state/store-kind.ts";
import { checkPanel, isListedIn } from "./check-panel.ts";
import { checkClose, checkStart } from "./check-experiments.ts";
import type { ResearchDecision, Ruling, Warning } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

type Of<K extends ResearchDecision["kind"]> = Extract<ResearchDecision, { readonly kind: K }>;

export function checkResearch(
  context: DecisionContext,
  store: number,
  decision: ResearchDecision,
): Ruling {
  if (!context.world.source.scenario.modules.research) {
    return refused("module-off", { module: "research" });
  }
  switch (decision.kind) {
    case "buy-report":
      return checkReport(context, store, decision);
    case "ask-panel":
      return checkPanel(context, store, decision);
    case "watch-rivals":
      return checkWatch(context, store, decision);
    case "submit-forecast":
      return checkForecast(context, decision);
    case "start-experiment":
      return checkStart(context, store, decision);
    case "close-experiment":
      return checkClose(context, store, decision);
  }
}

function checkReport(context: DecisionContext, store: number, decision: Of<"buy-report">): Ruling {
  const { world, book } = context;
  const report = researchReports.indexOf(decision.report);
  if (report < 0) return refused("value-not-allowed", { field: "report", value: decision.report });
  const isOfAll = decision.report === "demand";
  if (isOfAll !== (decision.market === null)) {
    return refused("value-not-allowed", { field: "market", value: decision.market ?? "" });
  }
  const market = decision.market === null ? -1 : marketNumber(world, decision.market);
  if (decision.market !== null && market < 0) {
    return refused("no-such-market", { market: decision.market });
  }
  const category = world.categoryIds.indexOf(decision.category);
  if (category < 0) {
    return refused("value-not-allowed", { field: "category", value: decision.category });
  }
  if (isOrdered(context, store, report, market, category)) return refused("report-ordered");
  const needed = reportFee(context, decision.report);
  const cash = cashOf(book, store);
  if (cash < needed) return refused("cash-short", { cash, needed });
  const warnings =
    market < 0 || isListedIn(context, store, market, category)
      ? []
      : [warning("not-listed-there", { market: decision.market ?? "" })];
  return accepted(decision, -needed, warnings);
}

function isOrdered(
  { state }: DecisionContext,
  store: number,
  report: number,
  market: number,
  category: number,
): boolean {
  const { columns, rows } = state.tables.reportOrders;
  for (let row = 0; row < rows; row++) {
    const isSame =
      columns.store[row] === store &&
      columns.report[row] === report &&
      columns.market[row] === market &&
      columns.category[row] === category;
    if (isSame) return true;
  }
  return false;
}

function checkWatch(context: DecisionContext, store: number, decision: Of<"watch-rivals">): Ruling {
  const { state, book } = context;
  const { stores } = decision;
  if (stores.length > limits.rivalsWatchedMax) {
    return refused("value-not-allowed", { field: "stores", value: stores.length });
  }
  const unknown = stores.find(
    (one, index) =>
      one === store ||
      stores.indexOf(one) !== index ||
      (state.storeKind[one] ?? storeKind.absent) === storeKind.absent,
  );
  if (unknown !== undefined) return refused("no-such-store", { store: unknown });
  const needed = watchFee(context, stores.length);
  const cash = cashOf(book, store);
  if (cash < needed) return refused("cash-short", { cash, needed });
  return accepted(decision, 0, context.warns ? elsewhere(context, store, stores) : []);
}

/** Rivals who sell nothing in the categories of the own products: of them nothing is seen. */
function elsewhere(
  context: DecisionContext,
  store: number,
  stores: readonly number[],
): readonly Warning[] {
  const own = categoriesOf(context, store);
  return stores
    .filter(
      (rival) => ![...categoriesShown({ state: context.seen }, rival)].some((one) => own.has(one)),
    )
    .map((rival) => warning("rival-elsewhere", { store: rival }));
}

function checkForecast(
  { state, world, seasonDay }: DecisionContext,
  decision: Of<"submit-forecast">,
): Ruling {
  const { measure, days, p10, p50, p90 } = decision;
  if (!forecastMeasures.includes(measure)) {
    return refused("value-not-allowed", { field: "measure", value: measure });
  }
  const most = Math.min(limits.forecastDaysMax, world.source.scenario.days - seasonDay + 1);
  if (!isWithin(days, 1, most)) return refused("value-not-allowed", { field: "days", days, most });
  const [low, high] = {
    units: [0, limits.forecastUnitsMax] as const,
    cash: [-limits.financeMinorMax, limits.financeMinorMax] as const,
    rank: [1, state.sizes.stores] as const,
  }[measure];
  const beyond = [p10, p50, p90].find((value) => !isWithin(value, low, high));
  if (beyond !== undefined) {
    return refused("value-not-allowed", { field: measure, value: beyond });
  }
  if (p10 > p50 || p50 > p90) return refused("forecast-not-ordered", { p10, p50, p90 });
  return accepted(decision, 0, p10 === p90 ? [warning("forecast-without-doubt")] : []);
}
