/**
 * What happens to parcels today: deliveries that will be paid for and reviewed, and parcels that
 * never arrive, which are refunded (market.md E9, E10).
 */
import { partyOf } from "../../ledger/party.ts";
import { postWarranties } from "../after-sales/terms.ts";
import { postCompensation } from "../books/insurance-journals.ts";
import { caseLaw, drawDelivered, drawLost, type CaseLaw } from "../after-sales/draw-cases.ts";
import type { EndedUnits } from "../after-sales/case-table.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { postRefund, type SaleAmounts } from "../books/bookkeeping.ts";
import { laneOf } from "./lanes.ts";
import { payoutSlot } from "../books/payouts.ts";
import { parcelEvent } from "./parcel-routes.ts";
import type { DayReport } from "../reports/report.ts";
import { drawReviews, type Delivery } from "./reviews.ts";
import { clockSlots } from "../state/state.ts";
import { sendBack } from "../goods/supply.ts";
import {
  scannedBy,
  scanWindows,
  type FalseScan,
  type ScanWindows,
} from "../temptations/false-scans.ts";

/** Units of each store that met their end today. */
export type Ends = {
  readonly delivered: Int32Array;
  readonly onTime: Int32Array;
  readonly undelivered: Int32Array;
  /** Delivered late, and on time for the platform: somebody paid for the scan. */
  readonly scannedOnTime: Int32Array;
  /** Units whose scan says what did not happen. */
  readonly falseScans: FalseScan[];
  /** Delivered, and later than promised of these, by store · markets + market. */
  readonly inMarket: Int32Array;
  readonly lateInMarket: Int32Array;
  /** Cost of delivered units that are under warranty, by store · markets + market. */
  readonly warrantedMinor: Map<number, number>;
};

const goesBack: readonly number[] = [
  parcelEvent.refused,
  parcelEvent.returned,
  parcelEvent.rejected,
];

/** Settles every parcel whose day has come and forgets it. */
export function settleParcels(context: DecisionContext, report: DayReport): Ends {
  const { state, engineDay } = context;
  const { stores, markets } = state.sizes;
  const law = caseLaw(context);
  const ends: Ends = {
    delivered: new Int32Array(stores),
    onTime: new Int32Array(stores),
    undelivered: new Int32Array(stores),
    scannedOnTime: new Int32Array(stores),
    falseScans: [],
    inMarket: new Int32Array(stores * markets),
    lateInMarket: new Int32Array(stores * markets),
    warrantedMinor: new Map(),
  };
  const { parcels } = state.tables;
  const { columns, rows } = parcels;
  const windows = scanWindows(context);
  let dead = 0;
  for (let at = 0; at < rows; at++) {
    if (columns.units[at] === 0) dead++;
    if (columns.dueOn[at] !== engineDay) continue;
    if (windows !== null) rememberScan(context, windows, ends, at);
    settleOne(context, law, report, ends, at);
    dead++;
  }
  postWarranties(context, ends.warrantedMinor);
  // Closing up the gaps costs more than stepping over them, until a quarter is gaps.
  if (dead * 4 > rows) closeUp(context);
  return ends;
}

function closeUp({ state, engineDay }: DecisionContext): void {
  const { parcels } = state.tables;
  const columns = Object.values(parcels.columns);
  let kept = 0;
  for (let at = 0; at < parcels.rows; at++) {
    if (parcels.columns.dueOn[at]! <= engineDay) continue;
    if (kept !== at) for (const column of columns) column[kept] = column[at]!;
    kept++;
  }
  parcels.rows = kept;
}

