/** Tenders that close today: who gets the goods at which price, and what everybody is told. */
import { cashOf, postDeposit } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { addSupply, supplyMode } from "../goods/supply-table.ts";
import type { DayReport } from "../reports/report.ts";
import { isSandbox } from "../sandbox/matching.ts";
import { addRow, keepRows } from "../state/tables.ts";
import { supplierOf } from "../world/lookups.ts";
import { awardLot, neededPrice, type Award, type SealedBid } from "./award.ts";
import { maker } from "./suppliers.ts";
import { bidsThat, depositOf } from "./tender-bids.ts";
import { otherBids, tendersClosing, tendersPosted, type Tender } from "./tenders.ts";

/** A bid as it is compared, with the row of the own offer; -1 for other buyers. */
type Bid = SealedBid & { readonly offer: number };

/** Other buyers sell nothing here, so that a store goes before them at an equal price. */
const outside = { store: -1, offer: -1, sales: -1, acceptedAt: Number.MAX_SAFE_INTEGER };

/** Gives away what closes today, and tells of what stands from tomorrow on. */
export function closeTenders(context: DecisionContext, report: DayReport): void {
  const { state, world, seasonDay } = context;
  if (!world.source.scenario.modules.tenders || seasonDay < 1) return;
  for (const tender of tendersClosing(context, seasonDay)) closeTender(context, report, tender);
  const posted = tendersPosted(context, seasonDay + 1);
  if (posted.length > 0) report.notice(-1, "tender-posted", -1, -1, posted.length);
  if (state.tables.tenderBids.rows === 0) return;
  const closed = new Set(tendersClosing(context, seasonDay).map(({ number }) => number));
  const { tenderBids } = state.tables;
  keepRows(tenderBids, (at) => !closed.has(tenderBids.columns.tender[at]!));
}

function closeTender(context: DecisionContext, report: DayReport, tender: Tender): void {
  const { state, world } = context;
  const salesCount = isSandbox(world);
  const bids: Bid[] = [
    ...bidsThat(state, (_, lot) => lot === tender.number).map((bid) => ({
      ...bid,
      sales: salesCount ? state.soldUnits[bid.store]! : 0,
    })),
    ...otherBids(context, tender).map((bid, number) => ({ ...bid, ...outside, number })),
  ];
  const awards = awardLot(tender.units, bids, (bid, units) => take(context, tender, bid, units));
  for (const award of awards) tell(context, report, tender, award, awards);
}

/** Pays what is due at once and puts the goods on their way; false where cash does not reach. */
function take(context: DecisionContext, tender: Tender, bid: Bid, units: number): boolean {
  if (bid.store < 0) return true;
  const { state, world, book, engineDay } = context;
  const costMinor = bid.unitMinor * units;
  const depositMinor = depositOf(context, bid.store, tender.product, costMinor);
  if (depositMinor > cashOf(book, bid.store)) return false;
  const party = supplierOf(world, tender.product);
  postDeposit(book, bid.store, state.offerNumber[bid.offer]!, party, depositMinor);
  const dueOn = engineDay + tender.leadDays;
  addSupply(context, {
    row: bid.offer,
    pool: 0,
    units,
    costMinor,
    paidMinor: depositMinor,
    dueOn,
    mode: supplyMode.tender,
    number: bid.number,
    supplier: maker,
    promisedOn: dueOn,
  });
  return true;
}

function tell(
  { state }: DecisionContext,
  report: DayReport,
  tender: Tender,
  { bid, wonUnits, isUnpaid }: Award<Bid>,
  awards: readonly Award<Bid>[],
): void {
  const { tenders } = report.tables;
  const row = addRow(tenders);
  const { columns } = tenders;
  const offer = bid.store < 0 ? -1 : state.offerNumber[bid.offer]!;
  columns.tender[row] = tender.number;
  columns.store[row] = bid.store;
  columns.offer[row] = offer;
  columns.unitMinor[row] = bid.unitMinor;
  columns.units[row] = bid.units;
  columns.wonUnits[row] = wonUnits;
  columns.isUnpaid[row] = isUnpaid ? 1 : 0;
  columns.neededMinor[row] = neededPrice(tender, awards, bid) ?? -1;
  if (bid.store < 0) return;
  if (isUnpaid) report.notice(bid.store, "tender-unpaid", offer, -1, bid.units);
  else if (wonUnits > 0) report.notice(bid.store, "tender-won", offer, -1, wonUnits);
  else report.notice(bid.store, "tender-lost", offer, -1, bid.units);
}
