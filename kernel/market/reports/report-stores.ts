/** The rows of a day by store, by market and by posting. */
import { account, storeAccounts } from "../../ledger/account.ts";
import { partyOf } from "../../ledger/party.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { equityOf } from "../books/payouts.ts";
import type { DayReport } from "./report.ts";
import { healthOf } from "../parcels/reputation.ts";
import { pointsOfStores } from "../scoring/equity-points.ts";
import { parOf, scoreStore, worthOf } from "./score.ts";
import { addRow } from "../state/tables.ts";
import { priceQuantiles, type Workspace } from "../state/workspace.ts";
import { storeKind } from "../state/store-kind.ts";

const storesEnd = partyOf("platform");

/** What was posted to each account of each store today, debit positive, in the books' currency. */
export function flowsOf({ book, state, world }: DecisionContext): Float64Array {
  const width = world.currencies.length;
  const foreign = new Float64Array(state.sizes.stores * storeAccounts * width);
  const { columns, rows } = book.table;
  for (let row = 0; row < rows; row++) {
    const party = columns.party[row]!;
    if (party >= storesEnd) continue;
    const at = (party * storeAccounts + columns.account[row]!) * width + columns.currency[row]!;
    foreign[at]! += columns.amountMinor[row]!;
  }
  const flows = new Float64Array(state.sizes.stores * storeAccounts);
  for (let at = 0; at < foreign.length; at++) {
    if (foreign[at] === 0) continue;
    flows[Math.floor(at / width)]! += exchanged(book, foreign[at]!, at % width, world.base);
  }
  return flows;
}

/**
 * Writes a row for every store.
 *
 * @param equityBefore  of each store when the day began, at yesterday's rates
 */
export function reportStores(
  context: DecisionContext,
  work: Workspace,
  report: DayReport,
  equityBefore: Float64Array,
): void {
  const { state } = context;
  const flows = flowsOf(context);
  const traffic = trafficOf(context, work);
  const par = parOf(context);
  const points = pointsOfStores(context);
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    const row = addRow(report.tables.stores);
    writeMoney(context, report, row, store, flows, equityBefore[store]!);
    writeTraffic(context, report, row, store, traffic);
    const { columns } = report.tables.stores;
    const score = scoreStore(context, store, par);
    columns.scoreMilli[row] = score.scoreMilli;
    columns.scoreProfitMilli[row] = score.profitMilli;
    columns.scoreCustomerMilli[row] = score.customerMilli;
    columns.scoreOperationsMilli[row] = score.operationsMilli;
    columns.scoreProcessMilli[row] = score.processMilli;
    columns.worthMinor[row] = Math.floor(worthOf(context, store) + 0.5);
    columns.points[row] = points[store]!;
    if (columns.cashMinor[row]! < 0)
      report.notice(store, "cash-short", -1, -1, columns.cashMinor[row]!);
  }
}

function writeMoney(
  context: DecisionContext,
  report: DayReport,
  row: number,
  store: number,
  flows: Float64Array,
  equityBefore: number,
): void {
  const { columns } = report.tables.stores;
  const flow = (id: number) => flows[store * storeAccounts + id]!;
  const held = (id: number) => translated(context, store, id);
  const equity = equityOf(context, store);
  const paidIn = 0 - flow(account.equity);
  columns.store[row] = store;
  columns.revenueMinor[row] = 0 - flow(account.revenue) - flow(account.refunds);
  columns.costOfGoodsMinor[row] = flow(account.costOfGoods);
  columns.commissionMinor[row] = flow(account.commission);
  columns.shippingMinor[row] = flow(account.shipping);
  columns.dutyMinor[row] = flow(account.duty);
  columns.adsMinor[row] = flow(account.ads);
  columns.profitMinor[row] = equity - equityBefore - paidIn;
  columns.otherMinor[row] =
    columns.revenueMinor[row]! -
    columns.costOfGoodsMinor[row]! -
    columns.commissionMinor[row]! -
    columns.shippingMinor[row]! -
    columns.dutyMinor[row]! -
    columns.adsMinor[row]! -
    columns.profitMinor[row]!;
  columns.cashMinor[row] = held(account.cash);
  columns.heldMinor[row] = held(account.held);
  columns.inventoryMinor[row] = held(account.inventory);
  columns.transitMinor[row] = held(account.transit) + held(account.deposits);
  columns.payablesMinor[row] = 0 - held(account.payables);
  columns.equityMinor[row] = equity;
}

function translated({ state, world, book }: DecisionContext, store: number, id: number): number {
  let sum = 0;
  for (let currency = 0; currency < world.currencies.length; currency++) {
    sum += exchanged(book, balanceOf(state, store, id, currency), currency, world.base);
  }
  return sum;
}

