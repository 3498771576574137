/**
 * Dispatch of a day's sales: goods leave the stock at cost, revenue is booked, parcels get their
 * fates (market.md E9, ledger 8.3).
 */
import { civilOf } from "../../calendar/day.ts";
import { partyOf } from "../../ledger/party.ts";
import { exchanged } from "../books/book.ts";
import { insuredUnit, type Insured } from "../after-sales/terms.ts";
import { postPremium } from "../books/insurance-journals.ts";
import { postDispatch, type SaleAmounts } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { commissionBp, commissionOn, landedUnit } from "../books/economics.ts";
import { laneOf, type Lane } from "./lanes.ts";
import { payoutSlot } from "../books/payouts.ts";
import { parcelEvent, routeParcels, type Cohort } from "./parcel-routes.ts";
import type { Lot, PromotedSales } from "../promotions/lots.ts";
import type { DayReport } from "../reports/report.ts";
import { consumeIndexed, indexLayers, type LayerIndex } from "../goods/stock-layers.ts";
import { addRow } from "../state/tables.ts";
import { scannedBy, scanWindows } from "../temptations/false-scans.ts";
import type { Workspace } from "../state/workspace.ts";
import { calendarDayOf } from "../world/world.ts";
import { storeKind } from "../state/store-kind.ts";

/** What a listing sold today, ready to be dispatched. */
type Sale = {
  readonly row: number;
  readonly market: number;
  readonly units: number;
  readonly service: number;
  readonly lane: Lane;
  /** Of one unit, minor units of the market's currency. */
  readonly grossMinor: number;
  readonly commissionMinor: number;
  readonly taxMinor: number;
  readonly costMinor: number;
  readonly goodsMinor: number;
  readonly dutyMinor: number;
  readonly atDoorMinor: number;
  /** Place among the prices at which the listing sold today. */
  readonly lot: number;
  readonly insured: Insured;
};

const november = 11;

/** Dispatches everything sold today, store by store in order of number. */
export function dispatchSales(
  context: DecisionContext,
  work: Workspace,
  promoted: PromotedSales,
  report: DayReport,
): void {
  const { state, rowOfOffer } = context;
  const { markets, stores } = state.sizes;
  const layers = indexLayers(state);
  const bots = newTally(context);
  const windows = scanWindows(context);
  for (let store = 0; store < stores; store++) {
    let tracked = 0;
    let sent = 0;
    const isScanned =
      windows !== null && scannedBy(context, windows, store, context.engineDay) >= 0;
    for (let place = 0; place < state.offersOfStore[store]!; place++) {
      const row = rowOfOffer[store * decisionLimits.offerPlacesMax + place]!;
      if (row < 0) continue;
      for (let market = 0; market < markets; market++) {
        const units = work.soldUnits[row * markets + market]!;
        if (units === 0) continue;
        const lots = promoted.lotsOf(row * markets + market) ?? [
          plainLot(context, work, row, market),
        ];
        for (const [place, lot] of lots.entries()) {
          const sale = prepareSale(context, work, layers, row, market, lot, place);
          if (state.storeKind[store] === storeKind.people) postSale(context, sale);
          else tally(context, bots, sale);
          sendParcels(context, report, sale);
          sent += sale.units;
          if (isScanned || sale.lane.isProved) tracked += sale.units;
        }
      }
    }
    postTally(context, bots, store);
    if (sent > 0) state.tracking[store]! += (tracked / sent - state.tracking[store]!) / 30;
  }
}

/** All units of a listing that promotes nothing are sold at what its page says. */
function plainLot({ state }: DecisionContext, work: Workspace, row: number, market: number): Lot {
  const cell = row * state.sizes.markets + market;
  return {
    units: work.soldUnits[cell]!,
    goodsMinor: work.goodsMinor[cell]!,
    feeMinor: state.feeMinor[cell]!,
  };
}

function prepareSale(
  context: DecisionContext,
  work: Workspace,
  layers: LayerIndex,
  row: number,
  market: number,
  lot: Lot,
  place: number,
): Sale {
  const { state, world, trade } = context;
  const cell = row * state.sizes.markets + market;
  const service = state.service[cell]!;
  const lane = laneOf(world, trade, state.skuOf[row]!, market, service);
  if (lane === null) throw new Error(`offer row ${row} sold in market ${market} without a lane`);
  const store = state.storeOf[row]!;
  const { units, goodsMinor, feeMinor } = lot;
  const bp = commissionBp(context, store, market, state.categoryOf[row]!);
  const pool = world.isLastMile[service] === 1 ? 1 + market : 0;
  return {
    row,
    market,
    units,
    service,
    lane,
    lot: place,
    insured: insuredUnit(context, store, market, goodsMinor + feeMinor, lane.fate.lossPpm),
    goodsMinor,
    grossMinor: goodsMinor + feeMinor,
    commissionMinor: commissionOn(goodsMinor, bp),
    ...taxesOf(context, work, cell, lot),
    costMinor: consumeIndexed(state, layers, row, pool, units),
  };
}

/** Tax and duty of a unit: as on the page, or anew for a price that no page shows. */
function taxesOf(
  context: DecisionContext,
  work: Workspace,
  cell: number,
  { goodsMinor, feeMinor }: Lot,
): Pick<Sale, "taxMinor" | "dutyMinor" | "atDoorMinor"> {
  const { state } = context;
  const isShown = goodsMinor === work.goodsMinor[cell] && feeMinor === work.seenFee[cell];
  const row = Math.floor(cell / state.sizes.markets);
  const market = cell % state.sizes.markets;
  const [product, service] = [state.skuOf[row]!, state.service[cell]!];
  const other = isShown
    ? null
    : landedUnit(context, product, market, service, goodsMinor, feeMinor);
  return {
    taxMinor: other?.atSaleMinor ?? work.atSaleMinor[cell]!,
    dutyMinor: other?.sellerMinor ?? work.sellerMinor[cell]!,
    atDoorMinor: other?.atDoorMinor ?? work.atDoorMinor[cell]!,
  };
}