/** Notes what a parcel's false scan makes of it, before it is settled as it truly went. */
function rememberScan(context: DecisionContext, windows: ScanWindows, ends: Ends, at: number) {
  const { state, engineDay } = context;
  const { columns } = state.tables.parcels;
  const row = columns.offer[at]!;
  const store = state.storeOf[row]!;
  const orderedOn = columns.orderedOn[at]!;
  const event = columns.event[at]!;
  const units = columns.units[at]!;
  if (units === 0 || event === parcelEvent["export-held"] || event === parcelEvent["import-held"])
    return;
  const by = scannedBy(context, windows, store, orderedOn);
  if (by < 0) return;
  const isHere = event === parcelEvent.delivered;
  const isLate = isHere && engineDay - orderedOn > columns.promiseDays[at]!;
  if (isLate) ends.scannedOnTime[store]! += units;
  if (isHere && !isLate && isProved(context, at)) return;
  const [market, service] = [columns.market[at]!, columns.service[at]!];
  const priceMinor = columns.priceMinor[at]!;
  ends.falseScans.push({ by, row, market, service, orderedOn, units, priceMinor });
}

function settleOne(
  context: DecisionContext,
  law: CaseLaw | null,
  report: DayReport,
  ends: Ends,
  at: number,
): void {
  const { state } = context;
  const { columns } = state.tables.parcels;
  const row = columns.offer[at]!;
  const store = state.storeOf[row]!;
  const units = columns.units[at]!;
  const event = columns.event[at]!;
  const market = columns.market[at]!;
  const [service, orderedOn] = [columns.service[at]!, columns.orderedOn[at]!];
  report.parcels(row, market, service, orderedOn, event, units, columns.lot[at]!);
  if (event === parcelEvent["export-held"] || event === parcelEvent["import-held"]) {
    columns.units[at] = 0;
    return;
  }
  const cell = store * state.sizes.markets + market;
  state.monthEnded[cell]! += units;
  state.endedUnits[store]! += units;
  if (event === parcelEvent.delivered) {
    const late = Math.max(0, context.engineDay - columns.orderedOn[at]! - columns.promiseDays[at]!);
    ends.delivered[store]! += units;
    ends.inMarket[cell]! += units;
    if (state.warrantyMonths[cell]! > 0) {
      const covered = ends.warrantedMinor.get(cell) ?? 0;
      ends.warrantedMinor.set(cell, covered + units * columns.costMinor[at]!);
    }
    if (late === 0) ends.onTime[store]! += units;
    else ends.lateInMarket[cell]! += units;
    const payoutOn = promisePayout(context, at, store, market, units);
    const delivery = deliveryOf(context, at, late);
    drawReviews(context, delivery);
    if (law !== null)
      drawDelivered(context, law, { ...delivery, ...endedOf(context, at, payoutOn) });
  } else {
    ends.undelivered[store]! += units;
    if (event === parcelEvent.lost) compensate(context, at, units);
    const isMissed = event === parcelEvent.lost && law !== null;
    const disputed = isMissed ? disputedOf(context, at) : 0;
    if (disputed < units) refund(context, at, store, market, units - disputed, event);
  }
  columns.units[at] = 0;
}

/** The carrier pays for insured parcels that it lost, whatever becomes of their buyers. */
function compensate({ state, world, trade, book }: DecisionContext, at: number, units: number) {
  const { columns } = state.tables.parcels;
  const minor = columns.insuredMinor[at]! * units;
  if (minor === 0) return;
  const row = columns.offer[at]!;
  const market = columns.market[at]!;
  const lane = laneOf(world, trade, state.skuOf[row]!, market, columns.service[at]!);
  const carrier = partyOf("carrier", lane?.carrier ?? 0);
  postCompensation(book, state.storeOf[row]!, state.offerNumber[row]!, market, carrier, minor);
}

/** Buyers of lost parcels who open a dispute: what becomes of their money is decided there. */
function disputedOf(context: DecisionContext, at: number): number {
  const { columns } = context.state.tables.parcels;
  const withoutProof = columns.orderedOn[at]! + context.world.parameters["payout.withoutProofDays"];
  const payoutOn = isProved(context, at) ? -1 : withoutProof;
  return drawLost(context, { ...deliveryOf(context, at, 0), ...endedOf(context, at, payoutOn) });
}

