/** Checks of questions to a panel. */
import { cashOf } from "../books/bookkeeping.ts";
import { segmentNames } from "../parameters/parameter-lists.ts";
import { shareOf } from "../research/estimate.ts";
import { panelFee } from "../research/fees.ts";
import { comparedBy, panelQuestions } from "../research/panel-questions.ts";
import { marketNumber } from "../world/lookups.ts";
import type { ResearchDecision, Ruling } from "./decision.ts";
import { accepted, isWithin, refused, warning, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

type Asked = Extract<ResearchDecision, { readonly kind: "ask-panel" }>;

/** A margin from here on is warned about, basis points: the answer hardly tells half from more. */
const wideMarginBp = 1000;

/** A question by numbers, as the state keeps it; -1 for what there is not. */
export function panelOf({ world }: DecisionContext, decision: Asked) {
  return {
    market: marketNumber(world, decision.market),
    category: world.categoryIds.indexOf(decision.category),
    question: panelQuestions.indexOf(decision.question),
    segment: decision.segment === null ? -1 : segmentNames.indexOf(decision.segment),
    detail:
      decision.by === undefined ? (decision.priceMinor ?? 0) : comparedBy.indexOf(decision.by),
  };
}

export function checkPanel(context: DecisionContext, store: number, decision: Asked): Ruling {
  const { question, sample } = decision;
  const asked = panelOf(context, decision);
  const wrong = wrongField(decision, asked);
  if (wrong !== null) return refused("value-not-allowed", { field: wrong });
  if (asked.market < 0) return refused("no-such-market", { market: decision.market });
  const [least, most] = [limits.panelSampleMin, limits.panelSampleMax];
  if (!isWithin(sample, least, most)) {
    return refused("value-not-allowed", { field: "sample", value: sample, least, most });
  }
  if (question === "names" && !context.world.source.scenario.modules.offsite) {
    return refused("module-off", { module: "offsite" });
  }
  if (question === "compare" && !isListedIn(context, store, asked.market, asked.category)) {
    return refused("not-listed", { market: decision.market });
  }
  if (isAsked(context, store, asked)) return refused("report-ordered");
  const needed = panelFee(context, sample);
  const cash = cashOf(context.book, store);
  if (cash < needed) return refused("cash-short", { cash, needed });
  const { margin } = shareOf(Math.floor(sample / 2), sample);
  const warnings = margin > wideMarginBp ? [warning("sample-small", { marginBp: margin })] : [];
  return accepted(decision, -needed, warnings);
}

function wrongField(decision: Asked, asked: ReturnType<typeof panelOf>): string | null {
  const { question, priceMinor, by } = decision;
  if (asked.question < 0) return "question";
  if (asked.category < 0) return "category";
  if (decision.segment !== null && asked.segment < 0) return "segment";
  const hasPrice = priceMinor !== undefined && isWithin(priceMinor, 1, limits.priceMinorMax);
  if (question === "would-pay" ? !hasPrice : priceMinor !== undefined) return "priceMinor";
  const hasBy = by !== undefined && asked.detail >= 0;
  if (question === "compare" ? !hasBy : by !== undefined) return "by";
  return null;
}

/** Whether the store asked the same people the same today: they would say it again. */
function isAsked(
  { state }: DecisionContext,
  store: number,
  asked: ReturnType<typeof panelOf>,
): boolean {
  const { columns, rows } = state.tables.reportOrders;
  // What stores come to mind does not hang on the goods.
  const isOfAll = asked.question === panelQuestions.indexOf("names");
  for (let row = 0; row < rows; row++) {
    const isSame =
      columns.store[row] === store &&
      columns.report[row] === -1 &&
      columns.market[row] === asked.market &&
      (isOfAll || columns.category[row] === asked.category) &&
      columns.question[row] === asked.question &&
      columns.segment[row] === asked.segment &&
      columns.detail[row] === asked.detail;
    if (isSame) return true;
  }
  return false;
}

/** Whether a store has a live listing of a category in a market. */
export function isListedIn(
  { state }: DecisionContext,
  store: number,
  market: number,
  category: number,
): boolean {
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    const isOwn =
      state.storeOf[offer] === store &&
      state.isDropped[offer] === 0 &&
      state.categoryOf[offer] === category;
    if (isOwn && state.listing[offer * state.sizes.markets + market] === 1) return true;
  }
  return false;
}
