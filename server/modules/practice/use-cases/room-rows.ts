import type { RoomRow } from "@echelon/contract/practice/rooms.ts";
import { ofDollars } from "@echelon/kernel/market/books/dollars.ts";
import type { DecisionContext } from "@echelon/kernel/market/decisions/decision-context.ts";
import {
  cubicCmOfMeter,
  goodsCc,
  mustFit,
  roomOf,
  roomRent,
  volumeCc,
} from "@echelon/kernel/market/goods/rooms.ts";
import { weekOf } from "@echelon/kernel/market/goods/storage.ts";

const week = 7;

/**
 * Home, and the markets in which a store has room or goods, or goods on the way; all of them where
 * goods enter only rented room, for there it is rented before they come.
 */
export function roomRows(context: DecisionContext, store: number, today: number): RoomRow[] {
  const { state, world, engineDay } = context;
  const showsAll = mustFit(context, store);
  return Array.from({ length: state.sizes.markets + 1 }, (_, pool): RoomRow => {
    const room = roomOf(state, store, pool, engineDay);
    const cc = goodsCc(context, store, pool);
    const cubicMeters = room?.cubicMeters ?? 0;
    const whole = Math.max(1, Math.ceil(cc / cubicCmOfMeter));
    const { without, within } = weekOf(context, store, pool, cubicMeters);
    return {
      market: pool === 0 ? null : world.marketIds[pool - 1]!,
      cubicMeters,
      untilDay: room === null ? null : today + room.daysLeft - 1,
      goodsLiters: Math.ceil(cc / 1_000),
      inboundLiters: Math.ceil(inboundCc(context, store, pool) / 1_000),
      units: unitsAt(context, store, pool),
      meterWeekMinor: roomRent(context, pool, week),
      feesMinor: ofDollars(context, without),
      feesNowMinor: ofDollars(context, within),
      wholeCubicMeters: whole,
      wholeWeekMinor: roomRent(context, pool, whole * week),
    };
  }).filter(
    ({ market, cubicMeters, units, inboundLiters }) =>
      showsAll || market === null || cubicMeters + units + inboundLiters > 0,
  );
}

function inboundCc({ state, world }: DecisionContext, store: number, pool: number): number {
  const { columns, rows } = state.tables.supply;
  let sum = 0;
  for (let at = 0; at < rows; at += 1) {
    const offer = columns.offer[at]!;
    if (columns.pool[at] !== pool || state.storeOf[offer] !== store) continue;
    sum += columns.units[at]! * volumeCc(world, state.skuOf[offer]!);
  }
  return sum;
}

function unitsAt({ state }: DecisionContext, store: number, pool: number): number {
  const pools = state.sizes.markets + 1;
  let units = 0;
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    if (state.storeOf[row] === store) units += state.stock[row * pools + pool]!;
  }
  return units;
}
