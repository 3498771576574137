/** Goods that come from a supplier: what they cost, and how well they are made. */
import { cashOf, postGoodsOnAccount, postGoodsReceived } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { oweForGoods, onAccountMode } from "../finance/supplier-credit.ts";
import { addLayer } from "../goods/stock-layers.ts";
import { supplierOf } from "../world/lookups.ts";
import { rememberGoods, rememberPayment } from "./relation.ts";
import { mixMakes, unitsInHeap } from "./product-tiers.ts";
import { inspect } from "./samples.ts";
import { suppliersOf } from "./suppliers.ts";

export type BoughtGoods = {
  readonly supplier: number;
  readonly number: number;
  /** Engine days. */
  readonly orderedOn: number;
  readonly promisedOn: number;
  /** Units that went into stock. */
  readonly units: number;
  readonly costMinor: number;
  /** Units that were looked at one by one, and those of them that were sent back. */
  readonly looked: number;
  readonly found: number;
};

/** Takes the purchase in row `at` of the supply table into stock, and pays or owes its balance. */
export function receivePurchase(context: DecisionContext, at: number): BoughtGoods {
  const { state, world, book, engineDay } = context;
  const { columns } = state.tables.supply;
  const row = columns.offer[at]!;
  const store = state.storeOf[row]!;
  const offer = state.offerNumber[row]!;
  const supplier = columns.supplier[at]!;
  const ordered = columns.units[at]!;
  const { defectPpm } = suppliersOf(context, state.skuOf[row]!)[supplier]!;
  const inspected = inspect(context, at, defectPpm);
  // What is defective goes back with the truck and is not paid for.
  const units = ordered - inspected.found;
  const costMinor = Math.floor((columns.costMinor[at]! * units) / ordered + 0.5);
  const party = supplierOf(world, state.skuOf[row]!, supplier);
  if (columns.mode[at] === onAccountMode) {
    postGoodsOnAccount(book, store, offer, party, costMinor);
    oweForGoods(context, row, costMinor, supplier);
  } else {
    postGoodsReceived(book, store, offer, party, costMinor, columns.paidMinor[at]!);
    rememberPayment(context, row, supplier, cashOf(book, store) >= 0);
  }
  const unseen = ordered - inspected.looked;
  const leftPpm = units === 0 ? 0 : Math.floor((defectPpm * unseen) / units + 0.5);
  mixDefects(context, row, units, inspected.looked === 0 ? defectPpm : leftPpm);
  mixMakes(context, row, units, columns.make[at]!);
  if (units > 0) addLayer(state, row, columns.pool[at]!, units, costMinor, engineDay);
  rememberGoods(context, row, supplier, units);
  return {
    supplier,
    number: columns.number[at]!,
    orderedOn: columns.orderedOn[at]!,
    promisedOn: columns.promisedOn[at]!,
    units,
    costMinor,
    ...inspected,
  };
}

/**
 * Units of all suppliers lie in one heap: what is sold from now on is as well made as the mean of
 * what was there and what came, half up.
 */
function mixDefects(
  { state, world }: DecisionContext,
  row: number,
  units: number,
  defectPpm: number,
): void {
  const shift = defectPpm - world.source.products[state.skuOf[row]!]!.defectPpm;
  const before = state.defectShiftPpm[row]!;
  if (shift === before || units === 0) return;
  const there = unitsInHeap(state, row);
  state.defectShiftPpm[row] = Math.floor((before * there + shift * units) / (there + units) + 0.5);
}
