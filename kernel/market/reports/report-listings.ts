/** The rows of a day by listing, search, advertisement, sale and stock, for reported stores. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import { pageStart } from "../shelf/page.ts";
import { directShown } from "./report-off-site.ts";
import type { PromotedSales } from "../promotions/lots.ts";
import type { DayReport } from "./report.ts";
import { adRevenue, writeSales } from "./report-sales.ts";
import { addRow } from "../state/tables.ts";
import { slices } from "../world/world-limits.ts";
import type { Workspace } from "../state/workspace.ts";

/** Sums over the slots in which a reported listing stood on one search. */
type Shown = {
  impressions: number;
  clicks: number;
  units: number;
  /** Σ (place × weight) and Σ weight over pages; the weight is the slice's share of the day. */
  places: number;
  weight: number;
  adImpressions: number;
  adClicks: number;
  adTicks: number;
  adUnits: number;
  adPlaces: number;
  adWeight: number;
  carts: number;
  orders: number;
};

const nothing = (): Shown => ({
  impressions: 0,
  clicks: 0,
  units: 0,
  places: 0,
  weight: 0,
  adImpressions: 0,
  adClicks: 0,
  adTicks: 0,
  adUnits: 0,
  adPlaces: 0,
  adWeight: 0,
  carts: 0,
  orders: 0,
});

/** Reads the day's pages once and writes listings, searches and sales. */
export function reportListings(
  context: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
  direct: DirectSales | null = null,
): void {
  const { state } = context;
  const { markets, queries } = state.sizes;
  const shown = readPages(context, work, sales, report);
  const besides = direct === null ? null : directShown(direct, markets);
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    const store = state.storeOf[offer]!;
    if (!report.isReported(store)) continue;
    for (let market = 0; market < markets; market++) {
      const cell = offer * markets + market;
      if (state.listing[cell] === 0) continue;
      const all = nothing();
      for (let query = 0; query < queries; query++) {
        const one = shown.get(cell * queries + query);
        if (one === undefined) continue;
        writeSearch(context, work, report, offer, market, query, one);
        for (const name of Object.keys(all) as (keyof Shown)[]) all[name] += one[name];
      }
      const { visits: outside = 0, ...direct } = besides?.get(cell) ?? {};
      for (const [name, more] of Object.entries(direct)) all[name as keyof Shown] += more;
      writeListing(context, work, sales, report, offer, market, all, outside);
      const before = report.impressionsOfStore.get(store) ?? 0;
      report.impressionsOfStore.set(store, before + all.impressions);
    }
  }
}

/** Sums of reported listings by listing · queries + query; sales are written on the way. */
function readPages(
  context: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
): Map<number, Shown> {
  const { state, world } = context;
  const { shelves, markets, categories, queries } = state.sizes;
  const shown = new Map<number, Shown>();
  for (let slice = 0; slice < slices; slice++) {
    const weight = world.sliceShares[slice]!;
    for (let shelf = 0; shelf < shelves; shelf++) {
      const start = pageStart(shelves, slice, shelf);
      const count = work.slotCount[slice * shelves + shelf]!;
      const market = Math.floor(shelf / (categories * queries));
      for (let slot = 0; slot < count; slot++) {
        const offer = work.pageOffer[start + slot]!;
        if (!report.isReported(state.storeOf[offer]!)) continue;
        const key = (offer * markets + market) * queries + (shelf % queries);
        let sums = shown.get(key);
        if (sums === undefined) shown.set(key, (sums = nothing()));
        addSlot(sums, work, start + slot, slot, weight);
        if (work.pageOrders[start + slot]! > 0) {
          const at = start + slot;
          writeSales(context, work, sales, report, {
            offer,
            market,
            query: shelf % queries,
            slice,
            slot,
            isSponsored: work.pageEntry[at]! >= 0,
            source: 0,
            where: shelf,
            at,
            orders: work.pageOrders[at]!,
            units: work.pageUnits[at]!,
          });
        }
      }
    }
  }
  return shown;
}

function addSlot(sums: Shown, work: Workspace, at: number, slot: number, weight: number): void {
  const impressions = work.pageImpressions[at]!;
  const clicks = work.pageClicks[at]!;
  const units = work.pageUnits[at]!;
  sums.impressions += impressions;
  sums.clicks += clicks;
  sums.units += units;
  sums.carts += work.pageCarts[at]!;
  sums.orders += work.pageOrders[at]!;
  if (work.pageEntry[at]! < 0) {
    sums.places += weight * (slot + 1);
    sums.weight += weight;
    return;
  }
  sums.adImpressions += impressions;
  sums.adClicks += clicks;
  sums.adTicks += clicks * work.pagePrice[at]!;
  sums.adUnits += units;
  sums.adPlaces += weight * (slot + 1);
  sums.adWeight += weight;
}

