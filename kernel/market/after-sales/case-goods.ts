/** Money back to buyers, and goods back to the store or once more to a buyer. */
import { ofDollars } from "../books/dollars.ts";
import { partyOf } from "../../ledger/party.ts";
import { binomial } from "../../random/binomial.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import {
  postChargebackFee,
  postReplacement,
  postReturnFreight,
} from "../books/after-sales-journals.ts";
import { exchanged } from "../books/book.ts";
import { postRefund } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { takeLayers } from "../goods/stock-layers.ts";
import { sendBack } from "../goods/supply.ts";
import { laneOf, type Lane } from "../parcels/lanes.ts";
import { deliveryPlace } from "../parcels/reviews.ts";
import type { DayReport } from "../reports/report.ts";
import { reason } from "./case-kinds.ts";
import { takeFromHeld } from "./case-money.ts";
import type { State } from "../state/state.ts";
import { buyerPays } from "./terms.ts";

/**
 * Pays buyers back what they paid; the commission comes back to the store and the tax to them.
 *
 * @param backUnits units that are on their way to stock again; the others are written off
 * @returns what the buyers got, without tax, minor units of the market
 */
export function payBack(
  context: DecisionContext,
  at: number,
  units: number,
  backUnits: number,
): number {
  const { state, world, book } = context;
  const { columns } = state.tables.cases;
  const row = columns.offer[at]!;
  const market = columns.market[at]!;
  const cost = columns.costMinor[at]!;
  const sale = {
    grossMinor: columns.priceMinor[at]! * units,
    commissionMinor: columns.commissionMinor[at]! * units,
    taxMinor: columns.taxMinor[at]! * units,
    dutyMinor: 0,
    costMinor: cost * (units - backUnits),
    shippingMinor: 0,
  };
  const fromHeld = takeFromHeld(context, at, units);
  const offer = state.offerNumber[row]!;
  const currency = world.currencyOfMarket[market]!;
  const back = cost * backUnits;
  postRefund(book, state.storeOf[row]!, offer, market, currency, sale, fromHeld, back);
  return sale.grossMinor;
}

export type Wish = {
  readonly isWanted: "warehouse" | "home" | "nowhere";
  readonly isScrapped: boolean;
};

export type TakenBack = {
  /** Pool to which the goods go; -1 none. */
  readonly pool: number;
  /** Units that came back and cannot be sold again. */
  readonly spoiled: number;
  /** What the buyers of the other units and of the spoiled ones got, minor units of the market. */
  readonly backMinor: number;
  readonly spoiledBackMinor: number;
};

/** Whether returned goods can be put on sale where they are. */
export function hasWarehouse({ world, trade }: DecisionContext, market: number): boolean {
  if (!world.source.scenario.modules.warehouses) return false;
  return trade.services(world.marketIds[market]!, "warehouse").length > 0;
}

/** Carries out the return of units: money back, goods to a pool, to waste, or left. */
export function takeBack(
  context: DecisionContext,
  at: number,
  units: number,
  { isWanted, isScrapped }: Wish,
): TakenBack {
  const { columns } = context.state.tables.cases;
  const market = columns.market[at]!;
  const isNear = isWanted === "warehouse" && hasWarehouse(context, market);
  const pool = isNear ? 1 + market : isWanted === "home" ? 0 : -1;
  const sound = pool < 0 ? 0 : soundOf(context, at, units);
  const spoiled = pool < 0 ? 0 : units - sound;
  const all = payBack(context, at, units, sound);
  const spoiledBackMinor = columns.priceMinor[at]! * spoiled;
  payFreight(context, at, units, pool, isScrapped);
  if (sound > 0) sendBack(context, columns.offer[at]!, pool, sound, columns.costMinor[at]! * sound);
  return { pool, spoiled, backMinor: all - spoiledBackMinor, spoiledBackMinor };
}