/** Sums over the offers of each store. */
type Traffic = {
  readonly clicks: Int32Array;
  readonly orders: Int32Array;
  readonly units: Int32Array;
  readonly lost: Int32Array;
  readonly live: Int32Array;
  readonly soldOut: Int32Array;
};

function trafficOf({ state, world }: DecisionContext, work: Workspace): Traffic {
  const { stores, markets } = state.sizes;
  const sum = () => new Int32Array(stores);
  const traffic: Traffic = {
    clicks: sum(),
    orders: sum(),
    units: sum(),
    lost: sum(),
    live: sum(),
    soldOut: sum(),
  };
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    const store = state.storeOf[offer]!;
    for (let market = 0; market < markets; market++) {
      const cell = offer * markets + market;
      traffic.clicks[store]! += work.clicks[cell]!;
      traffic.orders[store]! += work.soldOrders[cell]!;
      traffic.units[store]! += work.soldUnits[cell]!;
      traffic.lost[store]! += work.lostUnits[cell]!;
      if (state.listing[cell] !== 1 || state.isDropped[offer] === 1) continue;
      traffic.live[store]!++;
      const isLocal = world.isLastMile[state.service[cell]!] === 1;
      const pool = offer * (markets + 1) + (isLocal ? 1 + market : 0);
      if (state.stock[pool] === 0) traffic.soldOut[store]!++;
    }
  }
  return traffic;
}

function writeTraffic(
  { state, world }: DecisionContext,
  report: DayReport,
  row: number,
  store: number,
  traffic: Traffic,
): void {
  const { columns } = report.tables.stores;
  columns.impressions[row] = report.impressionsOfStore.get(store) ?? 0;
  columns.clicks[row] = traffic.clicks[store]!;
  columns.orders[row] = traffic.orders[store]!;
  columns.units[row] = traffic.units[store]!;
  columns.lostUnits[row] = traffic.lost[store]!;
  columns.listingsLive[row] = traffic.live[store]!;
  columns.listingsSoldOut[row] = traffic.soldOut[store]!;
  const p = world.parameters;
  const reviews = state.storeReviews[store]!;
  const prior = p["utility.priorReviews"];
  const stars = state.storeStars[store]! + p["utility.priorStars"] * prior;
  columns.ratingMilli[row] = Math.floor((1000 * stars) / (reviews + prior) + 0.5);
  columns.reviews[row] = reviews;
  columns.healthBp[row] = Math.floor(10_000 * healthOf(world, state, store) + 0.5);
  columns.tier[row] = state.tier[store]!;
  columns.onTimeBp[row] = Math.floor(10_000 * state.onTime[store]! + 0.5);
}

/** Prices and traffic of every category in every market, for everyone to see. */
export function reportMarkets(
  { state }: DecisionContext,
  work: Workspace,
  report: DayReport,
): void {
  const { markets, categories, queries } = state.sizes;
  const units = new Int32Array(markets * categories);
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    for (let market = 0; market < markets; market++) {
      units[market * categories + state.categoryOf[offer]!]! +=
        work.soldUnits[offer * markets + market]!;
    }
  }
  for (let cell = 0; cell < units.length; cell++) {
    const row = addRow(report.tables.markets);
    const { columns } = report.tables.markets;
    let visits = 0;
    for (let shelf = cell * queries; shelf < (cell + 1) * queries; shelf++)
      visits += work.visits[shelf]!;
    const quantile = (i: number) =>
      Math.floor(work.quantileMinor[cell * priceQuantiles + i]! + 0.5);
    columns.market[row] = Math.floor(cell / categories);
    columns.category[row] = cell % categories;
    columns.offers[row] = work.liveListings[cell]!;
    columns.visits[row] = visits;
    columns.units[row] = units[cell]!;
    columns.p10Minor[row] = quantile(0);
    columns.p25Minor[row] = quantile(1);
    columns.referenceMinor[row] = quantile(2);
    columns.p75Minor[row] = quantile(3);
    columns.p90Minor[row] = quantile(4);
  }
}

/** Copies the postings of reported stores' documents. */
export function reportPostings({ book }: DecisionContext, report: DayReport): void {
  const from = book.table.columns;
  for (let line = 0; line < book.table.rows; line++) {
    const store = from.store[line]!;
    if (!report.isReported(store)) continue;
    const row = addRow(report.tables.postings);
    const { columns } = report.tables.postings;
    columns.store[row] = store;
    columns.document[row] = from.document[line]!;
    columns.kind[row] = from.kind[line]!;
    columns.party[row] = from.party[line]!;
    columns.account[row] = from.account[line]!;
    columns.currency[row] = from.currency[line]!;
    columns.amountMinor[row] = from.amountMinor[line]!;
    columns.subject[row] = from.subject[line]!;
    columns.market[row] = from.market[line]!;
  }
}
