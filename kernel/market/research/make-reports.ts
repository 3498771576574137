/**
 * The reports bought and the panels asked today, made while the day runs: after its first slice,
 * when pages and rates of the day stand. They are read when the day is closed.
 */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import type { Engine } from "../state/engine.ts";
import { addRow, keepRows } from "../state/tables.ts";
import { askPanel } from "./ask-panel.ts";
import { demandOf, type DemandLine } from "./demand-report.ts";
import { keywordTable, type KeywordLine } from "./keyword-table.ts";
import { researchReports } from "./research-reports.ts";

/** Makes and forgets everything of that kind. */
export function makeReports(context: DecisionContext, engine: Engine, report: DayReport): void {
  const { reportOrders } = context.state.tables;
  const { columns } = reportOrders;
  for (let row = 0; row < reportOrders.rows; row++) {
    const store = columns.store[row]!;
    if (!report.isReported(store)) continue;
    if (columns.report[row]! < 0) writeAnswers(engine, report, row);
    else makeReport(engine, report, row);
  }
  keepRows(reportOrders, () => false);
}

function writeAnswers(engine: Engine, { tables }: DayReport, row: number): void {
  const asked = engine.state.tables.reportOrders.columns;
  const ask = {
    store: asked.store[row]!,
    market: asked.market[row]!,
    category: asked.category[row]!,
    segment: asked.segment[row]!,
    question: asked.question[row]!,
    sample: asked.sample[row]!,
    detail: asked.detail[row]!,
  };
  for (const { answer, said, share } of askPanel(engine, ask)) {
    const at = addRow(tables.answers);
    const { columns } = tables.answers;
    columns.store[at] = ask.store;
    columns.number[at] = asked.number[row]!;
    columns.answer[at] = answer;
    columns.asked[at] = ask.sample;
    columns.said[at] = said;
    columns.shareBp[at] = share.value;
    columns.shareMarginBp[at] = share.margin;
  }
}

function makeReport(engine: Engine, report: DayReport, row: number): void {
  const { state } = engine;
  const { columns } = state.tables.reportOrders;
  const category = columns.category[row]!;
  const store = columns.store[row]!;
  const asked = {
    store,
    number: columns.number[row]!,
    report: columns.report[row]!,
    category,
  };
  if (researchReports[asked.report] === "keywords") {
    const market = columns.market[row]!;
    for (const line of keywordTable(engine, store, market, category)) {
      const relevance = bestMatch(engine, store, market, category, line.query);
      writeLine(report, { ...asked, market, part: line.query, relevance }, { ...line, paid: none });
    }
    return;
  }
  for (let market = 0; market < state.sizes.markets; market++) {
    for (const line of demandOf(engine, store, market, category)) {
      const known = { impressions: none, clicks: none, clickRate: none };
      const place = { ...asked, market, part: line.segment, relevance: -1 };
      writeLine(report, place, { ...line, ...known });
    }
  }
}

const none = { value: -1, margin: -1 };

/** The best match of a store's live listings with a search, 0 to 255; -1 without one. */
function bestMatch(
  { state }: Engine,
  store: number,
  market: number,
  category: number,
  query: number,
): number {
  const { markets, queries } = state.sizes;
  let best = -1;
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    if (state.storeOf[offer] !== store || state.categoryOf[offer] !== category) continue;
    const at = offer * markets + market;
    if (state.isDropped[offer] === 1 || state.listing[at] !== 1) continue;
    best = Math.max(best, state.relevance[at * queries + query]!);
  }
  return best;
}

type Place = {
  readonly store: number;
  readonly number: number;
  readonly report: number;
  readonly market: number;
  readonly category: number;
  readonly part: number;
  readonly relevance: number;
};
type Line = Omit<KeywordLine, "query"> & Pick<DemandLine, "paid">;

function writeLine({ tables }: DayReport, place: Place, line: Line): void {
  const at = addRow(tables.research);
  const { columns } = tables.research;
  columns.store[at] = place.store;
  columns.number[at] = place.number;
  columns.report[at] = place.report;
  columns.market[at] = place.market;
  columns.category[at] = place.category;
  columns.part[at] = place.part;
  columns.relevance[at] = place.relevance;
  columns.visits[at] = line.visits.value;
  columns.visitsMargin[at] = line.visits.margin;
  columns.impressions[at] = line.impressions.value;
  columns.impressionsMargin[at] = line.impressions.margin;
  columns.clicks[at] = line.clicks.value;
  columns.clicksMargin[at] = line.clicks.margin;
  columns.orders[at] = line.orders.value;
  columns.ordersMargin[at] = line.orders.margin;
  columns.clickRateBp[at] = line.clickRate.value;
  columns.clickRateMarginBp[at] = line.clickRate.margin;
  columns.conversionBp[at] = line.conversion.value;
  columns.conversionMarginBp[at] = line.conversion.margin;
  columns.paidMinor[at] = line.paid.value;
  columns.paidMarginMinor[at] = line.paid.margin;
}
