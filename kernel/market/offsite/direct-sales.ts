/**
 * What visits to stores' own pages bring, slice by slice: orders and clicks drawn as for a shelf's
 * page (E7), addressed by offer, market and source, and on another store's page by that store.
 * Orders meet the same stock as those of shelves and are counted with them (settle.ts).
 */
import { binomial } from "../../random/binomial.ts";
import { poisson } from "../../random/poisson.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import type { SentLetter } from "./letters.ts";
import type { Engine } from "../state/engine.ts";
import { addRow, newTable, type Table } from "../state/tables.ts";
import { sourceCount, sourceOf } from "./channel.ts";
import { openDirectVisits, refreshPages, type DirectVisits } from "./direct-visits.ts";
import { isOwn, type StorePage } from "./store-page.ts";

const orderAt = address(purpose.directOrder);
const clickAt = address(purpose.directClick);
const sizeAt = address(purpose.directSize);
const viewAt = address(purpose.directView);
const lossAt = address(purpose.directCart);
const idleAt = address(purpose.directCart, retriesMax);

/** An offer on a store's page, by source and slice: of it only what brought something. */
export const directShape = {
  offer: "i32",
  market: "i32",
  source: "i32",
  slice: "i32",
  place: "i32",
  /** The unit word of its draws. */
  where: "i32",
  /** Of a paid place its place in the day's entries and the ticks of a click; else -1 and 0. */
  entry: "i32",
  priceTicks: "i32",
  /** Mean visits of the slice to another store's page; 0 on the own one. */
  visits: "f64",
  clicks: "i32",
  /** Wanted when drawn, and served when settled. */
  orders: "i32",
  units: "i32",
  /** Views and carts, of reported stores only. */
  impressions: "i32",
  carts: "i32",
} as const;

export type DirectSales = {
  readonly visits: DirectVisits;
  readonly table: Table<typeof directShape>;
  /** First row of the slice at hand. */
  sliceStart: number;
  /** Buyers who asked for letters today, by store · markets + market; none before the day ends. */
  joined: Int32Array;
  /** Today's letters, with those who asked for no more. */
  letters: readonly SentLetter[];
  /** Orders that letters are expected to bring, by store · markets + market. */
  readonly mailOrders: Float64Array;
};

/** Opens the day's pages; nothing is sold yet. */
export function openDirectSales(engine: Engine): DirectSales {
  return {
    visits: openDirectVisits(engine),
    table: newTable(directShape),
    sliceStart: 0,
    joined: new Int32Array(0),
    letters: [],
    mailOrders: new Float64Array(engine.world.sizes.stores * engine.world.sizes.markets),
  };
}

/** Draws what the slice brings to every page. */
export function drawDirect(engine: Engine, direct: DirectSales, slice: number): void {
  refreshPages(direct.visits);
  direct.sliceStart = direct.table.rows;
  for (const page of direct.visits.pages) {
    for (let source = 0; source < sourceCount; source++) {
      if (page.visits[source] === 0) continue;
      page.offers.forEach((_, slot) => drawPlace(engine, direct, page, { source, slot, slice }));
    }
  }
}

type Place = { readonly source: number; readonly slot: number; readonly slice: number };

const rival = sourceOf("rival");
const mail = sourceOf("mail");
/** More than market · 16 + source ever is. */
const placesOfStore = 512;

/**
 * The unit word of a place's draws. An offer's luck on its own store's page does not depend on who
 * pays for places there, nor on the page of one store on that of another.
 */
function whereOf(page: StorePage, source: number, isGuest: boolean): number {
  const place = page.market * 16 + source;
  return isGuest ? placesOfStore * (page.store + 1) + place : place;
}

function drawPlace(engine: Engine, direct: DirectSales, page: StorePage, at: Place): void {
  const { world, state, work, key, weights } = engine;
  const { source, slot, slice } = at;
  const offer = page.offers[slot]!;
  const number = state.offerNumber[offer]!;
  const isGuest = !isOwn(engine, page, offer);
  const where = whereOf(page, source, isGuest);
  const time = 4 * work.day[0]! + slice;
  const share = world.sliceShares[slice]!;
  const wanted = page.orderRate[source]![slot]! * share;
  const opened = page.clickOnlyRate[source]![slot]! * share;
  if (source === mail) direct.mailOrders[page.store * world.sizes.markets + page.market]! += wanted;
  const orders = poisson(wanted, number, where, time, orderAt, key);
  const looks = poisson(opened, number, where, time, clickAt, key);
  const isReported = work.isReportedOffer[offer] === 1;
  if (orders + looks === 0 && !isReported) return;
  const extra = poisson(weights.extraUnits * orders, number, where, time, sizeAt, key);
  const { table } = direct;
  const row = addRow(table);
  const { columns } = table;
  columns.offer[row] = offer;
  columns.market[row] = page.market;
  columns.source[row] = isGuest ? rival : source;
  columns.slice[row] = slice;
  columns.place[row] = slot;
  columns.where[row] = where;
  columns.entry[row] = page.paid[slot]?.entry ?? -1;
  columns.priceTicks[row] = page.paid[slot]?.priceTicks ?? 0;
  columns.visits[row] = isGuest ? page.visits[source]! * share : 0;
  columns.orders[row] = orders;
  columns.clicks[row] = orders + looks;
  columns.units[row] = orders + extra;
  columns.impressions[row] = orders + looks;
  columns.carts[row] = orders;
  if (isReported) drawReported(engine, direct, page, at, row);
}

/** What only reports ask for: views without click, and carts. Nothing else depends on it. */
function drawReported(
  { world, state, work, own, key }: Engine,
  { table: { columns } }: DirectSales,
  page: StorePage,
  { source, slot, slice }: Place,
  row: number,
): void {
  const number = state.offerNumber[page.offers[slot]!]!;
  const where = columns.where[row]!;
  const time = 4 * work.day[0]! + slice;
  const buying = page.orderRate[source]![slot]!;
  const looking = page.clickOnlyRate[source]![slot]!;
  const examined = page.visits[source]! * own.examined[slot]!;
  const unseen = (examined - buying - looking) * world.sliceShares[slice]!;
  columns.impressions[row]! += poisson(unseen, number, where, time, viewAt, key);
  // Would-be buyers who left at the checkout are among the clicks without order.
  const leaving = buying * (1 / page.checkout[slot]! - 1);
  const looks = columns.clicks[row]! - columns.orders[row]!;
  const ofLooks = leaving > 0 ? leaving / looking : 0;
  const left = binomial(looks, ofLooks, number, where, time, lossAt, key);
  const idle = world.parameters["cart.share"];
  columns.carts[row]! += left + binomial(looks - left, idle, number, where, time, idleAt, key);
}
