/** Carries out what `check-company.ts` accepts. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { postExpense } from "../books/bookkeeping.ts";
import { train, trainingFee } from "../company/crews.ts";
import { setOffice } from "../company/office.ts";
import { takeShift } from "../company/shifts.ts";
import type { CompanyDecision } from "./company-decision.ts";
import type { DecisionContext } from "./decision-context.ts";

const agency = partyOf("agency");

export function performCompany(
  context: DecisionContext,
  store: number,
  decision: CompanyDecision,
): void {
  switch (decision.kind) {
    case "set-office":
      return setOffice(context, store, decision.city, decision.isLuxury);
    case "cover-shift":
      return takeShift(context.shifts, store, decision.role, decision.level);
    case "train-staff": {
      const fee = trainingFee(context, decision.heads);
      postExpense(context.book, documentKind.training, account.wages, store, 0, -1, agency, fee);
      return train(context, store, decision.role, decision.heads);
    }
  }
}
