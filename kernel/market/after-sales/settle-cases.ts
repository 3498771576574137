/**
 * What becomes of cases today: those that open are counted and told, those that are answered, by a
 * decision or by the store's standing answer, are carried out, those whose time is over are decided
 * by the platform (market.md E10, practice.md 4.2).
 */
import { binomial } from "../../random/binomial.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { deliveryPlace } from "../parcels/reviews.ts";
import type { DayReport } from "../reports/report.ts";
import { caseEvent, kindOf, reason } from "./case-kinds.ts";
import { chargeFees, payBack, sendAgain, takeBack } from "./case-goods.ts";
import { schedulePayout } from "./case-money.ts";

const answerTo = Object.freeze({
  return: { resell: 1, home: 2, scrap: 3, leave: 4 },
  dispute: { refund: 1, replace: 2, contest: 3 },
});

/** Opens, settles and forgets the cases of today. */
export function settleCases(context: DecisionContext, report: DayReport): void {
  const { state, world, engineDay } = context;
  if (!world.source.scenario.modules.returns) return;
  const { cases } = state.tables;
  for (let at = 0; at < cases.rows; at++) {
    if (cases.columns.opensOn[at]! > engineDay) continue;
    if (cases.columns.opensOn[at] === engineDay) openCase(context, report, at);
    settleOne(context, report, at);
  }
  forgetSettled(context);
}

function forgetSettled({ state }: DecisionContext): void {
  const { cases } = state.tables;
  const columns = Object.values(cases.columns);
  let kept = 0;
  for (let at = 0; at < cases.rows; at++) {
    if (cases.columns.units[at] === 0) continue;
    if (kept !== at) for (const column of columns) column[kept] = column[at]!;
    kept++;
  }
  cases.rows = kept;
}

function openCase(context: DecisionContext, report: DayReport, at: number): void {
  const { state } = context;
  const { columns } = state.tables.cases;
  const units = columns.units[at]!;
  const store = state.storeOf[columns.offer[at]!]!;
  const cell = store * state.sizes.markets + columns.market[at]!;
  const kind = kindOf(columns.reason[at]!);
  tell(report, at, caseEvent.opened, units, 0);
  if (kind === "return") return;
  if (kind === "chargeback") {
    state.monthChargebacks[cell]! += units;
    return;
  }
  state.monthDisputes[cell]! += units;
  state.disputeUnits[store]! += units;
  const offer = state.offerNumber[columns.offer[at]!]!;
  report.notice(store, "dispute-opened", offer, columns.market[at]!, units);
}

/** Writes what happened to some units of a case. */
function tell(
  report: DayReport,
  at: number,
  event: number,
  units: number,
  backMinor: number,
): void {
  if (units > 0) report.caseEvent(at, event, units, backMinor);
}

function settleOne(context: DecisionContext, report: DayReport, at: number): void {
  const { state, engineDay } = context;
  const { columns } = state.tables.cases;
  const kind = kindOf(columns.reason[at]!);
  if (kind === "chargeback") {
    chargeBack(context, report, at, columns.units[at]!);
    columns.units[at] = 0;
    return;
  }
  const store = state.storeOf[columns.offer[at]!]!;
  const standing = kind === "return" ? state.returnPolicy[store]! : state.disputePolicy[store]!;
  const answer = columns.answer[at]! === 0 ? standing : columns.answer[at]!;
  if (answer === 0 && columns.dueOn[at]! > engineDay) return;
  if (kind === "return") settleReturn(context, report, at, answer);
  else settleDispute(context, report, at, answer);
  columns.units[at] = 0;
}

/** The buyer gets his money; the goods go where the store wants them, or stay where they are. */
function settleReturn(
  context: DecisionContext,
  report: DayReport,
  at: number,
  answer: number,
): void {
  const { state } = context;
  const units = state.tables.cases.columns.units[at]!;
  const { resell, home, scrap } = answerTo.return;
  const done = takeBack(context, at, units, {
    isWanted: answer === resell ? "warehouse" : answer === home ? "home" : "nowhere",
    isScrapped: answer === scrap,
  });
  const event =
    done.pool > 0
      ? caseEvent.resold
      : done.pool === 0
        ? caseEvent["sent-home"]
        : answer === scrap
          ? caseEvent.scrapped
          : caseEvent.left;
  // What came back and cannot be sold again is scrap, and only the rest is stock once more.
  tell(report, at, event, units - done.spoiled, done.backMinor);
  tell(report, at, caseEvent.scrapped, done.spoiled, done.spoiledBackMinor);
}

function settleDispute(
  context: DecisionContext,
  report: DayReport,
  at: number,
  answer: number,
): void {
  const { columns } = context.state.tables.cases;
  const units = columns.units[at]!;
  const { refund, replace, contest } = answerTo.dispute;
  if (answer === refund) return payBackAll(context, report, at, caseEvent.refunded, units);
  if (answer === replace) {
    const sent = sendAgain(context, report, at, units);
    tell(report, at, caseEvent.replaced, sent, 0);
    if (sent > 0) schedulePayout(context, at, sent);
    return payBackAll(context, report, at, caseEvent.refunded, units - sent);
  }
  const won = answer === contest ? wonBy(context, at, units) : 0;
  if (won > 0) schedulePayout(context, at, won);
  tell(report, at, caseEvent.won, won, 0);
  const lost = units - won;
  const charged = drawOf(context, at, 1, lost, context.world.parameters["dispute.chargeback"]);
  if (charged > 0) {
    const store = context.state.storeOf[columns.offer[at]!]!;
    const cell = store * context.state.sizes.markets + columns.market[at]!;
    context.state.monthChargebacks[cell]! += charged;
    chargeBack(context, report, at, charged);
  }
  const event = answer === contest ? caseEvent.lost : caseEvent.unanswered;
  payBackAll(context, report, at, event, lost - charged);
}

function wonBy(context: DecisionContext, at: number, units: number): number {
  const { world, state } = context;
  const why = state.tables.cases.columns.reason[at]!;
  const p = world.parameters;
  const share =
    why === reason["dispute-lost"]
      ? p["dispute.win.lost"]
      : why === reason["dispute-late"]
        ? p["dispute.win.late"]
        : p["dispute.win.quality"];
  return drawOf(context, at, 0, units, share);
}

function drawOf(
  { state, key }: DecisionContext,
  at: number,
  index: number,
  units: number,
  share: number,
): number {
  const { columns } = state.tables.cases;
  const age = columns.endedOn[at]! - columns.orderedOn[at]!;
  const [service, market, lot] = [columns.service[at]!, columns.market[at]!, columns.lot[at]!];
  const place = deliveryPlace(service, age, market, lot);
  const offer = state.offerNumber[columns.offer[at]!]!;
  const of = address(purpose.disputeOutcome, (columns.reason[at]! * 2 + index) * retriesMax);
  return binomial(units, share, offer, place, 4 * columns.endedOn[at]!, of, key);
}

function payBackAll(
  context: DecisionContext,
  report: DayReport,
  at: number,
  event: number,
  units: number,
): void {
  if (units === 0) return;
  tell(report, at, event, units, payBack(context, at, units, 0));
}

/** The bank takes the money back, and a fee for it. */
function chargeBack(context: DecisionContext, report: DayReport, at: number, units: number): void {
  payBackAll(context, report, at, caseEvent["charged-back"], units);
  chargeFees(context, at, units);
}
