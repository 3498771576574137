/** Carries out what `check-company.ts` accepts. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { exchanged } from "../books/book.ts";
import { postExpense } from "../books/bookkeeping.ts";
import { train } from "../company/crews.ts";
import { setOffice } from "../company/office.ts";
import { currencyNumber } from "../world/lookups.ts";
import type { CompanyDecision } from "./company-decision.ts";
import type { DecisionContext } from "./decision-context.ts";

const agency = partyOf("agency");

export function performCompany(
  context: DecisionContext,
  store: number,
  decision: CompanyDecision,
): void {
  if (decision.kind === "set-office") {
    return setOffice(context, store, decision.city, decision.isLuxury);
  }
  const { world, book } = context;
  const cents = Math.floor(100 * decision.heads * world.parameters["training.feeUsd"] + 0.5);
  const fee = exchanged(book, cents, currencyNumber(world, "USD"), world.base);
  postExpense(book, documentKind.training, account.wages, store, 0, -1, agency, fee);
  train(context, store, decision.role, decision.heads);
}
