/** Checks of experiments on a store's own listings. */
import { cashOf } from "../books/bookkeeping.ts";
import {
  experimentFields,
  experimentMeasures,
  experimentVerdicts,
} from "../research/experiment-kinds.ts";
import { experimentFee } from "../research/fees.ts";
import { marketNumber } from "../world/lookups.ts";
import type { ResearchDecision, Ruling } from "./decision.ts";
import { accepted, isWithin, offerRow, refused, warning } from "./decision-context.ts";
import type { DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

type Of<K extends ResearchDecision["kind"]> = Extract<ResearchDecision, { readonly kind: K }>;
type Start = Of<"start-experiment">;

const notAllowed = (field: string, value: string | number) =>
  refused("value-not-allowed", { field, value });

export function checkStart(context: DecisionContext, store: number, decision: Start): Ruling {
  const { state, world, book } = context;
  const offer = offerRow(context, store, decision.sku);
  if (offer < 0) return refused("not-selected", { sku: decision.sku });
  const market = marketNumber(world, decision.market);
  if (market < 0) return refused("no-such-market", { market: decision.market });
  const at = offer * state.sizes.markets + market;
  if (state.listing[at] !== 1) return refused("not-listed", { sku: decision.sku });
  const wrong = armFault(decision) ?? planFault(context, decision);
  if (wrong !== null) return wrong;
  const open = openOn(context, state.offerNumber[offer]!, market);
  if (open >= 0) return refused("experiment-running", { experiment: open });
  const needed = experimentFee(context, decision.days);
  const cash = cashOf(book, store);
  if (cash < needed) return refused("cash-short", { cash, needed });
  const { arms } = decision;
  const [a, b] =
    arms.field === "content" ? [state.contentMilli[at], arms.contentMilli] : [arms.a, arms.b];
  return accepted(decision, -needed, a === b ? [warning("arms-equal")] : []);
}

/** What an arm may not be. */
function armFault({ arms }: Start): Ruling | null {
  if (!experimentFields.includes(arms.field)) return notAllowed("field", arms.field);
  const [least, most] = {
    price: [1, limits.priceMinorMax] as const,
    fee: [0, limits.priceMinorMax] as const,
    promise: [1, limits.promiseDaysMax] as const,
    content: [-1000, 1000] as const,
  }[arms.field];
  const values = arms.field === "content" ? [arms.contentMilli] : [arms.a, arms.b];
  const beyond = values.find((value) => !isWithin(value, least, most));
  return beyond === undefined ? null : notAllowed(arms.field, beyond);
}

function planFault({ world, seasonDay }: DecisionContext, decision: Start): Ruling | null {
  const { days, shareBp, measure, hypothesis } = decision;
  const most = Math.min(limits.experimentDaysMax, world.source.scenario.days - seasonDay + 1);
  if (!isWithin(days, limits.experimentDaysMin, most)) return notAllowed("days", days);
  if (!isWithin(shareBp, limits.experimentShareBpMin, limits.experimentShareBpMax)) {
    return notAllowed("share", shareBp);
  }
  if (!experimentMeasures.includes(measure)) return notAllowed("measure", measure);
  return hypothesis.length <= limits.hypothesisCharsMax
    ? null
    : notAllowed("hypothesis", hypothesis.length);
}

/** Number of the experiment that is open on a listing, or -1. */
function openOn({ state }: DecisionContext, offer: number, market: number): number {
  const { columns, rows } = state.tables.experiments;
  for (let row = 0; row < rows; row++) {
    const isHere = columns.offer[row] === offer && columns.market[row] === market;
    if (isHere && columns.verdict[row]! < 0) return columns.number[row]!;
  }
  return -1;
}

/** Row of a store's open experiment, or -1. */
export function experimentRow(
  { state }: DecisionContext,
  store: number,
  experiment: number,
): number {
  const { columns, rows } = state.tables.experiments;
  for (let row = 0; row < rows; row++) {
    const isIt = columns.store[row] === store && columns.number[row] === experiment;
    if (isIt && columns.verdict[row]! < 0) return row;
  }
  return -1;
}

export function checkClose(
  context: DecisionContext,
  store: number,
  decision: Of<"close-experiment">,
): Ruling {
  const { experiment, verdict, reason } = decision;
  const row = experimentRow(context, store, experiment);
  if (row < 0) return refused("no-such-experiment", { experiment });
  if (!experimentVerdicts.includes(verdict)) return notAllowed("verdict", verdict);
  if (reason.length > limits.hypothesisCharsMax) return notAllowed("reason", reason.length);
  const left = context.state.tables.experiments.columns.toDay[row]! - context.engineDay;
  if (left >= 0) return refused("experiment-not-over", { day: context.seasonDay + left });
  return accepted(decision);
}
