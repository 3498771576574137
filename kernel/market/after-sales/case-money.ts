/** Where the money of a case is: still with the platform, or paid out already. */
import { payoutSlot } from "../books/payouts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";

/** What the platform owes the store for units of a case, minor units of the market. */
function netOf({ state }: DecisionContext, at: number, units: number): number {
  const { columns } = state.tables.cases;
  return (columns.priceMinor[at]! - columns.commissionMinor[at]!) * units;
}

/**
 * Takes the money of units out of what is to be paid out. Returns whether the platform still holds
 * it; if not, it was paid out and the store pays it back.
 */
export function takeFromHeld(context: DecisionContext, at: number, units: number): boolean {
  const { state, engineDay } = context;
  const { columns } = state.tables.cases;
  const payoutOn = columns.payoutOn[at]!;
  if (payoutOn < 0) return true;
  if (payoutOn <= engineDay) return false;
  const store = state.storeOf[columns.offer[at]!]!;
  const slot = payoutSlot(context, payoutOn, store, columns.market[at]!);
  state.payoutDue[slot]! -= netOf(context, at, units);
  return true;
}

/** Sets a day on which money that a dispute held up is paid out, where there is none yet. */
export function schedulePayout(context: DecisionContext, at: number, units: number): void {
  const { state, world, engineDay } = context;
  const { columns } = state.tables.cases;
  if (columns.payoutOn[at]! >= 0) return;
  const store = state.storeOf[columns.offer[at]!]!;
  const due = engineDay + world.source.tiers[state.tier[store]!]!.payoutDays;
  const slot = payoutSlot(context, due, store, columns.market[at]!);
  state.payoutDue[slot]! += netOf(context, at, units);
}