const milliPlace = (places: number, weight: number) =>
  weight > 0 ? Math.floor((1000 * places) / weight + 0.5) : 0;

function writeSearch(
  { state }: DecisionContext,
  work: Workspace,
  report: DayReport,
  offer: number,
  market: number,
  query: number,
  sums: Shown,
): void {
  const { categories, queries } = state.sizes;
  const row = addRow(report.tables.searches);
  const { columns } = report.tables.searches;
  columns.store[row] = state.storeOf[offer]!;
  columns.offer[row] = state.offerNumber[offer]!;
  columns.market[row] = market;
  columns.query[row] = query;
  const shelf = (market * categories + state.categoryOf[offer]!) * queries + query;
  columns.visits[row] = work.visits[shelf]!;
  columns.impressions[row] = sums.impressions;
  columns.clicks[row] = sums.clicks;
  columns.units[row] = sums.units;
  columns.placeMilli[row] = milliPlace(sums.places, sums.weight);
  columns.adImpressions[row] = sums.adImpressions;
  columns.adClicks[row] = sums.adClicks;
  columns.adTicks[row] = sums.adTicks;
  columns.adUnits[row] = sums.adUnits;
  columns.adPlaceMilli[row] = milliPlace(sums.adPlaces, sums.adWeight);
}

function writeListing(
  { state }: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
  offer: number,
  market: number,
  sums: Shown,
  directVisits: number,
): void {
  const { markets, categories, queries } = state.sizes;
  const cell = offer * markets + market;
  const shelves = market * categories + state.categoryOf[offer]!;
  const row = addRow(report.tables.listings);
  const { columns } = report.tables.listings;
  const store = state.storeOf[offer]!;
  columns.store[row] = store;
  columns.offer[row] = state.offerNumber[offer]!;
  columns.market[row] = market;
  let visits = directVisits;
  for (let query = 0; query < queries; query++) visits += work.visits[shelves * queries + query]!;
  columns.visits[row] = visits;
  columns.impressions[row] = sums.impressions;
  columns.clicks[row] = work.clicks[cell]!;
  columns.carts[row] = sums.carts;
  columns.orders[row] = work.soldOrders[cell]!;
  columns.units[row] = work.soldUnits[cell]!;
  columns.lostUnits[row] = work.lostUnits[cell]!;
  columns.revenueMinor[row] =
    sales
      .lotsOf(cell)
      ?.reduce((sum, lot) => sum + lot.units * (lot.goodsMinor + lot.feeMinor), 0) ??
    work.soldUnits[cell]! * (work.goodsMinor[cell]! + state.feeMinor[cell]!);
  columns.adImpressions[row] = sums.adImpressions;
  columns.adClicks[row] = sums.adClicks;
  columns.adTicks[row] = sums.adTicks;
  columns.adUnits[row] = sums.adUnits;
  columns.placeMilli[row] = milliPlace(sums.places + sums.adPlaces, sums.weight + sums.adWeight);
  columns.priceMinor[row] = work.goodsMinor[cell]!;
  columns.landedMinor[row] = work.landedMinor[cell]!;
  columns.referenceMinor[row] = Math.floor(work.quantileMinor[shelves * 5 + 2]! + 0.5);
  if (work.lostUnits[cell]! > 0) {
    report.notice(store, "sold-out", state.offerNumber[offer]!, market, work.lostUnits[cell]!);
  }
}

