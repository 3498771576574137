/** What promotions do to the orders of a slice: more pieces of each, and no more than a cap. */
import { poisson } from "../../random/poisson.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import type { Engine } from "../state/engine.ts";
import { pageStart } from "../shelf/page.ts";
import { capWanted, directPlaces } from "../shelf/settle.ts";
import { lowersAll } from "./plan.ts";
import { bundle, promotionKinds } from "./promotion-kinds.ts";
import { atWork, type DayPromotions, type Promoted } from "./day-promotions.ts";

const piecesAt = address(purpose.promotionUnits);

/** Where a listing was bought in a slice: a place on a shelf, or on a store's own page. */
export type OrderPlace = {
  /** The unit word of its draws: the shelf, or beyond all shelves that of a store's page. */
  readonly where: number;
  /** Row in these columns. */
  readonly at: number;
  readonly isSponsored: boolean;
  readonly orders: Int32Array;
  readonly units: Int32Array;
};

/** Places of a listing in a slice: on shelves and their slots in order, then on stores' pages. */
export function* placesOf(
  { work, world, state }: Pick<Engine, "work" | "world" | "state">,
  { row, market }: Promoted,
  slice: number,
  direct: DirectSales | null,
): Generator<OrderPlace> {
  const { shelves, categories, queries } = world.sizes;
  const { pageOffer, pageOrders: orders, pageUnits: units } = work;
  const first = (market * categories + state.categoryOf[row]!) * queries;
  for (let shelf = first; shelf < first + queries; shelf++) {
    const start = pageStart(shelves, slice, shelf);
    const end = start + work.slotCount[slice * shelves + shelf]!;
    for (let at = start; at < end; at++) {
      const isSponsored = work.pageEntry[at]! >= 0;
      if (pageOffer[at] === row) yield { where: shelf, at, isSponsored, orders, units };
    }
  }
  if (direct === null) return;
  const { columns, rows } = direct.table;
  for (let at = 0; at < rows; at++) {
    const isHere = columns.offer[at] === row && columns.market[at] === market;
    if (!isHere || columns.slice[at] !== slice) continue;
    const where = directPlaces + columns.where[at]!;
    const isSponsored = columns.entry[at]! >= 0;
    yield { where, at, isSponsored, orders: columns.orders, units: columns.units };
  }
}

/** Names a place among all of a day's: rows of pages are those of a slice, of visits of the day. */
export const placeKey = ({ where, at }: Pick<OrderPlace, "where" | "at">) =>
  where >= directPlaces ? -1 - at : at;

/**
 * Adds the pieces that a promotion draws beyond the usual ones, and takes back what a cap does not
 * leave: who came for the promotion and was too late does not buy.
 *
 * @param engine  after the slice's draws, before its settlement
 */
export function fillOrders(
  engine: Engine,
  day: DayPromotions,
  direct: DirectSales | null,
  slice: number,
): void {
  const { work, state, weights, key } = engine;
  const time = 4 * work.day[0]! + slice;
  for (const one of day.listings) {
    const plan = one.plans[slice]!;
    if (plan.kinds === 0) continue;
    const number = state.offerNumber[one.row]!;
    const more = plan.extraUnits - weights.extraUnits;
    let wanted = 0;
    for (const { where, at, orders, units } of placesOf(engine, one, slice, direct)) {
      if (orders[at]! > 0 && more > 0) {
        units[at]! += poisson(more * orders[at]!, number, where, time, piecesAt, key);
      }
      wanted += units[at]!;
    }
    const served = capLeft(engine, one, slice);
    if (wanted > served) {
      capWanted(engine, direct, slice, one.row, one.market, { wanted, served });
    }
  }
}

/**
 * Units that the caps of the listing's promotions leave at the beginning of a slice; infinite
 * without one.
 *
 * @param counts  whether a kind's cap is looked at
 */
export function capLeft(
  engine: Pick<Engine, "state">,
  one: Promoted,
  slice: number,
  // A bundle's cap is of sets: who comes too late for one buys the listing as it is.
  counts: (kind: number) => boolean = (kind) => kind !== bundle,
): number {
  const { capUnits, soldUnits, kind } = engine.state.tables.promotions.columns;
  return atWork(engine, one, slice).reduce(
    (least, row) =>
      capUnits[row] === 0 || !counts(kind[row]!)
        ? least
        : Math.min(least, capUnits[row]! - soldUnits[row]!),
    Infinity,
  );
}

/** Whether what comes along in a set counts for a kind's cap: it is sold at that price as well. */
export const countsInSets = (kind: number) => lowersAll(promotionKinds[kind]!);

/** Pieces of a listing that caps leave for sets now, after its own orders of the slice. */
export function setPiecesLeft(
  engine: Engine,
  day: DayPromotions,
  direct: DirectSales | null,
  listing: number,
  slice: number,
): number {
  const one = day.byListing.get(listing)!;
  const left = capLeft(engine, one, slice, countsInSets);
  if (left === Infinity) return left;
  const sold = ordered(engine, one, slice, direct) + (cameAlong(day, slice).get(listing) ?? 0);
  return Math.max(0, left - sold);
}

/** Units of a listing in a slice's own orders. */
function ordered(engine: Engine, one: Promoted, slice: number, direct: DirectSales | null): number {
  let sold = 0;
  for (const { at, units } of placesOf(engine, one, slice, direct)) sold += units[at]!;
  return sold;
}

/** Pieces that came along in a slice's sets, by listing. */
function cameAlong({ taken }: DayPromotions, slice: number): ReadonlyMap<number, number> {
  const pieces = new Map<number, number>();
  for (const { bundle: of, piece, slice: when, sets } of taken.values()) {
    if (when !== slice) continue;
    of.listings.forEach((listing, at) => {
      if (at !== piece) pieces.set(listing, (pieces.get(listing) ?? 0) + sets);
    });
  }
  return pieces;
}

/** Counts what was sold under each promotion in the slice that was settled last. */
export function countPromoted(
  engine: Engine,
  day: DayPromotions,
  direct: DirectSales | null,
  slice: number,
): void {
  const { state } = engine;
  const { soldUnits, kind } = state.tables.promotions.columns;
  const along = cameAlong(day, slice);
  for (const one of day.listings) {
    const rows = atWork(engine, one, slice).filter((row) => kind[row] !== bundle);
    if (rows.length === 0) continue;
    const sold = ordered(engine, one, slice, direct);
    const inSets = along.get(one.listing) ?? 0;
    for (const row of rows) soldUnits[row]! += sold + (countsInSets(kind[row]!) ? inSets : 0);
  }
}
