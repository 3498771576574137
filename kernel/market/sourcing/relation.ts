/**
 * What a supplier thinks of a store: it grows with units bought and with payments in time, and
 * suffers from late ones and from purchases called off. Kept for stores of people only, for nobody
 * else ever asks for anything.
 */
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { State } from "../state/state.ts";
import { storeKind } from "../state/store-kind.ts";
import { addRow } from "../state/tables.ts";
import { suppliersOf } from "./suppliers.ts";

/** Row of what there is between a store and a supplier of a product, or -1. */
export function relationRow(
  state: State,
  store: number,
  product: number,
  supplier: number,
): number {
  const { columns, rows } = state.tables.relations;
  for (let row = 0; row < rows; row++) {
    if (
      columns.store[row] === store &&
      columns.product[row] === product &&
      columns.supplier[row] === supplier
    ) {
      return row;
    }
  }
  return -1;
}

/** The same, written where there was none. */
export function relationFor(
  state: State,
  store: number,
  product: number,
  supplier: number,
): number {
  const found = relationRow(state, store, product, supplier);
  if (found >= 0) return found;
  const { relations } = state.tables;
  const row = addRow(relations);
  for (const column of Object.values(relations.columns)) column[row] = 0;
  relations.columns.store[row] = store;
  relations.columns.product[row] = product;
  relations.columns.supplier[row] = supplier;
  return row;
}

/** How good a relation is, 0 to 1,000: half by payments in time, half by units bought. */
export function relationMilli(
  context: Pick<DecisionContext, "state" | "world" | "key">,
  row: number,
): number {
  if (row < 0) return 0;
  const { state, world } = context;
  const p = world.parameters;
  const { columns } = state.tables.relations;
  const paid = columns.paid[row]!;
  const supplier = suppliersOf(context, columns.product[row]!)[columns.supplier[row]!]!;
  const lots = columns.units[row]! / supplier.moq;
  const good = 500 * (paid / (paid + p["relation.payments"]) + lots / (lots + p["relation.lots"]));
  const bad = p["relation.lateMilli"] * columns.late[row]!;
  return Math.max(0, Math.floor(good - bad + 0.5));
}

/** Remembers goods that came. */
export function rememberGoods(
  { state }: DecisionContext,
  row: number,
  supplier: number,
  units: number,
): void {
  const at = rowOf(state, row, supplier);
  if (at >= 0) state.tables.relations.columns.units[at]! += units;
}

/** Remembers whether a supplier got its money in time, or that a purchase was called off. */
export function rememberPayment(
  { state }: DecisionContext,
  row: number,
  supplier: number,
  isInTime: boolean,
): void {
  const at = rowOf(state, row, supplier);
  if (at >= 0) state.tables.relations.columns[isInTime ? "paid" : "late"][at]! += 1;
}

function rowOf(state: State, row: number, supplier: number): number {
  const store = state.storeOf[row]!;
  if (state.storeKind[store] !== storeKind.people) return -1;
  return relationFor(state, store, state.skuOf[row]!, supplier);
}
