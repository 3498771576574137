/**
 * Settlement of a slice (market.md E8), on one thread: what was wanted meets what is there. Pages
 * are read in the order of shelves, so how they were cut between threads does not matter.
 */
import { hypergeometric } from "../../random/hypergeometric.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import { closeBids } from "./auction.ts";
import type { Engine } from "../state/engine.ts";
import { drawPhases, paceCampaigns } from "./pacing.ts";
import { pageStart } from "./page.ts";
import { slices } from "../world/world-limits.ts";

const rationAt = address(purpose.ration);
/** Dealing one listing's units over its shelves uses the upper half of the indices. */
const rationShelvesAt = address(purpose.ration, 32_768);
/** And what a cap leaves of them the upper quarter. */
const capAt = address(purpose.ration, 49_152);
/** Stores' own pages stand behind the shelves: the unit words of their places, on from here. */
export const directPlaces = 1_000_000;

/**
 * Serves the slice's orders from stock, counts what came of its pages, and charges campaigns.
 * Clicks and orders by listing are counted with the last slice.
 *
 * @param direct  what visits to stores' own pages want; left out where nobody comes to them
 */
export function settleSlice(
  engine: Engine,
  slice: number,
  direct: DirectSales | null = null,
): void {
  engine.work.lostOrders.fill(0);
  const wanting = gatherDirect(engine, direct, gatherDemand(engine, slice));
  for (let i = 0; i < wanting; i++) serveOffer(engine, slice, engine.work.wantingOffer[i]!, direct);
  countEntries(engine, slice);
  if (direct !== null) countNames(engine, direct);
  chargeCampaigns(engine);
  paceCampaigns(engine, slice);
  drawPhases(engine, slice + 1);
  if (slice === slices - 1) {
    countListings(engine);
    if (direct !== null) countDirect(engine, direct);
  }
}

/** Sums the units wanted of each listing; gives how many offers are wanted. */
function gatherDemand({ world, work }: Engine, slice: number): number {
  const { shelves, markets, categories, queries } = world.sizes;
  const { pageOffer, pageUnits, slotCount, wantedUnits, wantingOffer, isWanted } = work;
  let wanting = 0;
  for (let shelf = 0; shelf < shelves; shelf++) {
    const market = Math.floor(shelf / (categories * queries));
    const start = pageStart(shelves, slice, shelf);
    const end = start + slotCount[slice * shelves + shelf]!;
    for (let at = start; at < end; at++) {
      const units = pageUnits[at]!;
      if (units === 0) continue;
      const offer = pageOffer[at]!;
      wantedUnits[offer * markets + market]! += units;
      if (isWanted[offer] === 0) {
        isWanted[offer] = 1;
        wantingOffer[wanting++] = offer;
      }
    }
  }
  return wanting;
}

/** Adds what visits to stores' own pages want; gives how many offers are wanted now. */
function gatherDirect({ work }: Engine, direct: DirectSales | null, wanting: number): number {
  if (direct === null) return wanting;
  const { wantedUnits, wantingOffer, isWanted, sizes } = work;
  const { columns, rows } = direct.table;
  let count = wanting;
  for (let row = direct.sliceStart; row < rows; row++) {
    const units = columns.units[row]!;
    if (units === 0) continue;
    const offer = columns.offer[row]!;
    wantedUnits[offer * sizes.markets + columns.market[row]!]! += units;
    if (isWanted[offer] === 1) continue;
    isWanted[offer] = 1;
    wantingOffer[count++] = offer;
  }
  return count;
}

/**
 * Gives the offer's units to its markets; where a pool is short, as if shoppers came in any order.
 */
function serveOffer(
  engine: Engine,
  slice: number,
  offer: number,
  direct: DirectSales | null,
): void {
  const { world, work, state, key } = engine;
  const { markets } = world.sizes;
  const { wantedUnits } = work;
  const { stock, service } = state;
  const number = state.offerNumber[offer]!;
  const time = 4 * work.day[0]! + slice;
  const home = offer * (markets + 1);
  work.isWanted[offer] = 0;
  let wantedHome = 0;
  for (let market = 0; market < markets; market++) {
    const at = offer * markets + market;
    const wanted = wantedUnits[at]!;
    if (wanted > 0 && world.isLastMile[service[at]!] !== 1) wantedHome += wanted;
  }
  let leftHome = Math.min(stock[home]!, wantedHome);
  for (let market = 0; market < markets; market++) {
    const at = offer * markets + market;
    const wanted = wantedUnits[at]!;
    if (wanted === 0) continue;
    wantedUnits[at] = 0;
    const isLocal = world.isLastMile[service[at]!] === 1;
    const pool = isLocal ? home + 1 + market : home;
    let served: number;
    if (isLocal) served = Math.min(wanted, stock[pool]!);
    else {
      served = hypergeometric(wanted, wantedHome, leftHome, number, market, time, rationAt, key);
      wantedHome -= wanted;
      leftHome -= served;
    }
    stock[pool]! -= served;
    work.soldUnits[at]! += served;
    work.lostUnits[at]! += wanted - served;
    if (served < wanted) {
      const short = shortenOrders(engine, slice, offer, market, wanted, served, rationShelvesAt);
      if (direct !== null) {
        shortenDirect(engine, direct, slice, offer, market, short, rationShelvesAt);
      }
    }
    if (isLocal && stock[pool] === 0) closeListing(engine, offer, market);
  }
  if (stock[home] === 0) closeHome(engine, offer);
}