/** Units that can be sold again: none of those with a fault. */
function soundOf(context: DecisionContext, at: number, units: number): number {
  const { state, world, key } = context;
  const { columns } = state.tables.cases;
  const why = columns.reason[at]!;
  if (why === reason["return-defective"]) return 0;
  const age = columns.endedOn[at]! - columns.orderedOn[at]!;
  const [service, market, lot] = [columns.service[at]!, columns.market[at]!, columns.lot[at]!];
  const place = deliveryPlace(service, age, market, lot);
  const offer = state.offerNumber[columns.offer[at]!]!;
  const of = address(purpose.return, 8192 + why * retriesMax);
  const share = world.parameters["return.resaleable"];
  return binomial(units, share, offer, place, 4 * columns.endedOn[at]!, of, key);
}

function laneOfCase({ state, world, trade }: DecisionContext, at: number): Lane | null {
  const { columns } = state.tables.cases;
  const product = state.skuOf[columns.offer[at]!]!;
  return laneOf(world, trade, product, columns.market[at]!, columns.service[at]!);
}

/** Whether the buyers, who changed their mind, pay the way back. */
function isBuyersWay(state: State, at: number): boolean {
  const { columns } = state.tables.cases;
  const store = state.storeOf[columns.offer[at]!]!;
  return (
    columns.reason[at] === reason["return-mind"] && buyerPays(state, store, columns.market[at]!)
  );
}

/** What it costs to take units back to a pool, by USD a unit or by the parcel's price out. */
export function freightOf(
  context: DecisionContext,
  at: number,
  units: number,
  pool: number,
  isScrapped: boolean,
): number {
  const { world, book, state } = context;
  const p = world.parameters;
  if (pool >= 0 && isBuyersWay(state, at)) return 0;
  if (pool > 0) return ofDollars(context, p["return.labelUsd"] * units);
  if (pool < 0) return isScrapped ? ofDollars(context, p["return.scrapUsd"] * units) : 0;
  const lane = laneOfCase(context, at);
  if (lane === null) return ofDollars(context, p["return.labelUsd"] * units);
  const out = exchanged(book, lane.costMinor, lane.currency, world.base);
  return Math.floor(out * p["return.homeFactor"] * units + 0.5);
}

function payFreight(
  context: DecisionContext,
  at: number,
  units: number,
  pool: number,
  isScrapped: boolean,
): void {
  const { state, book } = context;
  const minor = freightOf(context, at, units, pool, isScrapped);
  if (minor === 0) return;
  const { columns } = state.tables.cases;
  const row = columns.offer[at]!;
  const carrier = partyOf("carrier", laneOfCase(context, at)?.carrier ?? 0);
  const store = state.storeOf[row]!;
  postReturnFreight(book, store, state.offerNumber[row]!, columns.market[at]!, carrier, minor);
}

/** Sends units once more from where they were sold, as far as there are any; returns how many. */
export function sendAgain(
  context: DecisionContext,
  report: DayReport,
  at: number,
  units: number,
): number {
  const { state, world, book } = context;
  const { columns } = state.tables.cases;
  const row = columns.offer[at]!;
  const market = columns.market[at]!;
  const lane = laneOfCase(context, at);
  if (lane === null) return 0;
  const pool = world.isLastMile[columns.service[at]!] === 1 ? 1 + market : 0;
  const cell = row * (state.sizes.markets + 1) + pool;
  const sent = Math.min(units, state.stock[cell]!);
  if (sent === 0) return 0;
  const cost = takeLayers(state, row, pool, sent);
  report.replaced.set(cell, (report.replaced.get(cell) ?? 0) + sent);
  const shipping = exchanged(book, lane.costMinor, lane.currency, world.base) * sent;
  const carrier = partyOf("carrier", lane.carrier);
  const offer = state.offerNumber[row]!;
  postReplacement(book, state.storeOf[row]!, offer, market, carrier, cost, shipping);
  return sent;
}

/** The bank's fee for charged back units. */
export function chargeFees(context: DecisionContext, at: number, units: number): void {
  const { state, world, book } = context;
  const fee = ofDollars(context, world.parameters["chargeback.feeUsd"] * units);
  if (fee === 0) return;
  const { columns } = state.tables.cases;
  const row = columns.offer[at]!;
  postChargebackFee(book, state.storeOf[row]!, state.offerNumber[row]!, columns.market[at]!, fee);
}
