/** Goods on the way into a pool, as the season remembers them. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { onAccountMode } from "../finance/supplier-credit.ts";
import type { State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";

/**
 * How goods come: from the supplier, by air or sea to a warehouse, or back from a buyer; 4 is from
 * the supplier on account (`supplier-credit.ts`), 5 won in a tender.
 */
export const supplyMode = Object.freeze({ supplier: 0, air: 1, sea: 2, back: 3, tender: 5 });

/** Whether goods that come so were bought. */
export const isPurchase = (mode: number) =>
  mode === supplyMode.supplier || mode === onAccountMode || mode === supplyMode.tender;

export type Supply = {
  readonly row: number;
  readonly pool: number;
  readonly units: number;
  readonly costMinor: number;
  readonly paidMinor: number;
  readonly dueOn: number;
  readonly mode: number;
  readonly number: number;
  /** Of a purchase: whom it is from and when it was said to come. */
  readonly supplier?: number;
  readonly promisedOn?: number;
  /** How goods are made that were bought. */
  readonly make?: number;
};

/** Writes goods on the way into a pool. */
export function addSupply(
  { state, engineDay }: Pick<DecisionContext, "state" | "engineDay">,
  supply: Supply,
): void {
  const at = addRow(state.tables.supply);
  const to = state.tables.supply.columns;
  to.offer[at] = supply.row;
  to.pool[at] = supply.pool;
  to.units[at] = supply.units;
  to.costMinor[at] = supply.costMinor;
  to.paidMinor[at] = supply.paidMinor;
  to.dueOn[at] = supply.dueOn;
  to.mode[at] = supply.mode;
  to.number[at] = supply.number;
  to.orderedOn[at] = engineDay;
  to.supplier[at] = supply.supplier ?? 0;
  to.promisedOn[at] = supply.promisedOn ?? supply.dueOn;
  to.inspectBp[at] = 0;
  to.make[at] = supply.make ?? 0;
  state.inbound[supply.row * (state.sizes.markets + 1) + supply.pool]! += supply.units;
}

/** Takes a row out of the table; the others keep their order. */
export function dropSupply(state: State, at: number): void {
  const { supply } = state.tables;
  const { columns } = supply;
  const row = columns.offer[at]!;
  const pool = columns.pool[at]!;
  state.inbound[row * (state.sizes.markets + 1) + pool]! -= columns.units[at]!;
  for (const column of Object.values(columns)) column.copyWithin(at, at + 1, supply.rows);
  supply.rows--;
}