/** All units of a sale, as the book wants them. */
function amountsOf({ book, world }: DecisionContext, sale: Sale): SaleAmounts {
  const { lane, units } = sale;
  return {
    grossMinor: sale.grossMinor * units,
    commissionMinor: sale.commissionMinor * units,
    taxMinor: sale.taxMinor * units,
    dutyMinor: sale.dutyMinor * units,
    costMinor: sale.costMinor,
    shippingMinor: exchanged(book, lane.costMinor, lane.currency, world.base) * units,
  };
}

/** A people's store gets a document for each lot of a listing. */
function postSale(context: DecisionContext, sale: Sale): void {
  const { state, world, book } = context;
  postDispatch(
    book,
    state.storeOf[sale.row]!,
    state.offerNumber[sale.row]!,
    sale.market,
    world.currencyOfMarket[sale.market]!,
    partyOf("carrier", sale.lane.carrier),
    amountsOf(context, sale),
  );
  const premium = sale.insured.premiumMinor * sale.units;
  if (premium === 0) return;
  const offer = state.offerNumber[sale.row]!;
  const carrier = partyOf("carrier", sale.lane.carrier);
  postPremium(book, state.storeOf[sale.row]!, offer, sale.market, carrier, premium);
}

/** Sums of one bot store by market and carrier: its books get one document for each. */
type Tally = { readonly carriers: number; readonly sums: (SaleAmounts | null)[] };

function newTally({ world, state }: DecisionContext): Tally {
  const carriers = Math.max(1, world.source.trade.carriers.length);
  return { carriers, sums: Array.from({ length: state.sizes.markets * carriers }, () => null) };
}

function tally(context: DecisionContext, bots: Tally, sale: Sale): void {
  const at = sale.market * bots.carriers + sale.lane.carrier;
  const amounts = amountsOf(context, sale);
  const sum = bots.sums[at];
  if (sum === null || sum === undefined) {
    bots.sums[at] = amounts;
    return;
  }
  sum.grossMinor += amounts.grossMinor;
  sum.commissionMinor += amounts.commissionMinor;
  sum.taxMinor += amounts.taxMinor;
  sum.dutyMinor += amounts.dutyMinor;
  sum.costMinor += amounts.costMinor;
  sum.shippingMinor += amounts.shippingMinor;
}

function postTally({ book, world }: DecisionContext, bots: Tally, store: number): void {
  for (let at = 0; at < bots.sums.length; at++) {
    const sum = bots.sums[at];
    if (sum === null || sum === undefined) continue;
    const market = Math.floor(at / bots.carriers);
    const carrier = partyOf("carrier", at % bots.carriers);
    postDispatch(book, store, 0, market, world.currencyOfMarket[market]!, carrier, sum);
    bots.sums[at] = null;
  }
}

/** Draws the fates of a sale's parcels and writes when each end is due. */
function sendParcels(context: DecisionContext, report: DayReport, sale: Sale): void {
  const { state, world, engineDay, effects, key } = context;
  const { row, market, units, lane, service } = sale;
  const cell = row * state.sizes.markets + market;
  const isNovember = civilOf(calendarDayOf(world, engineDay)).month === november;
  const cohort: Cohort = {
    lane,
    units,
    offer: state.offerNumber[row]!,
    place: market * 65_536 + service * 256 + sale.lot,
    engineDay,
    promiseDays: state.promiseDays[cell]!,
    dueAtDoorMinor: sale.atDoorMinor,
    goodsMinor: sale.goodsMinor,
    transitBp: lane.crossesBorder ? effects.transitBp[market]! : 10_000,
    strikeDays: effects.strikeDays[lane.carrier] ?? 0,
    lossFactor: isNovember ? world.parameters["fulfillment.novemberLoss"] : 1,
  };
  report.parcels(row, market, service, engineDay, parcelEvent.dispatched, units, sale.lot);
  if (!lane.isProved) promiseWithoutProof(context, sale);
  const unitCost = Math.floor(sale.costMinor / units + 0.5);
  routeParcels(cohort, key, (event, afterDays, count) => {
    const { parcels } = state.tables;
    const at = addRow(parcels);
    const { columns } = parcels;
    columns.dueOn[at] = engineDay + afterDays;
    columns.offer[at] = row;
    columns.market[at] = market;
    columns.service[at] = service;
    columns.orderedOn[at] = engineDay;
    columns.event[at] = event;
    columns.units[at] = count;
    columns.promiseDays[at] = cohort.promiseDays;
    columns.priceMinor[at] = sale.grossMinor;
    columns.commissionMinor[at] = sale.commissionMinor;
    columns.taxMinor[at] = sale.taxMinor;
    columns.costMinor[at] = unitCost;
    columns.claimMilli[at] = state.claimMilli[cell]!;
    columns.lot[at] = sale.lot;
    columns.insuredMinor[at] = sale.insured.valueMinor;
  });
}

/** What no scan proves is paid out a fixed time after the order. */
function promiseWithoutProof(context: DecisionContext, sale: Sale): void {
  const { state, world, engineDay } = context;
  const due = engineDay + world.parameters["payout.withoutProofDays"];
  const slot = payoutSlot(context, due, state.storeOf[sale.row]!, sale.market);
  state.payoutDue[slot]! += (sale.grossMinor - sale.commissionMinor) * sale.units;
}
