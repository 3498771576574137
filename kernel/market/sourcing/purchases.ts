/** Purchases: placed, called off, paid for later, and placed by standing rules (market.md E13). */
import { erlang } from "../../random/erlang.ts";
import { address, purpose } from "../../random/purpose.ts";
import { cashOf, postDeposit, postPayable } from "../books/bookkeeping.ts";
import { postCancellation } from "../books/sourcing-journals.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { countHastened } from "../company/shifts.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { creditLeft, onAccountMode } from "../finance/supplier-credit.ts";
import { addSupply, dropSupply, isPurchase, supplyMode } from "../goods/supply-table.ts";
import { unitsAtHome } from "../goods/pools.ts";
import { spendable } from "../goods/spendable.ts";
import type { State } from "../state/state.ts";
import { supplierOf } from "../world/lookups.ts";
import { rememberPayment } from "./relation.ts";
import {
  isTrusted,
  meanLeadDays,
  quotePurchase,
  termsOf,
  type PurchaseWay,
  type Terms,
} from "./supplier-terms.ts";
import { maker } from "./suppliers.ts";

/**
 * Places a purchase: a share is paid now, or nothing on account; the goods come after the
 * supplier's lead time.
 *
 * @param number  of the log entry, or of a rule's purchase
 */
export function buy(
  context: DecisionContext,
  row: number,
  number: number,
  units: number,
  way: PurchaseWay = {},
): void {
  const { state, world, book, engineDay } = context;
  const product = state.skuOf[row]!;
  const store = state.storeOf[row]!;
  const supplier = way.supplier ?? maker;
  const terms = termsOf(context, store, product, supplier)!;
  const { costMinor, depositMinor } = quotePurchase(context, product, terms, units, way);
  const party = supplierOf(world, product, supplier);
  postDeposit(book, store, state.offerNumber[row]!, party, depositMinor);
  const mean = meanLeadDays(context, store, product, terms);
  countHastened(context.shifts, store);
  addSupply(context, {
    row,
    pool: 0,
    units,
    costMinor,
    paidMinor: depositMinor,
    dueOn: engineDay + leadDays(context, row, number, mean),
    mode: way.isOnAccount === true ? onAccountMode : supplyMode.supplier,
    number,
    supplier,
    promisedOn: engineDay + Math.max(1, Math.floor(mean + 0.5)),
    make: state.chosenMake[row]!,
  });
}

/** Days until a supplier delivers: gamma around its mean. */
function leadDays(context: DecisionContext, row: number, number: number, mean: number): number {
  const { state, world, key } = context;
  const shape = world.parameters["supply.leadShape"];
  const at = address(purpose.supplyLead);
  const days = erlang(mean, shape, state.offerNumber[row]!, number, 0, at, key);
  return Math.max(1, Math.floor(days + 0.5));
}

/** Row of a purchase on its way in the supply table, or -1. */
export function purchaseRow(state: State, row: number, number: number): number {
  const { columns, rows } = state.tables.supply;
  for (let at = 0; at < rows; at++) {
    const isIt = columns.offer[at] === row && columns.number[at] === number;
    if (isIt && isPurchase(columns.mode[at]!)) return at;
  }
  return -1;
}

/** Engine day on which goods leave the supplier: the purchase may be called off before. */
export function leavesOn({ state, world }: Pick<DecisionContext, "state" | "world">, at: number) {
  const { columns } = state.tables.supply;
  const days = columns.dueOn[at]! - columns.orderedOn[at]!;
  return columns.orderedOn[at]! + Math.ceil(world.parameters["supply.madeShare"] * days);
}

/** What a supplier keeps or asks for when the purchase in a row is called off, half up. */
export function cancelFee(
  { state, world }: Pick<DecisionContext, "state" | "world">,
  at: number,
): number {
  const cost = state.tables.supply.columns.costMinor[at]!;
  return Math.floor((cost * world.parameters["supply.cancelBp"] + 5000) / 10_000);
}

/** What comes back of the money of a purchase when it is called off; negative is paid. */
export function cancelRefund(context: Pick<DecisionContext, "state" | "world">, at: number) {
  return context.state.tables.supply.columns.paidMinor[at]! - cancelFee(context, at);
}

/** Calls a purchase off. */
export function cancelPurchase(context: DecisionContext, at: number): void {
  const { state, world, book } = context;
  const { columns } = state.tables.supply;
  const row = columns.offer[at]!;
  const supplier = columns.supplier[at]!;
  const party = supplierOf(world, state.skuOf[row]!, supplier);
  const paid = columns.paidMinor[at]!;
  const offer = state.offerNumber[row]!;
  postCancellation(book, state.storeOf[row]!, offer, party, paid, cancelFee(context, at));
  rememberPayment(context, row, supplier, false);
  dropSupply(state, at);
}

