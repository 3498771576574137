import type { Desk } from "./open-desk.ts";

/** Season days of the goods that come first. */
type FirstArrival = { readonly dueOn: number; readonly promisedOn: number };

/** What comes first into a pool of an offer; null where nothing is on the way. */
export function firstArrival(desk: Desk, offer: number, pool: number): FirstArrival | null {
  const { state } = desk.preview;
  const { columns, rows } = state.tables.supply;
  const shift = desk.row.day - state.day[0]!;
  let first: FirstArrival | null = null;
  for (let row = 0; row < rows; row += 1) {
    if (columns.offer[row] !== offer || columns.pool[row] !== pool) continue;
    const dueOn = Math.max(0, columns.dueOn[row]! + shift);
    const promisedOn = Math.max(0, columns.promisedOn[row]! + shift);
    if (first === null || dueOn < first.dueOn) first = { dueOn, promisedOn };
  }
  return first;
}

/** What is said of a product that is sold out: nothing comes, something does, or it is late. */
export function soldOutNeed(
  inbound: number,
  first: FirstArrival | null,
): { readonly code: string; readonly facts: Readonly<Record<string, number>> } {
  if (inbound <= 0 || first === null) return { code: "sold-out", facts: {} };
  const { dueOn, promisedOn } = first;
  const facts = { inbound, day: dueOn };
  return promisedOn > 0 && dueOn > promisedOn
    ? { code: "sold-out-late", facts: { ...facts, promised: promisedOn } }
    : { code: "sold-out-waiting", facts };
}
