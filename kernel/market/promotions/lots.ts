/**
 * What a day's orders of a promoted listing paid. Orders of a place are told apart by their pieces
 * and by who clipped a coupon; units of one price are a lot, which is dispatched together.
 */
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import type { Key } from "../../random/philox.ts";
import type { State } from "../state/state.ts";
import type { Workspace } from "../state/workspace.ts";
import type { World } from "../world/world.ts";
import { slices } from "../world/world-limits.ts";
import type { DayPromotions, Promoted, TakenSets } from "./day-promotions.ts";
import { placeKey, placesOf } from "./order-pieces.ts";
import { pieceOf, type PiecePrice, type Plan } from "./plan.ts";

/** Orders of one place that have the same number of pieces at the same price. */
export type AlikeOrders = PiecePrice & {
  readonly orders: number;
  readonly pieces: number;
  /** Whether each piece is of a set: the others of the bundle come with it. */
  readonly isSet: boolean;
};

/** Units of a listing that were sold on a day at one price. */
export type Lot = PiecePrice & { readonly units: number };

const clipAt = address(purpose.couponClip);

/** Of so many, the i-th of a share dealt evenly: true for `chosen` of them. */
const isChosen = (index: number, chosen: number, of: number) =>
  Math.floor(((index + 1) * chosen) / of) > Math.floor((index * chosen) / of);

/**
 * The orders of a place, apart by price. The first orders have what exceeds an equal share of the
 * units, as everywhere.
 *
 * @param clipped  how many of the orders came with a coupon
 * @param taken    which of them are of sets; null for none
 */
export function alikeOrders(
  plan: Plan,
  orders: number,
  units: number,
  clipped: number,
  taken: TakenSets | null,
): readonly AlikeOrders[] {
  const each = Math.floor(units / orders);
  const larger = units - each * orders;
  const found: (AlikeOrders & { orders: number })[] = [];
  for (let index = 0; index < orders; index++) {
    const pieces = each + (index < larger ? 1 : 0);
    if (pieces === 0) continue;
    const isSet = taken !== null && isOfSet(taken, index, larger, orders);
    const price = isSet
      ? priceInSet(taken)
      : pieceOf(plan, pieces, isChosen(index, clipped, orders));
    const same = found.find(
      (one) => one.pieces === pieces && one.isSet === isSet && isSamePrice(one, price),
    );
    if (same === undefined) found.push({ orders: 1, pieces, isSet, ...price });
    else same.orders++;
  }
  return found;
}

/** The last of the larger orders, and of the others, are those that take sets. */
function isOfSet(taken: TakenSets, index: number, larger: number, orders: number): boolean {
  return index < larger
    ? index >= larger - taken.larger
    : index >= orders - (taken.orders - taken.larger);
}

function priceInSet({ bundle, slice, piece }: TakenSets): PiecePrice {
  const { goodsMinor, feeMinor } = bundle.offers[slice]![piece]!;
  return { goodsMinor, feeMinor };
}

const isSamePrice = (a: PiecePrice, b: PiecePrice) =>
  a.goodsMinor === b.goodsMinor && a.feeMinor === b.feeMinor;

/** What was bought at a place of a page. */
export type Bought = {
  /** The unit word of the place's draws. */
  readonly where: number;
  /** Its row: `OrderPlace`. */
  readonly at: number;
  readonly orders: number;
  readonly units: number;
};

export type PlacedOrders = {
  readonly plan: Plan;
  readonly orders: readonly AlikeOrders[];
  /** The sets of these orders; null where nobody took any. */
  readonly taken: TakenSets | null;
};

/** Promoted sales of a closed day, for dispatch and reports. */
export type PromotedSales = {
  /** A listing's lots in order of price, the dearest first; null where it did not promote. */
  lotsOf(listing: number): readonly Lot[] | null;
  /** The orders of a place, apart by price; null where the listing did not promote. */
  ordersOf(listing: number, slice: number, bought: Bought): PlacedOrders | null;
  /** All orders of a promoted listing, place by place. */
  placedOf(one: Promoted): readonly PlacedOrders[];
  /** Bit of each kind that was at work on a listing that promotes. */
  kindsAt(listing: number, slice: number): number;
  /** Units of a listing that came with another one of its bundle, by price. */
  cameAlong(listing: number): readonly Lot[];
};

