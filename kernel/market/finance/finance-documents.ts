/**
 * The documents of a store's dealings with banks and the journals each of them writes (market.md
 * 8.3). Amounts are minor units; a loan is in the books' currency.
 */
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import { begin, end, line, move, type Book } from "../books/book.ts";
import { postExpense } from "../books/bookkeeping.ts";

const bank = partyOf("bank");
const platform = partyOf("platform");

/** Money of one currency for money of another, between a store and the bank. */
export type Exchange = {
  readonly from: number;
  readonly to: number;
  readonly fromMinor: number;
  readonly toMinor: number;
};

/** The store gives, the bank gives: each side's exchange account balances both currencies. */
export function postExchange(book: Book, store: number, deal: Exchange): void {
  begin(book, documentKind.conversion, store);
  writeExchange(book, store, deal);
  end(book);
}

/** A forward is settled: the exchange that was agreed on, at the rate that was agreed on. */
export function postForward(book: Book, store: number, number: number, deal: Exchange): void {
  begin(book, documentKind.forward, store, number);
  writeExchange(book, store, deal);
  end(book);
}

function writeExchange(book: Book, store: number, deal: Exchange): void {
  const { from, to, fromMinor, toMinor } = deal;
  move(book, store, account.exchange, account.cash, from, fromMinor);
  move(book, store, account.cash, account.exchange, to, toMinor);
  move(book, bank, account.cash, account.exchange, from, fromMinor);
  move(book, bank, account.exchange, account.cash, to, toMinor);
}

/**
 * What a month did to the value of foreign money: from the exchange account, whose foreign side is
 * carried at the rates of its days, to the gain or loss that is shown for itself.
 *
 * @param currency   which was revalued, by number: the document's subject
 * @param gainMinor  books' currency; negative is a loss
 */
export function postRevaluation(
  book: Book,
  store: number,
  currency: number,
  gainMinor: number,
): void {
  begin(book, documentKind.revaluation, store, currency);
  move(book, store, account.exchange, account.revaluation, book.base, gainMinor);
  end(book);
}

/** Money borrowed: cash / loans. */
export function postLoan(book: Book, store: number, loan: number, minor: number): void {
  begin(book, documentKind.loan, store, loan);
  move(book, store, account.cash, account.loans, book.base, minor);
  move(book, bank, account.lending, account.cash, book.base, minor);
  end(book);
}

/** Money paid back: loans / cash. */
export function postLoanRepayment(book: Book, store: number, loan: number, minor: number): void {
  begin(book, documentKind.loanRepayment, store, loan);
  move(book, store, account.loans, account.cash, book.base, minor);
  move(book, bank, account.cash, account.lending, book.base, minor);
  end(book);
}

/** Interest on a loan: interest / cash. */
export function postLoanInterest(book: Book, store: number, loan: number, minor: number): void {
  postExpense(book, documentKind.interest, account.interest, store, loan, -1, bank, minor);
}

/** Money the platform holds, paid early for a fee: cash and interest / held. */
export function postFactoring(
  book: Book,
  store: number,
  market: number,
  currency: number,
  minor: number,
  feeMinor: number,
): void {
  begin(book, documentKind.factoring, store, 0, market);
  line(book, store, account.cash, currency, minor - feeMinor);
  line(book, store, account.interest, currency, feeMinor);
  line(book, store, account.held, currency, -minor);
  line(book, platform, account.owedToStores, currency, minor);
  line(book, platform, account.cash, currency, feeMinor - minor);
  line(book, platform, account.turnover, currency, -feeMinor);
  end(book);
}