/** Advertisement entries that were shown, clicked or paid for, and campaigns that ran dry. */
export function reportAds(
  context: DecisionContext,
  work: Workspace,
  sales: PromotedSales,
  report: DayReport,
  direct: DirectSales | null = null,
): void {
  const { state } = context;
  const { adEntries, campaigns } = state.tables;
  const revenue = adRevenue(context, work, sales, report, direct);
  for (let entry = 0; entry < adEntries.rows; entry++) {
    const campaign = adEntries.columns.campaign[entry]!;
    const store = campaigns.columns.store[campaign]!;
    const isSilent = work.adImpressions[entry] === 0 && work.adClicks[entry] === 0;
    if (!report.isReported(store) || isSilent) continue;
    const row = addRow(report.tables.ads);
    const { columns } = report.tables.ads;
    columns.store[row] = store;
    columns.campaign[row] = campaigns.columns.campaign[campaign]!;
    columns.entry[row] = adEntries.columns.entry[entry]!;
    columns.offer[row] = state.offerNumber[adEntries.columns.offer[entry]!]!;
    columns.impressions[row] = work.adImpressions[entry]!;
    columns.clicks[row] = work.adClicks[entry]!;
    columns.ticks[row] = work.adTicks[entry]!;
    columns.units[row] = work.adUnits[entry]!;
    columns.revenueMinor[row] = revenue.get(entry) ?? 0;
  }
  for (let campaign = 0; campaign < campaigns.rows; campaign++) {
    const { store, campaign: number, spentTicks, dailyBudgetTicks } = campaigns.columns;
    const isSpent =
      spentTicks[campaign]! > 0 && spentTicks[campaign]! >= dailyBudgetTicks[campaign]!;
    if (isSpent) {
      report.notice(store[campaign]!, "budget-spent", number[campaign]!, -1, spentTicks[campaign]!);
    }
  }
}

/** Stock of reported offers by pool, where there is or was any. */
export function reportStock(context: DecisionContext, work: Workspace, report: DayReport): void {
  const { state } = context;
  const { markets } = state.sizes;
  const pools = markets + 1;
  const cost = layerCosts(context, report);
  for (let offer = 0; offer < state.offerCount[0]!; offer++) {
    const store = state.storeOf[offer]!;
    if (!report.isReported(store)) continue;
    for (let pool = 0; pool < pools; pool++) {
      const sums = poolSums(context, work, offer, pool);
      const at = offer * pools + pool;
      const received = report.received.get(at) ?? 0;
      const onHand = state.stock[at]!;
      const inbound = state.inbound[at]!;
      const replaced = report.replaced.get(at) ?? 0;
      const moved = onHand + inbound + received + replaced + sums.sold + sums.lost;
      if (moved === 0 && pool > 0) continue;
      const row = addRow(report.tables.stock);
      const { columns } = report.tables.stock;
      columns.store[row] = store;
      columns.offer[row] = state.offerNumber[offer]!;
      columns.pool[row] = pool;
      columns.onHand[row] = onHand;
      columns.inbound[row] = inbound;
      columns.sold[row] = sums.sold;
      columns.received[row] = received;
      columns.replaced[row] = replaced;
      columns.lostUnits[row] = sums.lost;
      columns.costMinor[row] = cost.get(at) ?? 0;
      noticeStock(context, report, offer, pool, onHand, sums.sold, received);
    }
  }
}

/** Five days of sales left, seen on the day it comes to that. */
const lowDays = 5;

function noticeStock(
  { state }: DecisionContext,
  report: DayReport,
  offer: number,
  pool: number,
  onHand: number,
  sold: number,
  received: number,
): void {
  const store = state.storeOf[offer]!;
  const number = state.offerNumber[offer]!;
  if (received > 0) report.notice(store, "stock-arrived", number, pool - 1, received);
  const low = (state.soldWeek[offer]! * lowDays) / 7;
  const before = onHand + sold - received;
  if (onHand > 0 && onHand < low && before >= low) {
    report.notice(store, "stock-low", number, pool - 1, onHand);
  }
}

function poolSums(
  { state, world }: DecisionContext,
  work: Workspace,
  offer: number,
  pool: number,
): { readonly sold: number; readonly lost: number } {
  const { markets } = state.sizes;
  let sold = 0;
  let lost = 0;
  for (let market = 0; market < markets; market++) {
    const cell = offer * markets + market;
    const isLocal = world.isLastMile[state.service[cell]!] === 1;
    if ((isLocal ? 1 + market : 0) !== pool) continue;
    sold += work.soldUnits[cell]!;
    lost += work.lostUnits[cell]!;
  }
  return { sold, lost };
}

function layerCosts({ state }: DecisionContext, report: DayReport): Map<number, number> {
  const { columns, rows } = state.tables.layers;
  const pools = state.sizes.markets + 1;
  const cost = new Map<number, number>();
  for (let at = 0; at < rows; at++) {
    const offer = columns.offer[at]!;
    if (!report.isReported(state.storeOf[offer]!)) continue;
    const key = offer * pools + columns.pool[at]!;
    cost.set(key, (cost.get(key) ?? 0) + columns.costMinor[at]!);
  }
  return cost;
}
