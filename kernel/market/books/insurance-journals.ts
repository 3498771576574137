/** Documents of insured parcels: the premium when they are handed over, and what comes back. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { begin, end, move, type Book } from "./book.ts";
import { postExpense } from "./bookkeeping.ts";

/** Premiums of a listing's parcels: shipping / cash. */
export function postPremium(
  book: Book,
  store: number,
  offer: number,
  market: number,
  carrier: number,
  minor: number,
): void {
  postExpense(book, documentKind.insurance, account.shipping, store, offer, market, carrier, minor);
}

/** The carrier pays for what it lost: cash / write-off, where the goods were written off. */
export function postCompensation(
  book: Book,
  store: number,
  offer: number,
  market: number,
  carrier: number,
  minor: number,
): void {
  begin(book, documentKind.claim, store, offer, market);
  move(book, store, account.cash, account.writeOff, book.base, minor);
  move(book, carrier, account.turnover, account.cash, book.base, minor);
  end(book);
}
