/**
 * Rented room: cubic meters in a place, at home or in a market, for so many days, paid ahead (our
 * choice). What lies in it pays no storage fee. The rest of a store's goods there does, and all of
 * them again when the room's days are over.
 */
import { ofDollars } from "../books/dollars.ts";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { postExpense } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { addRow, keepRows } from "../state/tables.ts";
import type { State } from "../state/state.ts";
import { storeKind } from "../state/store-kind.ts";
import type { World } from "../world/world.ts";

type Place = Pick<DecisionContext, "state" | "world">;

export const cubicCmOfMeter = 1_000_000;

/** What a unit of a product takes up, cubic centimeters, rounded up. */
export function volumeCc({ source }: World, product: number): number {
  const [a, b, c] = source.products[product]!.sizeMm;
  return Math.max(1, Math.ceil((a * b * c) / 1000));
}

/** A store's room in a place on a day. */
export type Room = {
  readonly cubicMeters: number;
  /** The last engine day, and how many days are left with the day itself. */
  readonly untilOn: number;
  readonly daysLeft: number;
};

/** Rows of what a store rents in a place on an engine day. */
export function rentRows({ tables }: State, store: number, pool: number, day: number): number[] {
  const { columns, rows } = tables.rents;
  const found: number[] = [];
  for (let at = 0; at < rows; at++) {
    const isHere = columns.store[at] === store && columns.pool[at] === pool;
    if (isHere && columns.fromOn[at]! <= day && day <= columns.untilOn[at]!) found.push(at);
  }
  return found;
}

/** The room that a store rents in a place; null where it rents none. Its parts end together. */
export function roomOf(state: State, store: number, pool: number, engineDay: number): Room | null {
  const rows = rentRows(state, store, pool, engineDay);
  if (rows.length === 0) return null;
  const { columns } = state.tables.rents;
  const untilOn = columns.untilOn[rows[0]!]!;
  const cubicMeters = rows.reduce((sum, at) => sum + columns.cubicMeters[at]!, 0);
  return { cubicMeters, untilOn, daysLeft: untilOn - engineDay + 1 };
}

/** What a store's goods take up in a place, cubic centimeters. */
export function goodsCc({ state, world }: Place, store: number, pool: number): number {
  const pools = state.sizes.markets + 1;
  let sum = 0;
  for (let row = 0; row < state.offerCount[0]!; row++) {
    const units = state.stock[row * pools + pool]!;
    if (units > 0 && state.storeOf[row] === store)
      sum += units * volumeCc(world, state.skuOf[row]!);
  }
  return sum;
}

/** Rent of a cubic meter and day, US dollars. */
export function roomUsd({ parameters, marketIds }: World, pool: number): number {
  const rows: Readonly<Record<string, number>> = parameters;
  return pool === 0
    ? parameters["room.homeUsd"]
    : (rows[`room.${marketIds[pool - 1]}`] ?? parameters["room.abroadUsd"]);
}

/** Rent of so many cubic meters for so many days, minor units of the books, half up. */
export const roomRent = (
  place: Pick<DecisionContext, "world" | "book">,
  pool: number,
  meterDays: number,
): number => ofDollars(place, roomUsd(place.world, pool) * meterDays);

/** Whether goods of a store enter a place only where it has room for them. */
export const mustFit = ({ state, world }: Place, store: number): boolean =>
  world.parameters["room.mustFit"] === 1 && state.storeKind[store] === storeKind.people;

/** Whether so many units of an offer may enter a place today. */
export function fits(context: DecisionContext, row: number, pool: number, units: number): boolean {
  const { state, world, engineDay } = context;
  const store = state.storeOf[row]!;
  if (!mustFit(context, store)) return true;
  const room = roomOf(state, store, pool, engineDay);
  if (room === null) return false;
  const needed = goodsCc(context, store, pool) + units * volumeCc(world, state.skuOf[row]!);
  return needed <= room.cubicMeters * cubicCmOfMeter;
}

