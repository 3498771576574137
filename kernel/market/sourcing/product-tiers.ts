/**
 * How a store has its goods made: in one of three tiers, and with the store's own name on them or
 * without (practice.md 4.2). The choice counts for what is ordered from now on. Units of all makes
 * lie in one heap, as those of all suppliers do: what is sold fits its buyers as the mean of what
 * was there and what came, so no choice makes goods better that are made already.
 */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { offerRow } from "../decisions/decision-context.ts";
import { unitsThere } from "../goods/pools.ts";
import { isPurchase } from "../goods/supply-table.ts";
import type { Parameters } from "../parameters/parameters.ts";
import type { State } from "../state/state.ts";
import { storeKind } from "../state/store-kind.ts";
import type { Supplier } from "./suppliers.ts";

export const tiersEach = 3;

/** How goods are made. A number holds it: tier - 1, and 4 more where they bear the name. */
export type Make = { readonly tier: number; readonly isBrand: boolean };

export const makeNumber = ({ tier, isBrand }: Make) => tier - 1 + (isBrand ? 4 : 0);
export const makeOf = (number: number): Make => ({
  tier: 1 + (number & 3),
  isBrand: number >= 4,
});

/** Goods as their maker makes them for everybody. */
export const plainMake = 0;

/** Times the unit cost of plain goods. */
export function costTimes(p: Parameters, make: number): number {
  const { tier, isBrand } = makeOf(make);
  return 1 + p["tier.costStep"] * (tier - 1) + (isBrand ? p["tier.brandCost"] : 0);
}

/** How much better goods fit their buyers than plain ones do, thousandths. */
export function fitShift(p: Parameters, make: number): number {
  return p["tier.fitStepMilli"] * (makeOf(make).tier - 1);
}

/** How a store has a product made now. Only people choose, so that bots are not looked up. */
export function chosenMake(context: DecisionContext, store: number, product: number): number {
  const { state, world } = context;
  if (!world.source.scenario.modules.tiers) return plainMake;
  if (state.storeKind[store] !== storeKind.people) return plainMake;
  const row = offerRow(context, store, world.source.products[product]!.sku);
  return row < 0 ? plainMake : state.chosenMake[row]!;
}

/** A supplier's price for a store: as it has the product made, half up. */
export function supplierFor(
  context: DecisionContext,
  store: number,
  product: number,
  supplier: Supplier,
): Supplier {
  const make = chosenMake(context, store, product);
  if (make === plainMake) return supplier;
  const times = costTimes(context.world.parameters, make);
  const unitCostMinor = Math.max(1, Math.floor(supplier.unitCostMinor * times + 0.5));
  return { ...supplier, unitCostMinor };
}

/** Fit of goods as a store would order them today, beside what lies there. */
export function fitOrdered({ state, world }: DecisionContext, row: number): number {
  const shift = fitShift(world.parameters, state.chosenMake[row]!) - state.tierShiftMilli[row]!;
  return shift === 0 ? state.fit[row]! : state.fit[row]! + shift / 1000;
}

/** Lays units of a make into an offer's heap, before they are counted as stock; half up. */
export function mixMakes(
  { state, world }: DecisionContext,
  row: number,
  units: number,
  make: number,
): void {
  if (units === 0) return;
  const shift = fitShift(world.parameters, make);
  const share = makeOf(make).isBrand ? 1000 : 0;
  const before = state.tierShiftMilli[row]!;
  if (shift === before && share === state.brandShareMilli[row]) return;
  const there = unitsInHeap(state, row);
  const mean = (was: number, comes: number) =>
    Math.floor((was * there + comes * units) / (there + units) + 0.5);
  const after = mean(before, shift);
  state.tierShiftMilli[row] = after;
  state.brandShareMilli[row] = mean(state.brandShareMilli[row]!, share);
  if (after !== before) state.fit[row]! += (after - before) / 1000;
}

/** Units of an offer's heap: on hand, and its own on their way between its pools or back. */
export function unitsInHeap(state: State, row: number): number {
  const { columns, rows } = state.tables.supply;
  let units = unitsThere(state, row);
  for (let at = 0; at < rows; at++) {
    if (columns.offer[at] === row && !isPurchase(columns.mode[at]!)) units += columns.units[at]!;
  }
  return units;
}
