/** Documents of what comes after the sale, beside refunds: freight, replacements, fees, pay. */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { begin, end, move, type Book } from "./book.ts";
import { postExpense } from "./bookkeeping.ts";

const bank = partyOf("bank");
const staff = partyOf("staff");

/** Freight of returned units, or their disposal: shipping / cash. */
export function postReturnFreight(
  book: Book,
  store: number,
  offer: number,
  market: number,
  carrier: number,
  minor: number,
): void {
  postExpense(book, documentKind.returnIn, account.shipping, store, offer, market, carrier, minor);
}

/**
 * Units sent once more for nothing: write-off / inventory at cost, shipping / cash. The money of
 * the sale stays with the store.
 */
export function postReplacement(
  book: Book,
  store: number,
  offer: number,
  market: number,
  carrier: number,
  costMinor: number,
  shippingMinor: number,
): void {
  begin(book, documentKind.writeOff, store, offer, market);
  move(book, store, account.writeOff, account.inventory, book.base, costMinor);
  move(book, store, account.shipping, account.cash, book.base, shippingMinor);
  move(book, carrier, account.cash, account.turnover, book.base, shippingMinor);
  end(book);
}

/** What the bank takes for chargebacks beside the money itself: penalties / cash. */
export function postChargebackFee(
  book: Book,
  store: number,
  offer: number,
  market: number,
  minor: number,
): void {
  postExpense(book, documentKind.chargeback, account.penalties, store, offer, market, bank, minor);
}

/** A day's pay of the people in service: wages / cash. */
export function postWages(book: Book, store: number, minor: number): void {
  postExpense(book, documentKind.wages, account.wages, store, 0, -1, staff, minor);
}