/** Rents room from today on. */
export function rentRoom(
  context: DecisionContext,
  store: number,
  pool: number,
  cubicMeters: number,
  days: number,
): void {
  pay(context, store, pool, cubicMeters * days);
  addRent(context, store, pool, cubicMeters, context.engineDay + days - 1);
}

/** Cubic meters times days that an extension adds: to as many meters, so many days longer. */
export const addedMeterDays = (room: Room, cubicMeters: number, days: number): number =>
  cubicMeters * (room.daysLeft + days) - room.cubicMeters * room.daysLeft;

/** Makes a room larger or its days more; what is added is paid. */
export function extendRoom(
  context: DecisionContext,
  store: number,
  pool: number,
  cubicMeters: number,
  days: number,
): void {
  const { state, engineDay } = context;
  const { columns } = state.tables.rents;
  const room = roomOf(state, store, pool, engineDay)!;
  pay(context, store, pool, addedMeterDays(room, cubicMeters, days));
  for (const at of rentRows(state, store, pool, engineDay)) columns.untilOn[at]! += days;
  const more = cubicMeters - room.cubicMeters;
  // A part of its own: it did not stand there on the days before.
  if (more > 0) addRent(context, store, pool, more, room.untilOn + days);
}

/** Gives a room up today; nobody pays its days back. */
export function endRoom({ state, engineDay }: DecisionContext, store: number, pool: number): void {
  const { columns } = state.tables.rents;
  for (const at of rentRows(state, store, pool, engineDay)) columns.untilOn[at] = engineDay - 1;
}

function addRent(
  { state, engineDay }: DecisionContext,
  store: number,
  pool: number,
  cubicMeters: number,
  untilOn: number,
): void {
  const { rents } = state.tables;
  const at = addRow(rents);
  rents.columns.store[at] = store;
  rents.columns.pool[at] = pool;
  rents.columns.cubicMeters[at] = cubicMeters;
  rents.columns.fromOn[at] = engineDay;
  rents.columns.untilOn[at] = untilOn;
}

/** Rent / cash, to whoever keeps the warehouse. */
function pay(context: DecisionContext, store: number, pool: number, meterDays: number): void {
  const minor = roomRent(context, pool, meterDays);
  if (minor === 0) return;
  const keeper = keeperOf(context.state, pool);
  postExpense(context.book, documentKind.rent, account.rent, store, 0, pool - 1, keeper, minor);
}

/** Who keeps the warehouse of a place. */
export const keeperOf = ({ sizes }: State, pool: number) =>
  partyOf("warehouse", pool === 0 ? sizes.markets : pool - 1);

/** Part of a room: how many of a week's days it was there, and what it holds. */
export type RoomPart = { readonly cc: number; readonly days: number };

/**
 * The parts of people's rooms that were there in the seven days to an engine day, by store · pools
 * + pool; those that were there longest stand first.
 */
export function partsOfWeek(state: State, engineDay: number): ReadonlyMap<number, RoomPart[]> {
  const { columns, rows } = state.tables.rents;
  const parts = new Map<number, RoomPart[]>();
  for (let at = 0; at < rows; at++) {
    const from = Math.max(columns.fromOn[at]!, engineDay - 6);
    const days = Math.min(columns.untilOn[at]!, engineDay) - from + 1;
    if (days <= 0) continue;
    const cell = columns.store[at]! * (state.sizes.markets + 1) + columns.pool[at]!;
    const part = { cc: columns.cubicMeters[at]! * cubicCmOfMeter, days };
    const own = parts.get(cell);
    if (own === undefined) parts.set(cell, [part]);
    else own.push(part);
  }
  for (const own of parts.values()) own.sort((a, b) => b.days - a.days);
  return parts;
}

/** Forgets rooms whose days were over before the last charge of storage. */
export function forgetRents({ state, engineDay }: DecisionContext): void {
  const { rents } = state.tables;
  keepRows(rents, (at) => rents.columns.untilOn[at]! >= engineDay - 7);
}
