/**
 * Experiments: two arms of a listing shown to like visits (practice.md 4.2). Every day of an
 * experiment a panel as large as the visits of the listing's pages is split by the share; arm A
 * and arm B sell it at their exact rates of the day, each with luck of its own. The market itself
 * sees the listing as it stands: to split its visits would put a second price and promise into
 * pages, draws and parcels of everybody (docs/decisions/0020).
 */
import { binomial } from "../../random/binomial.ts";
import { poisson } from "../../random/poisson.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import { showTermsOf } from "../after-sales/terms.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import {
  dress,
  plansOfDay,
  type DayPromotions,
  type Promoted,
} from "../promotions/day-promotions.ts";
import type { DayReport } from "../reports/report.ts";
import { expectedRates, type Override } from "../shelf/expected-rates.ts";
import { pageStart } from "../shelf/page.ts";
import type { Engine } from "../state/engine.ts";
import { addRow, keepRows } from "../state/tables.ts";
import {
  experimentFields,
  experimentMeasures,
  experimentVerdicts,
  type ExperimentField,
  type ExperimentMeasure,
} from "./experiment-kinds.ts";

const columnOf = {
  price: "priceMinor",
  fee: "feeMinor",
  promise: "promiseDays",
  content: "contentMilli",
} as const satisfies Record<ExperimentField, Override["column"]>;

/** Exact rates of one arm over the day's visits of the listing's pages. */
export type ArmRates = {
  readonly visits: number;
  readonly clicks: number;
  readonly orders: number;
  /** What is asked for the goods, minor units of the market's currency. */
  readonly priceMinor: number;
};

export type ArmCount = {
  readonly visits: number;
  readonly clicks: number;
  readonly orders: number;
};

/**
 * The listing's rates with one number of it as given, shown as it is shown today: with its terms,
 * its badge and what it promotes in each slice. The engine stands after the first slice.
 */
export function armRates(
  engine: Engine,
  promotions: DayPromotions,
  row: number,
  market: number,
  field: ExperimentField,
  value: number,
): ArmRates {
  const { state, work, world } = engine;
  const at = row * state.sizes.markets + market;
  const listing = { row, market, shelves: shelvesOf(engine, row, market) };
  const visits = listing.shelves.reduce((sum, shelf) => sum + work.visits[shelf]!, 0);
  const override: Override = { column: columnOf[field], index: at, value };
  const promoted = promotions.byListing.get(at);
  if (promoted === undefined) {
    const rates = ratesAs(engine, listing, override, () => showTermsOf(engine, row, market));
    return { visits, ...rates, priceMinor: field === "price" ? value : work.goodsMinor[at]! };
  }
  const { shown } = promoted;
  const plans = plansUnder(engine, promoted, override);
  const rated = new Map(
    plans.map((plan) => {
      const show = () => dress(engine, promoted, plan);
      return [plan.kinds, ratesAs(engine, listing, override, show)];
    }),
  );
  promoted.shown = shown;
  let [clicks, orders, paid] = [0, 0, 0];
  plans.forEach((plan, slice) => {
    const share = world.sliceShares[slice]!;
    const rates = rated.get(plan.kinds)!;
    clicks += share * rates.clicks;
    orders += share * rates.orders;
    paid += share * rates.orders * plan.shown.goodsMinor;
  });
  const priceMinor = orders > 0 ? paid / orders : plans[0]!.shown.goodsMinor;
  return { visits, clicks, orders, priceMinor: Math.floor(priceMinor + 0.5) };
}

/** What the listing would trade by in the slices of the day, were one of its numbers another. */
function plansUnder(engine: Engine, one: Promoted, { column, index, value }: Override) {
  const numbers = engine.state[column];
  const before = numbers[index]!;
  numbers[index] = value;
  const plans = plansOfDay(engine, one);
  numbers[index] = before;
  return plans;
}

/** Clicks and orders of a day of a listing, with a number of it thought different and so shown. */
function ratesAs(
  engine: Engine,
  { row, shelves }: { readonly row: number; readonly shelves: readonly number[] },
  override: Override,
  show: () => void,
) {
  const rates = expectedRates(engine, shelves, [override], show);
  let [clicks, orders] = [0, 0];
  for (let line = 0; line < rates.rows; line++) {
    if (rates.offer[line] !== row) continue;
    clicks += rates.clicks[line]!;
    orders += rates.orders[line]!;
  }
  return { clicks, orders };
}

/** Shelves on whose first page the listing stands. */
function shelvesOf({ state, work }: Engine, row: number, market: number): number[] {
  const { categories, queries, shelves } = state.sizes;
  const first = (market * categories + state.categoryOf[row]!) * queries;
  const found: number[] = [];
  for (let shelf = first; shelf < first + queries; shelf++) {
    const page = pageStart(shelves, 0, shelf);
    for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
      if (work.pageOffer[page + slot] === row) {
        found.push(shelf);
        break;
      }
    }
  }
  return found;
}

/**
 * A day of an experiment: like visits, split by the share, and what either arm made of its part.
 *
 * @param shareBp  part of the visits that arm B gets
 */