/** What a listing sells is sold out: it leaves the pages, and all that sell from the same pool. */
export function closeEmptied(engine: Engine, listing: number): void {
  const { world, state } = engine;
  const { markets } = world.sizes;
  const offer = Math.floor(listing / markets);
  const isLocal = world.isLastMile[state.service[listing]!] === 1;
  if (isLocal) closeListing(engine, offer, listing % markets);
  else closeHome(engine, offer);
}

/** The home pool is empty: the listings that sell from it leave the pages. */
function closeHome(engine: Engine, offer: number): void {
  const { world, state } = engine;
  const { markets } = world.sizes;
  for (let market = 0; market < markets; market++) {
    const service = state.service[offer * markets + market]!;
    if (world.isLastMile[service] !== 1) closeListing(engine, offer, market);
  }
}

function closeListing(engine: Engine, offer: number, market: number): void {
  const { work, state } = engine;
  const at = offer * work.sizes.markets + market;
  if (work.hasStock[at] === 0) return;
  work.hasStock[at] = 0;
  work.isSoldOutOf[market * work.sizes.categories + state.categoryOf[offer]!] = 1;
  closeBids(engine, offer, market);
}

type Short = { readonly wanted: number; readonly served: number };

/** Lets no more than so many of a listing's wanted units count; the rest is lost. */
export function capWanted(
  engine: Engine,
  direct: DirectSales | null,
  slice: number,
  offer: number,
  market: number,
  { wanted, served }: Short,
): void {
  const short = shortenOrders(engine, slice, offer, market, wanted, served, capAt);
  if (direct !== null) shortenDirect(engine, direct, slice, offer, market, short, capAt);
  engine.work.lostUnits[offer * engine.world.sizes.markets + market]! += wanted - served;
}

/**
 * Deals the units served over the listing's shelves; the rest of their orders is lost. Gives what
 * is left for the store's own page.
 */
function shortenOrders(
  engine: Engine,
  slice: number,
  offer: number,
  market: number,
  wanted: number,
  served: number,
  drawAt: number,
): Short {
  const { world, work, state, key } = engine;
  const { shelves, categories, queries } = world.sizes;
  const { pageOffer, pageUnits, pageOrders, slotCount } = work;
  const number = state.offerNumber[offer]!;
  const time = 4 * work.day[0]! + slice;
  const first = (market * categories + state.categoryOf[offer]!) * queries;
  let total = wanted;
  let left = served;
  for (let shelf = first; shelf < first + queries; shelf++) {
    const start = pageStart(shelves, slice, shelf);
    const end = start + slotCount[slice * shelves + shelf]!;
    for (let at = start; at < end; at++) {
      if (pageOffer[at] !== offer || pageUnits[at] === 0) continue;
      const units = pageUnits[at]!;
      const kept = hypergeometric(units, total, left, number, shelf, time, drawAt, key);
      total -= units;
      left -= kept;
      const orders = ordersServed(pageOrders[at]!, units, kept);
      work.lostOrders[shelf]! += pageOrders[at]! - orders;
      pageUnits[at] = kept;
      pageOrders[at] = orders;
    }
  }
  return { wanted: total, served: left };
}

/** Deals what the shelves left over the visits to the store's own page. */
function shortenDirect(
  { work, state, key }: Engine,
  direct: DirectSales,
  slice: number,
  offer: number,
  market: number,
  short: Short,
  drawAt: number,
): void {
  const number = state.offerNumber[offer]!;
  const time = 4 * work.day[0]! + slice;
  const { columns, rows } = direct.table;
  let { wanted: total, served: left } = short;
  for (let row = direct.sliceStart; row < rows; row++) {
    if (columns.offer[row] !== offer || columns.market[row] !== market) continue;
    const units = columns.units[row]!;
    if (units === 0) continue;
    const place = directPlaces + columns.where[row]!;
    const kept = hypergeometric(units, total, left, number, place, time, drawAt, key);
    total -= units;
    left -= kept;
    columns.orders[row] = ordersServed(columns.orders[row]!, units, kept);
    columns.units[row] = kept;
  }
}