function endedOf({ state, engineDay }: DecisionContext, at: number, payoutOn: number): EndedUnits {
  const { columns } = state.tables.parcels;
  return {
    row: columns.offer[at]!,
    market: columns.market[at]!,
    service: columns.service[at]!,
    orderedOn: columns.orderedOn[at]!,
    endedOn: engineDay,
    priceMinor: columns.priceMinor[at]!,
    commissionMinor: columns.commissionMinor[at]!,
    taxMinor: columns.taxMinor[at]!,
    costMinor: columns.costMinor[at]!,
    payoutOn,
    lot: columns.lot[at]!,
  };
}

function deliveryOf({ state }: DecisionContext, at: number, lateDays: number): Delivery {
  const { columns } = state.tables.parcels;
  return {
    row: columns.offer[at]!,
    market: columns.market[at]!,
    service: columns.service[at]!,
    orderedOn: columns.orderedOn[at]!,
    units: columns.units[at]!,
    claimMilli: columns.claimMilli[at]!,
    lateDays,
    lot: columns.lot[at]!,
  };
}

/**
 * Money of delivered units is paid out after the hold of the store's tier, if delivery is proved;
 * else a fixed time after the order. Returns that day.
 */
function promisePayout(
  context: DecisionContext,
  at: number,
  store: number,
  market: number,
  units: number,
): number {
  const { state, world, engineDay } = context;
  const { columns } = state.tables.parcels;
  if (!isProved(context, at)) {
    return columns.orderedOn[at]! + world.parameters["payout.withoutProofDays"];
  }
  const { payoutDays } = world.source.tiers[state.tier[store]!]!;
  if (payoutDays >= clockSlots) throw new RangeError(`a hold of ${payoutDays} days is too long`);
  const net = (columns.priceMinor[at]! - columns.commissionMinor[at]!) * units;
  state.payoutDue[payoutSlot(context, engineDay + payoutDays, store, market)]! += net;
  return engineDay + payoutDays;
}

function isProved({ state, world, trade }: DecisionContext, at: number): boolean {
  const { columns } = state.tables.parcels;
  const product = state.skuOf[columns.offer[at]!]!;
  const lane = laneOf(world, trade, product, columns.market[at]!, columns.service[at]!);
  // A service that no longer exists keeps its promise for parcels under way.
  return lane === null || lane.isProved;
}

function refund(
  context: DecisionContext,
  at: number,
  store: number,
  market: number,
  units: number,
  event: number,
): void {
  const { state, world, book } = context;
  const { columns } = state.tables.parcels;
  const comesBack = goesBack.includes(event);
  const cost = columns.costMinor[at]! * units;
  const sale: SaleAmounts = {
    grossMinor: columns.priceMinor[at]! * units,
    commissionMinor: columns.commissionMinor[at]! * units,
    taxMinor: columns.taxMinor[at]! * units,
    dutyMinor: 0,
    costMinor: comesBack ? 0 : cost,
    shippingMinor: 0,
  };
  const row = columns.offer[at]!;
  const fromHeld = takesFromHeld(context, at, store, market, sale);
  const currency = world.currencyOfMarket[market]!;
  const subject = state.offerNumber[row]!;
  postRefund(book, store, subject, market, currency, sale, fromHeld, comesBack ? cost : 0);
  if (!comesBack) return;
  const pool = world.isLastMile[columns.service[at]!] === 1 ? 1 + market : 0;
  sendBack(context, row, pool, units, cost);
}

/**
 * Whether the platform still holds the money. With proof of delivery it always does, for such
 * parcels are never paid out; without, it was to be paid out a fixed time after the order.
 */
function takesFromHeld(
  context: DecisionContext,
  at: number,
  store: number,
  market: number,
  sale: SaleAmounts,
): boolean {
  const { state, world, engineDay } = context;
  if (isProved(context, at)) return true;
  const { columns } = state.tables.parcels;
  const due = columns.orderedOn[at]! + world.parameters["payout.withoutProofDays"];
  if (due <= engineDay) return false;
  const slot = payoutSlot(context, due, store, market);
  state.payoutDue[slot]! -= sale.grossMinor - sale.commissionMinor;
  return true;
}
