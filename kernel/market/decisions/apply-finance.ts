/** Carries out what `check-finance.ts` accepts. */
import { factor } from "../finance/factoring.ts";
import { convertCash } from "../finance/foreign-money.ts";
import { agreeForward } from "../finance/forwards.ts";
import { lend, loanRow, payBack } from "../finance/loans.ts";
import { payDividend, raiseEquity } from "../finance/owners.ts";
import { marketNumber } from "../world/lookups.ts";
import type { FinanceDecision } from "./decision.ts";
import type { DecisionContext } from "./decision-context.ts";

/** @param number  of the log entry within its store: loans and forwards are known by it */
export function performFinance(
  context: DecisionContext,
  store: number,
  number: number,
  decision: FinanceDecision,
): void {
  const codes: readonly string[] = context.world.currencies;
  switch (decision.kind) {
    case "convert-currency": {
      const [from, to] = [codes.indexOf(decision.from), codes.indexOf(decision.to)];
      return convertCash(context, store, from, to, decision.amountMinor);
    }
    case "set-payout-conversion":
      context.state.convertsAtOnce[store] = decision.isAtOnce ? 1 : 0;
      return;
    case "hedge-currency": {
      const { amountMinor, days } = decision;
      const [from, to] = [codes.indexOf(decision.from), codes.indexOf(decision.to)];
      return agreeForward(context, store, number, from, to, amountMinor, days);
    }
    case "take-loan": {
      const { term, amountMinor, periods } = decision;
      return lend(context, store, number, term, amountMinor, periods);
    }
    case "repay-loan":
      return payBack(context, loanRow(context, store, decision.loan), decision.amountMinor);
    case "raise-equity":
      return raiseEquity(context, store, decision.amountMinor);
    case "pay-dividend":
      return payDividend(context, store, decision.amountMinor);
    case "factor-receivable": {
      const market = marketNumber(context.world, decision.market);
      return factor(context, store, market, decision.amountMinor);
    }
  }
}