export function splitDay(
  engine: Engine,
  offerNumber: number,
  market: number,
  shareBp: number,
  arms: readonly [ArmRates, ArmRates],
): readonly [ArmCount, ArmCount] {
  const { key, state } = engine;
  const day = 4 * state.day[0]!;
  const visits = Math.floor(arms[0].visits + 0.5);
  const at = address(purpose.trialVisit);
  const toB = binomial(visits, shareBp / 10_000, offerNumber, market, day, at, key);
  const count = (arm: 0 | 1, shown: number): ArmCount => {
    const rates = arms[arm];
    if (shown === 0 || rates.visits <= 0) return { visits: shown, clicks: 0, orders: 0 };
    const luck = retriesMax * arm;
    const buying = rates.orders / rates.visits;
    const looking = (rates.clicks - rates.orders) / rates.visits;
    const orderAt = address(purpose.trialOrder, luck);
    const orders = binomial(shown, buying, offerNumber, market, day, orderAt, key);
    const clickAt = address(purpose.trialClick, luck);
    const clicks = orders + poisson(shown * looking, offerNumber, market, day, clickAt, key);
    return { visits: shown, clicks: Math.min(clicks, shown), orders };
  };
  return [count(0, visits - toB), count(1, toB)];
}

/** What the measure expects of a day's visits. */
export function expectedOf(measure: ExperimentMeasure, arm: ArmRates): number {
  switch (measure) {
    case "orders":
      return arm.orders;
    case "clicks":
      return arm.clicks;
    case "revenue":
      return arm.orders * arm.priceMinor;
  }
}

/** Runs a day of every experiment under way, and settles those that were closed today. */
export function runTrials(
  context: DecisionContext,
  engine: Engine,
  promotions: DayPromotions,
  report: DayReport,
): void {
  const { state, engineDay } = context;
  const { experiments } = state.tables;
  const { columns } = experiments;
  for (let row = 0; row < experiments.rows; row++) {
    if (columns.verdict[row]! >= 0) settle(context, report, row);
    else if (engineDay <= columns.toDay[row]!) runDay(context, engine, promotions, report, row);
  }
  keepRows(experiments, (row) => columns.verdict[row]! < 0);
}

function runDay(
  context: DecisionContext,
  engine: Engine,
  promotions: DayPromotions,
  report: DayReport,
  row: number,
): void {
  const { state, rowOfOffer } = context;
  const { columns } = state.tables.experiments;
  const offerNumber = columns.offer[row]!;
  const offer = rowOfOffer[offerNumber]!;
  const market = columns.market[row]!;
  const field = experimentFields[columns.field[row]!]!;
  const measure = experimentMeasures[columns.measure[row]!]!;
  const arms = [
    armRates(engine, promotions, offer, market, field, columns.armA[row]!),
    armRates(engine, promotions, offer, market, field, columns.armB[row]!),
  ] as const;
  columns.expectedA[row]! += expectedOf(measure, arms[0]);
  columns.expectedB[row]! += expectedOf(measure, arms[1]);
  const counts = splitDay(engine, offerNumber, market, columns.shareBp[row]!, arms);
  const [a, b] = counts;
  if (!report.isReported(columns.store[row]!)) return;
  const at = lineOf(report, columns.store[row]!, columns.number[row]!);
  const line = report.tables.trials.columns;
  line.visitsA[at] = a.visits;
  line.clicksA[at] = a.clicks;
  line.ordersA[at] = a.orders;
  line.priceAMinor[at] = arms[0].priceMinor;
  line.visitsB[at] = b.visits;
  line.clicksB[at] = b.clicks;
  line.ordersB[at] = b.orders;
  line.priceBMinor[at] = arms[1].priceMinor;
}

function lineOf({ tables }: DayReport, store: number, number: number): number {
  const at = addRow(tables.trials);
  const { columns } = tables.trials;
  for (const column of Object.values(columns)) column[at] = 0;
  columns.store[at] = store;
  columns.number[at] = number;
  columns.verdict[at] = -1;
  columns.isRight[at] = -1;
  return at;
}

/** Says whether a verdict was right: by the exact rates of the experiment's days, not its luck. */
function settle({ world, state }: DecisionContext, report: DayReport, row: number): void {
  const { columns } = state.tables.experiments;
  const store = columns.store[row]!;
  if (!report.isReported(store)) return;
  const alike = world.parameters["research.alikeBp"] / 10_000;
  const right = rightVerdict(columns.expectedA[row]!, columns.expectedB[row]!, alike);
  const at = lineOf(report, store, columns.number[row]!);
  const line = report.tables.trials.columns;
  line.verdict[at] = columns.verdict[row]!;
  line.isRight[at] = columns.verdict[row] === experimentVerdicts.indexOf(right) ? 1 : 0;
}

/** The arm that is expected to bring more; neither where they differ by less than `alike`. */
export function rightVerdict(
  expectedA: number,
  expectedB: number,
  alike: number,
): "A" | "B" | "none" {
  if (Math.abs(expectedB - expectedA) <= alike * Math.max(expectedA, expectedB)) return "none";
  return expectedB > expectedA ? "B" : "A";
}
