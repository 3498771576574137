/** How those buy who look at their stock now and then: up to what they want. */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { purchaseCost } from "../books/economics.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";

/** Fewer units than this are not worth an order. */
const unitsLeast = 3;

/** Units to order where so many are wanted and so many are there; at least a lot, or none. */
export function unitsToOrder(
  { world, state }: DecisionContext,
  row: number,
  wanted: number,
  there: number,
): number {
  const missing = wanted - there;
  const { moq } = world.source.products[state.skuOf[row]!]!;
  return missing < unitsLeast ? 0 : Math.max(moq, missing);
}

/** Nobody spends more than half of what is left on one product. */
export function canSpare(context: DecisionContext, row: number, units: number): boolean {
  const { state, world } = context;
  const cash = balanceOf(state, state.storeOf[row]!, account.cash, world.base);
  return purchaseCost(context, state.skuOf[row]!, units) <= cash / 2;
}

/** The purchase that brings an offer to what is wanted; null where it is too small or too dear. */
export function buyUpTo(
  context: DecisionContext,
  row: number,
  wanted: number,
  there: number,
): StoreDecision | null {
  const units = unitsToOrder(context, row, wanted, there);
  if (units === 0 || !canSpare(context, row, units)) return null;
  const { sku } = context.world.source.products[context.state.skuOf[row]!]!;
  return { kind: "place-purchase", sku, units };
}
