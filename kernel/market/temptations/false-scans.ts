/**
 * Parcels that somebody paid to have scanned: for the platform's metric they are on time and
 * traced. Each that was not is a chance to be found out.
 */
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import { exchanged } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { temptation } from "./temptation-kinds.ts";

/** Days of a store whose parcels are scanned falsely, by row of the state's table. */
export type ScanWindows = ReadonlyMap<number, readonly number[]>;

/** Null in a day on which no store has ever paid for scans: the common case. */
export function scanWindows({ state }: DecisionContext): ScanWindows | null {
  const { columns, rows } = state.tables.temptations;
  const found = new Map<number, number[]>();
  for (let row = 0; row < rows; row++) {
    if (columns.kind[row] !== temptation.tracking) continue;
    const store = columns.store[row]!;
    found.set(store, [...(found.get(store) ?? []), row]);
  }
  return found.size > 0 ? found : null;
}

/** Row of the offer by which a store's parcels of a day are scanned, or -1. */
export function scannedBy(
  { state }: DecisionContext,
  windows: ScanWindows,
  store: number,
  orderedOn: number,
): number {
  const { columns } = state.tables.temptations;
  const rows = windows.get(store) ?? [];
  const covers = (row: number) =>
    columns.acceptedOn[row]! <= orderedOn && orderedOn <= columns.endsOn[row]!;
  return rows.find(covers) ?? -1;
}

/** Units whose false scan can be found today, all of one cohort. */
export type FalseScan = {
  /** Row of `temptations`. */
  readonly by: number;
  readonly row: number;
  readonly market: number;
  readonly service: number;
  readonly orderedOn: number;
  readonly units: number;
  /** Price and fee of one unit, minor units of the market's currency. */
  readonly priceMinor: number;
};

/** How many of a cohort's false scans somebody looks into. */
export function foundScans(context: DecisionContext, scan: FalseScan): number {
  const { state, world, engineDay, key } = context;
  const share = world.parameters["found.scan"];
  const place = (scan.service * 512 + engineDay - scan.orderedOn) * 64 + scan.market;
  const number = state.offerNumber[scan.row]!;
  return binomial(scan.units, share, number, place, 4 * engineDay, address(purpose.scan), key);
}

/** What the buyers of so many units get back, minor units of the books. */
export function backOf({ book, world }: DecisionContext, scan: FalseScan, units: number): number {
  const currency = world.currencyOfMarket[scan.market]!;
  return exchanged(book, scan.priceMinor * units, currency, world.base);
}