/** Orders in proportion to the units served, half up; each order served has a unit at least. */
function ordersServed(orders: number, units: number, served: number): number {
  const share = Math.floor((2 * orders * served + units) / (2 * units));
  return Math.max(Math.min(1, served), Math.min(share, served));
}

/** Counts what came of sponsored places, and what is due for it. */
function countEntries({ world, work }: Engine, slice: number): void {
  const { shelves } = world.sizes;
  const { slotCount, pageEntry, pagePrice, pageClicks, pageOrders, pageUnits } = work;
  const { pageOffer, pageImpressions, isReportedOffer, entryRow, dueTicks } = work;
  const { adClicks, adOrders, adUnits, adImpressions } = work;
  for (let shelf = 0; shelf < shelves; shelf++) {
    const start = pageStart(shelves, slice, shelf);
    const end = start + slotCount[slice * shelves + shelf]!;
    for (let at = start; at < end; at++) {
      const entry = pageEntry[at]!;
      if (entry < 0) continue;
      const row = entryRow[entry]!;
      if (isReportedOffer[pageOffer[at]!] === 1) adImpressions[row]! += pageImpressions[at]!;
      adClicks[row]! += pageClicks[at]!;
      adOrders[row]! += pageOrders[at]!;
      adUnits[row]! += pageUnits[at]!;
      dueTicks[entry]! += pageClicks[at]! * pagePrice[at]!;
    }
  }
}

/** Likewise of places that were paid for on the pages of stores' names. */
function countNames({ work }: Engine, { table: { columns, rows }, sliceStart }: DirectSales): void {
  const { isReportedOffer, entryRow, dueTicks, adClicks, adOrders, adUnits, adImpressions } = work;
  for (let at = sliceStart; at < rows; at++) {
    const entry = columns.entry[at]!;
    if (entry < 0) continue;
    const row = entryRow[entry]!;
    if (isReportedOffer[columns.offer[at]!] === 1) adImpressions[row]! += columns.impressions[at]!;
    adClicks[row]! += columns.clicks[at]!;
    adOrders[row]! += columns.orders[at]!;
    adUnits[row]! += columns.units[at]!;
    dueTicks[entry]! += columns.clicks[at]! * columns.priceTicks[at]!;
  }
}

/** Counts clicks and orders of the whole day by listing, shelf by shelf. */
function countListings({ world, work }: Engine): void {
  const { shelves, markets, categories, queries } = world.sizes;
  const { slotCount, pageOffer, pageClicks, pageOrders, clicks, soldOrders } = work;
  for (let shelf = 0; shelf < shelves; shelf++) {
    const market = Math.floor(shelf / (categories * queries));
    for (let slice = 0; slice < slices; slice++) {
      const start = pageStart(shelves, slice, shelf);
      const end = start + slotCount[slice * shelves + shelf]!;
      for (let at = start; at < end; at++) {
        const opened = pageClicks[at]!;
        if (opened === 0) continue;
        const listing = pageOffer[at]! * markets + market;
        clicks[listing]! += opened;
        soldOrders[listing]! += pageOrders[at]!;
      }
    }
  }
}

/** Counts clicks and orders of visits to stores' own pages with those of the shelves. */
function countDirect({ work }: Engine, { table: { columns, rows } }: DirectSales): void {
  const { clicks, soldOrders, sizes } = work;
  for (let row = 0; row < rows; row++) {
    const listing = columns.offer[row]! * sizes.markets + columns.market[row]!;
    clicks[listing]! += columns.clicks[row]!;
    soldOrders[listing]! += columns.orders[row]!;
  }
}

/** Charges clicks by offer number; what a slice overruns a budget by is not charged. */
function chargeCampaigns({ work, state }: Engine): void {
  const { chargeOrder, dueTicks, entryCampaign, entryRow, adTicks } = work;
  const { spentTicks, dailyBudgetTicks } = state.tables.campaigns.columns;
  const count = work.entryCount[0]!;
  for (let i = 0; i < count; i++) {
    const entry = chargeOrder[i]!;
    const due = dueTicks[entry]!;
    if (due === 0) continue;
    const campaign = entryCampaign[entry]!;
    const charge = Math.min(due, dailyBudgetTicks[campaign]! - spentTicks[campaign]!);
    spentTicks[campaign]! += charge;
    adTicks[entryRow[entry]!]! += charge;
    dueTicks[entry] = 0;
  }
}
