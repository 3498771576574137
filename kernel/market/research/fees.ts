/** What research costs, in the books' currency, and the document that pays for it. */
import { ofDollars } from "../books/dollars.ts";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { type Book } from "../books/book.ts";
import { postExpense } from "../books/bookkeeping.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { ResearchReport } from "./research-reports.ts";

const agency = partyOf("agency");

type Fees = Pick<DecisionContext, "world" | "book">;

/** Price of one report. */
export function reportFee(fees: Fees, report: ResearchReport): number {
  const p = fees.world.parameters;
  return ofDollars(
    fees,
    report === "keywords" ? p["research.keywordsUsd"] : p["research.demandUsd"],
  );
}

/** What a panel of so many people costs. */
export function panelFee(fees: Fees, sample: number): number {
  return ofDollars(fees, fees.world.parameters["research.answerUsd"] * sample);
}

/** What watching so many rivals costs a day. */
export function watchFee(fees: Fees, rivals: number): number {
  return ofDollars(fees, fees.world.parameters["research.watchUsd"] * rivals);
}

/** What an experiment of so many days costs, paid when it starts. */
export function experimentFee(fees: Fees, days: number): number {
  return ofDollars(fees, fees.world.parameters["research.experimentUsd"] * days);
}

/**
 * Research that was bought: research / cash.
 *
 * @param number  of the log entry that bought it; 0 for what is paid by the day
 */
export function postResearch(
  book: Book,
  store: number,
  number: number,
  market: number,
  minor: number,
): void {
  if (minor === 0) return;
  const { research } = documentKind;
  postExpense(book, research, account.research, store, number, market, agency, minor);
}