/** Pays what was bought on account and is due. */
export function payDues(context: DecisionContext): void {
  const { state, world, book, engineDay } = context;
  const { dues } = state.tables;
  let kept = 0;
  for (let at = 0; at < dues.rows; at++) {
    const { columns } = dues;
    if (columns.dueOn[at]! > engineDay) {
      for (const column of Object.values(columns)) column[kept] = column[at]!;
      kept++;
      continue;
    }
    const row = columns.offer[at]!;
    const store = columns.store[at]!;
    const supplier = columns.supplier[at]!;
    const party = supplierOf(world, state.skuOf[row]!, supplier);
    postPayable(book, store, state.offerNumber[row]!, party, columns.amountMinor[at]!);
    rememberPayment(context, row, supplier, cashOf(book, store) >= 0);
  }
  dues.rows = kept;
}

/** Numbers of rules' purchases begin here, so that they never clash with those of the log. */
export const reorderNumber = 1_000_000;

/** A purchase that a reorder rule placed. */
export type Reorder = { readonly row: number; readonly units: number };

/** How a row's standing rule buys. */
export function ruleOf(
  { reorderSupplier, reorderDepositBp, reorderOnAccount }: State,
  row: number,
) {
  const depositBp = reorderDepositBp[row]!;
  return {
    supplier: reorderSupplier[row]!,
    depositBp: depositBp === 0 ? undefined : depositBp,
    isOnAccount: reorderOnAccount[row] === 1,
  };
}

/** Whether an offer has a rule and has fallen to its point. */
const fires = (state: State, row: number): boolean =>
  state.reorderUpTo[row]! > 0 &&
  state.isDropped[row] === 0 &&
  unitsAtHome(state, row) <= state.reorderPoint[row]!;

/** Whether a rule of a store's will buy today, if money and credit allow it. */
export function isRuleDue(state: State, store: number): boolean {
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (state.storeOf[row] === store && fires(state, row)) return true;
  }
  return false;
}

/**
 * Fires standing reorder rules: when stock at home and on the way falls to the point, buys up to
 * the level, at least the minimum quantity, as far as free cash, the supplier's credit and what it
 * still makes today go. Who is no longer trusted pays the deposit.
 */
export function reorder(context: DecisionContext): readonly Reorder[] {
  const { state } = context;
  const placed: Reorder[] = [];
  const free = new Map<number, number>();
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (!fires(state, row)) continue;
    const upTo = state.reorderUpTo[row]!;
    const cover = unitsAtHome(state, row);
    const store = state.storeOf[row]!;
    const rule = ruleOf(state, row);
    const terms = termsOf(context, store, state.skuOf[row]!, rule.supplier)!;
    const way = { ...rule, isOnAccount: rule.isOnAccount && isTrusted(context, terms) };
    const units = unitsOfRule(terms, upTo - cover, orderedToday(context, row, rule.supplier));
    if (units === 0) continue;
    const quote = quotePurchase(context, state.skuOf[row]!, terms, units, way);
    if (way.isOnAccount) {
      if (quote.costMinor > creditLeft(context, store)) continue;
    } else {
      const left = free.get(store) ?? spendable(context, store);
      free.set(store, left);
      // A rule never buys what would leave the store short within days; a person may.
      if (left < quote.costMinor) continue;
      free.set(store, left - quote.costMinor);
    }
    buy(context, row, reorderNumber + context.engineDay, units, way);
    placed.push({ row, units });
  }
  return placed;
}

/**
 * What the next order of a rule comes to, whenever it falls due: up to its level from its point, or
 * from what there is where that is less already. Cash and credit are not looked at.
 */
export function nextOrderCost(
  context: DecisionContext,
  row: number,
  pointUnits: number,
  upToUnits: number,
  way: PurchaseWay,
): number {
  const { state } = context;
  const product = state.skuOf[row]!;
  const terms = termsOf(context, state.storeOf[row]!, product, way.supplier ?? maker);
  if (upToUnits === 0 || terms === null) return 0;
  const wanted = upToUnits - Math.min(pointUnits, unitsAtHome(state, row));
  const units = unitsOfRule(terms, wanted, 0);
  return units === 0 ? 0 : quotePurchase(context, product, terms, units, way).costMinor;
}

/** Units that a rule buys; none where what is still made today is less than a lot. */
function unitsOfRule({ supplier }: Terms, wanted: number, ordered: number): number {
  const most = Math.min(decisionLimits.unitsPerPurchaseMax, supplier.outputUnits - ordered);
  if (most < supplier.moq) return 0;
  return Math.min(most, Math.max(supplier.moq, wanted));
}

/** Units of an offer ordered today of what a supplier makes; a tender's lot is apart. */
export function orderedToday({ state, engineDay }: DecisionContext, row: number, supplier: number) {
  const { columns, rows } = state.tables.supply;
  let units = 0;
  for (let at = 0; at < rows; at++) {
    if (columns.offer[at] !== row || columns.orderedOn[at] !== engineDay) continue;
    const mode = columns.mode[at]!;
    if (columns.supplier[at] === supplier && isPurchase(mode) && mode !== supplyMode.tender) {
      units += columns.units[at]!;
    }
  }
  return units;
}
