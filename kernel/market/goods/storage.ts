/** Storage, charged once a week: by unit, dearer with age (market.md E13). */
import { partyOf } from "../../ledger/party.ts";
import { exchanged } from "../books/book.ts";
import { postStorage } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { currencyNumber } from "../world/lookups.ts";

const week = 7;

/** Whether storage is charged at the end of an engine day. */
export const isStorageDay = (engineDay: number) => engineDay % week === week - 1;

/** Charges every store for what lies in its pools. */
export function chargeStorage(context: DecisionContext): void {
  const { state, world, book, engineDay } = context;
  const p = world.parameters;
  const pools = state.sizes.markets + 1;
  const dollars = new Float64Array(state.sizes.stores * pools);
  const { columns, rows } = state.tables.layers;
  for (let at = 0; at < rows; at++) {
    const units = columns.units[at]!;
    if (units === 0) continue;
    const age = engineDay - columns.arrivedOn[at]!;
    const factor = age > 180 ? p["storage.after180"] : age > 90 ? p["storage.after90"] : 1;
    const store = state.storeOf[columns.offer[at]!]!;
    dollars[store * pools + columns.pool[at]!]! += units * factor * p["storage.weekUsd"];
  }
  const dollar = currencyNumber(world, "USD");
  for (let cell = 0; cell < dollars.length; cell++) {
    const cents = Math.floor(dollars[cell]! * 100 + 0.5);
    const minor = exchanged(book, cents, dollar, world.base);
    if (minor === 0) continue;
    const pool = cell % pools;
    const warehouse = partyOf("warehouse", pool === 0 ? pools - 1 : pool - 1);
    postStorage(book, Math.floor(cell / pools), pool - 1, warehouse, minor);
  }
}
