import type { OrderRow, OrderView } from "@echelon/contract/practice/orders.ts";
import { mix32 } from "@echelon/kernel/random/mix.ts";
import { parcelEvents } from "@echelon/kernel/market/state/tables.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { parcelsOrdered, type ResultRow } from "../store/report-store.ts";
import { type PlacedOrder, unitsOf } from "./open-order.ts";
import type { Desk } from "./open-desk.ts";

type Event = (typeof parcelEvents)[number];

/** What became of some units, and on which day. */
export type Fate = { readonly event: Event; readonly day: number; readonly units: number };

/**
 * The ends of all parcels of a store by cohort (offer, market, service, day of order, price), in
 * the order in which they happened. The engine draws fates for cohorts, not for orders.
 */
export type CohortFates = ReadonlyMap<string, readonly Fate[]>;

const endings: ReadonlySet<Event> = new Set([
  "rejected",
  "delivered",
  "refused",
  "lost",
  "returned",
  "destroyed",
  "seized",
]);

type Cohort = {
  readonly offer: number;
  readonly market: number;
  readonly service: number;
  readonly lot: number;
};

/** Names a cohort: what was ordered of a listing on a day by one service at one price. */
export const keyOf = ({ offer, market, service, lot }: Cohort, day: number): string =>
  `${offer}/${market}/${service}/${day}/${lot}`;

/** The ends of what was ordered from one day to another. */
export async function fatesOf(
  sql: Sql,
  desk: Desk,
  ordered: { from: number; to: number },
): Promise<CohortFates> {
  const rows = await parcelsOrdered(sql, desk.season, desk.number, ordered, desk.closed);
  const ended = rows.filter(({ event }) => endings.has(parcelEvents[event]!));
  const cohorts = Map.groupBy(ended, (row) => keyOf(row, row.orderedOn));
  return new Map([...cohorts].map(([key, ends]) => [key, inOrder(ends)]));
}

/** Ends by day and event; those of one day and kind are told together. */
function inOrder(ends: readonly ResultRow<"parcels">[]): Fate[] {
  const fates: Fate[] = [];
  for (const { event, day, units } of ends.toSorted((a, b) => a.day - b.day || a.event - b.event)) {
    const last = fates.at(-1);
    const isAlike = last !== undefined && last.day === day && last.event === parcelEvents[event];
    if (isAlike) fates.splice(-1, 1, { ...last, units: last.units + units });
    else fates.push({ event: parcelEvents[event]!, day, units });
  }
  return fates;
}

/** Which of its cohort's units an order has: those from `first` on, of `all`. */
export type Place = { readonly first: number; readonly units: number; readonly all: number };

/**
 * Deals the units of every cohort of a day to its orders: the orders are shuffled by their
 * addresses and laid one after another, so each unit belongs to one order and no place on a page
 * is luckier than another. What ended first stands first, so an end once told never changes.
 *
 * @param orders  all orders of one store on one day
 */
export function placesOf(orders: readonly PlacedOrder[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const cohort of Map.groupBy(orders, ({ sale, day }) => keyOf(sale, day)).values()) {
    const all = cohort.reduce((sum, one) => sum + unitsOf(one.sale, one.index), 0);
    const shuffled = cohort
      .map((one) => ({ one, luck: mix32(mix32(mix32(one.day) ^ one.line) ^ one.index) >>> 0 }))
      .toSorted((a, b) => a.luck - b.luck || a.one.line - b.one.line || a.one.index - b.one.index);
    let first = 0;
    for (const { one } of shuffled) {
      const units = unitsOf(one.sale, one.index);
      places.set(orderId(one), { first, units, all });
      first += units;
    }
  }
  return places;
}

/** Address of an order in its season. */
export const orderId = ({ day, line, index }: Pick<PlacedOrder, "day" | "line" | "index">) =>
  `${day}-${line}-${index}`;

/** The ends of one order's parcels; units that are not among them are under way. */
export function endsOf(fates: CohortFates, { day, sale }: PlacedOrder, place: Place): Fate[] {
  const ends: Fate[] = [];
  let start = 0;
  for (const fate of fates.get(keyOf(sale, day)) ?? []) {
    const end = start + fate.units;
    const units = Math.min(end, place.first + place.units) - Math.max(start, place.first);
    if (units > 0) ends.push({ ...fate, units });
    start = end;
  }
  return ends;
}

const states: Readonly<Partial<Record<Event, OrderRow["state"]>>> = {
  rejected: "returned",
  delivered: "delivered",
  refused: "refused",
  lost: "lost",
  returned: "returned",
  destroyed: "destroyed",
  seized: "destroyed",
};

/** An order is as far as the last of its parcels. */
export function stateOf(ends: readonly Fate[], units: number): OrderRow["state"] {
  const ended = ends.reduce((sum, end) => sum + end.units, 0);
  const last = ends.at(-1);
  return ended < units || last === undefined ? "on-the-way" : (states[last.event] ?? "on-the-way");
}

/** The journey as the seller sees it: handed over, then under way or ended. */
export function stepsOf(order: OrderRow): OrderView["journey"] {
  const { day, units, parcels, promisedOn } = order;
  const steps: OrderView["journey"] = [
    { day, event: "sold", units, isDone: true },
    { day, event: "dispatched", units, isDone: true },
    ...parcels.map((end) => ({ ...end, isDone: true })),
  ];
  const left = units - parcels.reduce((sum, end) => sum + end.units, 0);
  if (left > 0) steps.push({ day: promisedOn, event: "promised", units: left, isDone: false });
  return steps;
}
