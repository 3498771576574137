/**
 * Money the platform will pay out, sold early for a fee. What was sold is kept beside the clock of
 * payouts and taken off on its day, so that a trial of decisions need not copy the clock.
 */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { clockSlots } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import { payoutSlot } from "../books/payouts.ts";
import { postFactoring } from "./finance-documents.ts";
import { convertPaid } from "./payout-conversion.ts";

type Clock = Pick<DecisionContext, "state" | "engineDay">;

/** What was sold of a store's payout of a market on a day. */
function soldOf({ state }: Clock, store: number, market: number, dueOn: number): number {
  const { columns, rows } = state.tables.factorings;
  let sold = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store || columns.market[row] !== market) continue;
    if (columns.dueOn[row] === dueOn) sold += columns.amountMinor[row]!;
  }
  return sold;
}

/** What a store will be paid of a market on a day, less what it sold of it. */
export function payoutOn(clock: Clock, store: number, market: number, dueOn: number): number {
  const due = clock.state.payoutDue[payoutSlot(clock, dueOn, store, market)]!;
  return due - soldOf(clock, store, market, dueOn);
}

/** What a store may still sell of a market's money: payouts of later days that are certain. */
export function factorable(clock: Clock, store: number, market: number): number {
  let sum = 0;
  for (let days = 1; days < clockSlots; days++) {
    sum += Math.max(0, payoutOn(clock, store, market, clock.engineDay + days));
  }
  return sum;
}

/** The fee for selling an amount, half up. */
export function factoringFee({ world }: Pick<DecisionContext, "world">, minor: number): number {
  return Math.floor((minor * world.parameters["factoring.feeBp"] + 5000) / 10_000);
}

/** Sells money of a market: what is paid out last is sold first, to wait for nothing longest. */
export function factor(
  context: DecisionContext,
  store: number,
  market: number,
  minor: number,
): void {
  const { state, world, book, engineDay } = context;
  const { factorings } = state.tables;
  let rest = minor;
  for (let days = clockSlots - 1; days >= 1 && rest > 0; days--) {
    const dueOn = engineDay + days;
    const taken = Math.min(rest, Math.max(0, payoutOn(context, store, market, dueOn)));
    if (taken === 0) continue;
    const row = addRow(factorings);
    factorings.columns.store[row] = store;
    factorings.columns.market[row] = market;
    factorings.columns.dueOn[row] = dueOn;
    factorings.columns.amountMinor[row] = taken;
    rest -= taken;
  }
  const currency = world.currencyOfMarket[market]!;
  const fee = factoringFee(context, minor);
  postFactoring(book, store, market, currency, minor, fee);
  if (currency !== world.base) convertPaid(context, store, currency, minor - fee);
}

/** Takes what was sold off today's payouts and forgets it. */
export function takeSold({ state, engineDay }: DecisionContext): void {
  const { factorings } = state.tables;
  const { columns } = factorings;
  let kept = 0;
  for (let row = 0; row < factorings.rows; row++) {
    const dueOn = columns.dueOn[row]!;
    if (dueOn > engineDay) {
      for (const column of Object.values(columns)) column[kept] = column[row]!;
      kept++;
      continue;
    }
    const slot = payoutSlot({ state }, dueOn, columns.store[row]!, columns.market[row]!);
    state.payoutDue[slot]! -= columns.amountMinor[row]!;
  }
  factorings.rows = kept;
}
