/**
 * Who takes a bundle: buyers of one of its listings, drawn once a slice's orders are served, as far
 * as the others are in stock. So nobody waits for a set, and no unit is sold twice.
 */
import { binomial } from "../../random/binomial.ts";
import { hypergeometric } from "../../random/hypergeometric.ts";
import { address, purpose } from "../../random/purpose.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import { closeEmptied } from "../shelf/settle.ts";
import type { Engine } from "../state/engine.ts";
import { setsLeft, type DayBundle } from "./bundle-offers.ts";
import type { DayPromotions, Promoted, TakenSets } from "./day-promotions.ts";
import { placeKey, placesOf, setPiecesLeft, type OrderPlace } from "./order-pieces.ts";

/** Takers of organic and of sponsored places, and which of the larger orders are theirs. */
const takersAt = [address(purpose.bundleTakers), address(purpose.bundleTakers, 16_384)] as const;
const largerAt = [
  address(purpose.bundleTakers, 32_768),
  address(purpose.bundleTakers, 49_152),
] as const;

/** Gives the slice's buyers the sets they take. @param engine  after the slice's settlement */
export function takeBundles(
  engine: Engine,
  day: DayPromotions,
  direct: DirectSales | null,
  slice: number,
): void {
  for (const bundle of day.bundles) {
    const offer = bundle.offers[slice];
    if (offer === null || offer === undefined) continue;
    const left = (listing: number) =>
      Math.min(
        engine.state.stock[stockOf(engine, listing)]!,
        setPiecesLeft(engine, day, direct, listing, slice),
      );
    const { capUnits, soldUnits } = engine.state.tables.promotions.columns;
    const first = bundle.rows[0]!;
    bundle.listings.forEach((listing, piece) => {
      const one = day.byListing.get(listing)!;
      for (const place of placesOf(engine, one, slice, direct)) {
        const share = offer[piece]!.takeShare;
        const asked = askedAt(engine, one, place, slice, share);
        const { orders, larger, sets } = within(
          asked,
          setsLeft(bundle, piece, capUnits[first]!, soldUnits[first]!, left),
        );
        if (sets === 0) continue;
        day.taken.set(placeKey(place), { bundle, piece, slice, orders, larger, sets });
        give(engine, bundle, piece, sets);
      }
    });
  }
}

type Asked = Pick<TakenSets, "orders" | "larger" | "sets"> & { readonly each: number };

/** Orders of a place that ask for sets: one for each of their pieces. */
function askedAt(
  { work, state, key }: Engine,
  { row }: Promoted,
  { where, at, orders: made, units: sold, isSponsored }: OrderPlace,
  slice: number,
  share: number,
): Asked {
  const number = state.offerNumber[row]!;
  const time = 4 * work.day[0]! + slice;
  const kind = isSponsored ? 1 : 0;
  const all = made[at]!;
  const units = sold[at]!;
  const orders = binomial(all, share, number, where, time, takersAt[kind], key);
  if (orders === 0) return { orders, larger: 0, sets: 0, each: 0 };
  const each = Math.floor(units / all);
  const moreOf = units - each * all;
  const larger = hypergeometric(moreOf, all, orders, number, where, time, largerAt[kind], key);
  return { orders, larger, sets: orders * each + larger, each };
}

/** As many of the orders as so many sets are enough for; the larger ones go without first. */
function within(asked: Asked, left: number): Asked {
  let { orders, larger, sets } = asked;
  while (sets > left) {
    orders--;
    sets -= asked.each + (larger > 0 ? 1 : 0);
    if (larger > 0) larger--;
  }
  return { ...asked, orders, larger, sets };
}

/** Place in the state's stock of what a listing sells. */
function stockOf({ state, world }: Engine, listing: number): number {
  const { markets } = state.sizes;
  const isLocal = world.isLastMile[state.service[listing]!] === 1;
  return Math.floor(listing / markets) * (markets + 1) + (isLocal ? 1 + (listing % markets) : 0);
}

function give(engine: Engine, { listings, rows }: DayBundle, piece: number, sets: number): void {
  const { state, work } = engine;
  const { soldUnits } = state.tables.promotions.columns;
  for (const row of rows) soldUnits[row]! += sets;
  listings.forEach((listing, at) => {
    if (at === piece) return;
    const stock = stockOf(engine, listing);
    state.stock[stock]! -= sets;
    work.soldUnits[listing]! += sets;
    if (state.stock[stock] === 0) closeEmptied(engine, listing);
  });
}
