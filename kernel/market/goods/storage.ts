/**
 * Storage, charged once a week: by unit, dearer with age (market.md E13). Goods in rented room pay
 * none for the days on which it was there. The oldest stand in it, for they would pay the most.
 */
import { exchanged } from "../books/book.ts";
import { postStorage } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { currencyNumber } from "../world/lookups.ts";
import { cubicCmOfMeter, keeperOf, partsOfWeek, volumeCc, type RoomPart } from "./rooms.ts";

const week = 7;

/** Whether storage is charged at the end of an engine day. */
export const isStorageDay = (engineDay: number) => engineDay % week === week - 1;

/** Charges every store for what lies in its pools. */
export function chargeStorage(context: DecisionContext): void {
  const { state, world, book, engineDay } = context;
  const pools = state.sizes.markets + 1;
  const dollars = new Float64Array(state.sizes.stores * pools);
  const parts = partsOfWeek(state, engineDay);
  const inside = new Map<number, number[]>();
  const { columns, rows } = state.tables.layers;
  for (let at = 0; at < rows; at++) {
    const units = columns.units[at]!;
    if (units === 0) continue;
    const store = state.storeOf[columns.offer[at]!]!;
    const cell = store * pools + columns.pool[at]!;
    if (!parts.has(cell)) dollars[cell]! += units * weekUsd(context, at);
    else if (inside.has(cell)) inside.get(cell)!.push(at);
    else inside.set(cell, [at]);
  }
  for (const [cell, layers] of inside) {
    dollars[cell] = usdBeside(context, layers, parts.get(cell)!);
  }
  const dollar = currencyNumber(world, "USD");
  for (let cell = 0; cell < dollars.length; cell++) {
    const cents = Math.floor(dollars[cell]! * 100 + 0.5);
    const minor = exchanged(book, cents, dollar, world.base);
    if (minor === 0) continue;
    const pool = cell % pools;
    postStorage(book, Math.floor(cell / pools), pool - 1, keeperOf(state, pool), minor);
  }
}

/** What a unit of a layer pays a week, US dollars. */
function weekUsd({ state, world, engineDay }: DecisionContext, layer: number): number {
  const p = world.parameters;
  const age = engineDay - state.tables.layers.columns.arrivedOn[layer]!;
  const factor = age > 180 ? p["storage.after180"] : age > 90 ? p["storage.after90"] : 1;
  return factor * p["storage.weekUsd"];
}

/**
 * What the layers of a place pay for a week where a store rents room in it, US dollars.
 *
 * @param layers  rows of the state's table
 * @param parts   of the room, those that were there longest first
 */
export function usdBeside(
  context: DecisionContext,
  layers: readonly number[],
  parts: readonly RoomPart[],
): number {
  const { state, world } = context;
  const { arrivedOn, units, offer } = state.tables.layers.columns;
  const oldest = layers.toSorted((a, b) => arrivedOn[a]! - arrivedOn[b]! || a - b);
  const ccOf = (layer: number) => volumeCc(world, state.skuOf[offer[layer]!]!);
  const least = oldest.reduce((so, layer) => Math.min(so, ccOf(layer)), Infinity);
  // Where a bulky unit does not go in, a smaller one may: only full parts are left out.
  let open = parts.map(({ cc, days }) => ({ free: cc, days }));
  let usd = 0;
  for (const layer of oldest) {
    const cc = ccOf(layer);
    const fee = weekUsd(context, layer);
    let left = units[layer]!;
    let isFull = false;
    for (const part of open) {
      if (left === 0) break;
      const within = Math.min(left, Math.floor(part.free / cc));
      usd += (within * fee * (week - part.days)) / week;
      left -= within;
      part.free -= within * cc;
      isFull ||= part.free < least;
    }
    if (isFull) open = open.filter(({ free }) => free >= least);
    usd += left * fee;
  }
  return usd;
}

/** What a store's goods in a place pay a week without room and with some, US dollars. */
export function weekOf(
  context: DecisionContext,
  store: number,
  pool: number,
  cubicMeters: number,
): { readonly without: number; readonly within: number } {
  const { state } = context;
  const { columns, rows } = state.tables.layers;
  const layers = Array.from({ length: rows }, (_, at) => at).filter(
    (at) =>
      columns.units[at]! > 0 &&
      columns.pool[at] === pool &&
      state.storeOf[columns.offer[at]!] === store,
  );
  const room = [{ cc: cubicMeters * cubicCmOfMeter, days: week }];
  return { without: usdBeside(context, layers, []), within: usdBeside(context, layers, room) };
}