type Sold = {
  readonly world: World;
  readonly state: State;
  readonly work: Workspace;
  readonly key: Key;
};

/** Reads the promoted sales off the pages, once all slices are settled. */
export function promotedSales(
  sold: Sold,
  day: DayPromotions,
  direct: DirectSales | null,
): PromotedSales {
  const placedOf = (one: Promoted) => allPlaced(sold, day, one, direct);
  const along = alongOf(day);
  const cameAlong = (listing: number) => along.get(listing) ?? [];
  const lots = new Map(
    day.listings.map((one) => [one.listing, lotsOf(placedOf(one), cameAlong(one.listing))]),
  );
  return {
    lotsOf: (listing) => lots.get(listing) ?? null,
    ordersOf: (listing, slice, bought) => {
      const one = day.byListing.get(listing);
      return one === undefined ? null : placedOrders(sold, day, one, slice, bought);
    },
    placedOf,
    kindsAt: (listing, slice) => day.byListing.get(listing)!.plans[slice]!.kinds,
    cameAlong,
  };
}

function placedOrders(
  { work, state, key }: Sold,
  day: DayPromotions,
  one: Promoted,
  slice: number,
  { where, at, orders, units }: Bought,
): PlacedOrders {
  const plan = one.plans[slice]!;
  if (orders === 0) return { plan, orders: [], taken: null };
  const time = 4 * work.day[0]! + slice;
  const number = state.offerNumber[one.row]!;
  const clipped =
    plan.clipShare === 0 ? 0 : binomial(orders, plan.clipShare, number, where, time, clipAt, key);
  const taken = day.taken.get(placeKey({ where, at })) ?? null;
  return { plan, orders: alikeOrders(plan, orders, units, clipped, taken), taken };
}

function allPlaced(
  sold: Sold,
  day: DayPromotions,
  one: Promoted,
  direct: DirectSales | null,
): PlacedOrders[] {
  const placed: PlacedOrders[] = [];
  for (let slice = 0; slice < slices; slice++) {
    for (const { where, at, orders, units } of placesOf(sold, one, slice, direct)) {
      const bought = { where, at, orders: orders[at]!, units: units[at]! };
      placed.push(placedOrders(sold, day, one, slice, bought));
    }
  }
  return placed;
}

/** By listing: what came with another one of its bundle. */
function alongOf({ taken }: DayPromotions): ReadonlyMap<number, readonly Lot[]> {
  const along = new Map<number, Lot[]>();
  for (const { bundle, piece, slice, sets } of taken.values()) {
    bundle.listings.forEach((listing, at) => {
      if (at === piece) return;
      const { goodsMinor, feeMinor } = bundle.offers[slice]![at]!;
      const lots = along.get(listing) ?? [];
      lots.push({ units: sets, goodsMinor, feeMinor });
      along.set(listing, lots);
    });
  }
  return along;
}

function lotsOf(placed: readonly PlacedOrders[], along: readonly Lot[]): readonly Lot[] {
  const lots: { units: number; goodsMinor: number; feeMinor: number }[] = [];
  const add = (units: number, { goodsMinor, feeMinor }: PiecePrice) => {
    const same = lots.find((lot) => isSamePrice(lot, { goodsMinor, feeMinor }));
    if (same === undefined) lots.push({ units, goodsMinor, feeMinor });
    else same.units += units;
  };
  for (const alike of placed.flatMap(({ orders }) => orders)) {
    add(alike.orders * alike.pieces, alike);
  }
  for (const lot of along) add(lot.units, lot);
  return lots.toSorted((a, b) => b.goodsMinor - a.goodsMinor || b.feeMinor - a.feeMinor);
}

/** Place of a price among a listing's lots. */
export const lotAt = (lots: readonly Lot[], price: PiecePrice) =>
  lots.findIndex((lot) => isSamePrice(lot, price));
