/** Documents of a store's dealings with suppliers, beside buying: fees, samples, inspections. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { begin, end, line, type Book } from "./book.ts";
import { postExpense } from "./bookkeeping.ts";

const agency = partyOf("agency");

/**
 * A purchase called off: cash and penalties / deposits. The supplier keeps a fee of what was paid,
 * or asks for the rest of it.
 */
export function postCancellation(
  book: Book,
  store: number,
  offer: number,
  supplier: number,
  paidMinor: number,
  feeMinor: number,
): void {
  const back = paidMinor - feeMinor;
  begin(book, documentKind.purchaseCancellation, store, offer);
  line(book, store, account.deposits, book.base, -paidMinor);
  line(book, store, account.cash, book.base, back);
  line(book, store, account.penalties, book.base, feeMinor);
  line(book, supplier, account.advances, book.base, paidMinor);
  line(book, supplier, account.cash, book.base, -back);
  line(book, supplier, account.turnover, book.base, -feeMinor);
  end(book);
}

/** Units to be tried: research / cash. */
export function postSample(
  book: Book,
  store: number,
  offer: number,
  supplier: number,
  minor: number,
): void {
  postExpense(book, documentKind.sample, account.research, store, offer, -1, supplier, minor);
}

/** Units that are looked at one by one: research / cash. */
export function postInspection(book: Book, store: number, offer: number, minor: number): void {
  postExpense(book, documentKind.inspection, account.research, store, offer, -1, agency, minor);
}
