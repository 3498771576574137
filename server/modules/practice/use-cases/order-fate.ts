import type { OrderRow, OrderView } from "@echelon/contract/practice/orders.ts";
import { mix32 } from "@echelon/kernel/random/mix.ts";
import { parcelEvents } from "@echelon/kernel/market/tables.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { storeRows } from "../store/report-store.ts";
import type { Sale } from "./open-order.ts";
import type { Desk } from "./open-desk.ts";

type Event = (typeof parcelEvents)[number];

/** What became of some units of a cohort, and on which day. */
type Fate = { readonly event: Event; readonly day: number; readonly units: number };

/**
 * The ends and holds of all parcels of a store by cohort (offer, market, service, day of order).
 * The engine draws fates for cohorts; a single order takes its share by a fixed shuffle, so orders
 * and cohorts always agree.
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

const keyOf = (offer: number, market: number, service: number, day: number) =>
  `${offer}/${market}/${service}/${day}`;

export async function fatesOf(sql: Sql, desk: Desk): Promise<CohortFates> {
  const rows = await storeRows(sql, "parcels", desk.season, desk.number, 1, desk.closed);
  const fates = new Map<string, Fate[]>();
  for (const row of rows) {
    const event = parcelEvents[row.event]!;
    if (!endings.has(event)) continue;
    const key = keyOf(row.offer, row.market, row.service, row.orderedOn);
    fates.set(key, [...(fates.get(key) ?? []), { event, day: row.day, units: row.units }]);
  }
  return fates;
}

type Address = {
  readonly day: number;
  readonly sale: Sale;
  readonly line: number;
  readonly index: number;
};

/** The end of one order's parcel; undefined while it is under way. */
export function fateOf(fates: CohortFates, { day, sale, line, index }: Address): Fate | undefined {
  const cohort = fates.get(keyOf(sale.offer, sale.market, sale.service, day));
  if (cohort === undefined) return undefined;
  const shuffled = (mix32(mix32(line + 1) ^ (index + 7)) >>> 0) % Math.max(1, sale.units);
  let end = 0;
  for (const fate of cohort) {
    end += fate.units;
    if (shuffled < end) return fate;
  }
  return undefined;
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

export const stateOf = (fate: Fate | undefined): OrderRow["state"] =>
  fate === undefined ? "on-the-way" : (states[fate.event] ?? "on-the-way");

/** The journey as the seller sees it: handed over, then under way or ended. */
export function stepsOf(order: OrderRow, fate: Fate | undefined): OrderView["journey"] {
  const steps: OrderView["journey"] = [
    { day: order.day, event: "sold", isDone: true },
    { day: order.day, event: "dispatched", isDone: true },
  ];
  if (fate === undefined) steps.push({ day: order.promisedOn, event: "promised", isDone: false });
  else steps.push({ day: fate.day, event: fate.event, isDone: true });
  return steps;
}
