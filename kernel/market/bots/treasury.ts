/**
 * What careful people do about money: they borrow before a growing store runs short, for goods and
 * parcels are paid weeks before buyers' money comes, and they keep no emergency loan beside cash.
 */
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { lineLeft, neverDue } from "../finance/loans.ts";
import { spendable } from "../goods/spendable.ts";

/** Free cash that is kept, and the least that is borrowed: shares of the opening capital. */
const keptShare = 0.25;
const borrowedShare = 0.5;
/** A loan in many parts, so that each takes little at a time. */
const periods = 12;

/** A loan where free cash is short, and what of emergency loans can be paid back. */
export function moneyDecisions(context: DecisionContext, store: number): readonly StoreDecision[] {
  if (!context.world.source.scenario.modules.loans) return [];
  const borrowed = loanFor(context, store);
  const cash = balanceOf(context.state, store, account.cash, context.world.base);
  const loan: readonly StoreDecision[] =
    borrowed === 0 ? [] : [{ kind: "take-loan", term: "long", amountMinor: borrowed, periods }];
  return [...loan, ...repayments(context, store, Math.floor((cash + borrowed) / 2))];
}

/** What to borrow, as far as the bank lends; 0 for nothing. */
function loanFor(context: DecisionContext, store: number): number {
  const capital = context.world.source.scenario.openingCashMinor;
  const cash = balanceOf(context.state, store, account.cash, context.world.base);
  const short = Math.floor(keptShare * capital) - Math.min(cash, spendable(context, store));
  if (short <= 0) return 0;
  const wanted = Math.max(short, Math.floor(borrowedShare * capital));
  return Math.min(wanted, lineLeft(context, store, "long"));
}

/** Pays emergency loans back, with no more than is to be spent on it. */
function repayments(
  { state }: DecisionContext,
  store: number,
  most: number,
): readonly StoreDecision[] {
  const { columns, rows } = state.tables.loans;
  const decisions: StoreDecision[] = [];
  let left = most;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store || columns.dueOn[row] !== neverDue) continue;
    const amountMinor = Math.min(columns.openMinor[row]!, left);
    if (amountMinor <= 0) break;
    left -= amountMinor;
    decisions.push({ kind: "repay-loan", loan: columns.number[row]!, amountMinor });
  }
  return decisions;
}
