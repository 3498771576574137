/** Documents of what a store does behind the platform's back, and of what follows when found. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { begin, end, move, type Book } from "./book.ts";
import { postExpense } from "./bookkeeping.ts";

const agency = partyOf("agency");
const platform = partyOf("platform");

/**
 * An offer of the inbox accepted. A price is an expense of content: content / cash. Money for
 * buyers' data is no sale of goods, so it lowers the same account: cash / content.
 *
 * @param minor  books' currency; negative is paid, positive received
 */
export function postSideDeal(
  book: Book,
  store: number,
  offer: number,
  market: number,
  minor: number,
): void {
  begin(book, documentKind.sideDeal, store, offer, market);
  move(book, store, account.cash, account.content, book.base, minor);
  move(book, agency, account.turnover, account.cash, book.base, minor);
  end(book);
}

/** A fine of the platform: penalties / cash. */
export function postFine(book: Book, store: number, offer: number, minor: number): void {
  const { platformPenalty } = documentKind;
  postExpense(book, platformPenalty, account.penalties, store, offer, -1, platform, minor);
}

/** What buyers get back, or the owner of borrowed pictures gets, of a fine: penalties / cash. */
export function postCompensation(
  book: Book,
  store: number,
  offer: number,
  market: number,
  to: "buyers" | "agency",
  minor: number,
): void {
  const payee = to === "buyers" ? partyOf("buyers", market) : agency;
  const { platformPenalty } = documentKind;
  postExpense(book, platformPenalty, account.penalties, store, offer, market, payee, minor);
}
