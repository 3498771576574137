/** The rows of a day about suppliers. */
import type { State } from "../state/state.ts";
import { addRow, sourcingEvents, type DayTables } from "../state/tables.ts";

export type SourcingEvent = {
  readonly kind: (typeof sourcingEvents)[number];
  /** Row of the offer, and the number of the supplier among its product's. */
  readonly row: number;
  readonly supplier: number;
  readonly units: number;
  readonly amountMinor: number;
  /** What it is about, in engine days; left out when it is about no purchase. */
  readonly purchase?: {
    readonly number: number;
    readonly orderedOn: number;
    readonly promisedOn: number;
  };
  readonly looked?: number;
  readonly found?: number;
  readonly valueMilli?: number;
  readonly errorMilli?: number;
  readonly ask?: number;
  readonly grantedBp?: number;
};

export function writeSourcing(
  { sourcing }: DayTables,
  state: State,
  seasonDay: (engineDay: number) => number,
  event: SourcingEvent,
): void {
  const { row, purchase } = event;
  const to = addRow(sourcing);
  const { columns } = sourcing;
  columns.store[to] = state.storeOf[row]!;
  columns.offer[to] = state.offerNumber[row]!;
  columns.supplier[to] = event.supplier;
  columns.event[to] = sourcingEvents.indexOf(event.kind);
  columns.purchase[to] = purchase?.number ?? -1;
  columns.orderedOn[to] = purchase === undefined ? 0 : seasonDay(purchase.orderedOn);
  columns.promisedOn[to] = purchase === undefined ? 0 : seasonDay(purchase.promisedOn);
  columns.units[to] = event.units;
  columns.looked[to] = event.looked ?? 0;
  columns.found[to] = event.found ?? 0;
  columns.amountMinor[to] = event.amountMinor;
  columns.valueMilli[to] = event.valueMilli ?? 0;
  columns.errorMilli[to] = event.errorMilli ?? 0;
  columns.ask[to] = event.ask ?? 0;
  columns.grantedBp[to] = event.grantedBp ?? 0;
}
