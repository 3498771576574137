/** Carries out what `check-after-sales.ts` accepts; cases are settled when the day ends. */
import { disputeAnswers, returnAnswers } from "../after-sales/case-kinds.ts";
import { giveNotice, hire } from "../company/crews.ts";
import { rowsOfCase } from "../after-sales/case-table.ts";
import { performTerms } from "./apply-terms.ts";
import type { TermsDecision } from "./check-terms.ts";
import type { AfterSalesDecision } from "./decision.ts";
import type { DecisionContext } from "./decision-context.ts";

export function performAfterSales(
  context: DecisionContext,
  store: number,
  decision: AfterSalesDecision | TermsDecision,
): void {
  const { state } = context;
  const { answer } = state.tables.cases.columns;
  switch (decision.kind) {
    case "resolve-dispute":
      for (const at of rowsOfCase(state, store, "dispute", decision.case)) {
        answer[at] = disputeAnswers.indexOf(decision.answer);
      }
      return;
    case "dispose-return":
      for (const at of rowsOfCase(state, store, "return", decision.case)) {
        answer[at] = returnAnswers.indexOf(decision.disposition);
      }
      return;
    case "set-answer-policy":
      state.disputePolicy[store] = disputeAnswers.indexOf(decision.disputes);
      state.returnPolicy[store] = returnAnswers.indexOf(decision.returns);
      state.handAnswers[store] = decision.handAnswers;
      return;
    case "set-after-sales":
    case "insure-parcels":
      return performTerms(context, store, decision);
    case "hire-staff":
      return hire(context, store, decision.role, decision.heads, decision.level ?? 1);
    case "release-staff":
      return giveNotice(context, store, decision.role, decision.heads);
  }
}
