/**
 * The day's book: where every movement of money and of goods at cost is written down, as documents
 * that balance in each currency in the books of everyone they touch (kernel/ledger). Lines in a
 * store's own books move its balance in the state at once.
 */
import { account, storeAccounts } from "../../ledger/account.ts";
import type { DocumentKindId } from "../../ledger/document-kind.ts";
import { partyOf } from "../../ledger/party.ts";
import {
  beginDocument,
  endDocument,
  newPostingTable,
  post,
  type PostingTable,
} from "../../ledger/posting-table.ts";
import { convertMinor } from "../../money/convert.ts";
import type { State } from "../state/state.ts";

export type Book = {
  readonly state: State;
  /** Codes of the season's currencies; postings name them by index. */
  readonly currencies: readonly string[];
  /** Index of the books' currency. */
  readonly base: number;
  /** Books' currency for one unit of each currency today, 1e-8. */
  readonly rateE8: Float64Array;
  readonly table: PostingTable;
  readonly day: number;
};

const storesEnd = partyOf("platform");
const bank = partyOf("bank");

/**
 * Opens the day's book.
 *
 * @param day      engine day, written into every line
 * @param recycle  the table of an earlier day, whose rows are forgotten and whose memory is used
 */
export function openBook(
  state: State,
  currencies: readonly string[],
  base: number,
  rateE8: Float64Array,
  day: number,
  recycle?: PostingTable,
): Book {
  const next = state.documentCount[0]! + 1;
  const table = recycle ?? newPostingTable(currencies as PostingTable["currencies"], next);
  table.rows = 0;
  table.nextDocument = next;
  return { state, currencies, base, rateE8, table, day };
}

/** Begins a document on account of a store. */
export function begin(
  book: Book,
  kind: DocumentKindId,
  store: number,
  subject = 0,
  market = -1,
): void {
  beginDocument(book.table, kind, book.day, store, subject, market);
}

/** Writes a line; a store's balance moves with it. */
export function line(
  book: Book,
  party: number,
  accountId: number,
  currency: number,
  amountMinor: number,
): void {
  post(book.table, party, accountId, currency, amountMinor);
  if (party < storesEnd) {
    const width = book.currencies.length;
    book.state.balance[(party * storeAccounts + accountId) * width + currency]! += amountMinor;
  }
}

/** Debits one account and credits another in one party's books. */
export function move(
  book: Book,
  party: number,
  debit: number,
  credit: number,
  currency: number,
  amountMinor: number,
): void {
  line(book, party, debit, currency, amountMinor);
  line(book, party, credit, currency, -amountMinor);
}

/** Ends the document; throws when it does not balance. */
export function end(book: Book): void {
  endDocument(book.table);
  book.state.documentCount[0] = book.table.nextDocument - 1;
}

/** An amount in another currency at the day's rate, half up. */
export function exchanged(book: Book, minor: number, from: number, to: number): number {
  if (from === to || minor === 0) return minor;
  const codes = book.currencies as PostingTable["currencies"];
  return convertMinor(minor, codes[from]!, codes[to]!, book.rateE8[from]!, book.rateE8[to]!);
}

/** A balance of a store, debit positive. */
export function balanceOf(
  state: State,
  store: number,
  accountId: number,
  currency: number,
): number {
  const width = state.sizes.currencies;
  return state.balance[(store * storeAccounts + accountId) * width + currency]!;
}

/**
 * Writes the bank's side of a conversion: it takes `baseMinor` of the books' currency and gives
 * `otherMinor` of another one, or the reverse when both are negative.
 */
export function bankGives(book: Book, baseMinor: number, other: number, otherMinor: number): void {
  move(book, bank, account.cash, account.exchange, book.base, baseMinor);
  move(book, bank, account.exchange, account.cash, other, otherMinor);
}

/** Sums of a day's documents: of all lines and of all parties' cash, by currency. Each is 0. */
export function worldSums(book: Book): { readonly all: number[]; readonly cash: number[] } {
  const all = book.currencies.map(() => 0);
  const cash = book.currencies.map(() => 0);
  const { columns, rows } = book.table;
  for (let row = 0; row < rows; row++) {
    const currency = columns.currency[row]!;
    all[currency]! += columns.amountMinor[row]!;
    if (columns.account[row] === account.cash) cash[currency]! += columns.amountMinor[row]!;
  }
  return { all, cash };
}

/** Sums of all stores' balances, by currency: each is 0, for every journal balanced. */
export function balanceSums(state: State): number[] {
  const width = state.sizes.currencies;
  const sums = Array.from({ length: width }, () => 0);
  const { balance } = state;
  for (let at = 0; at < balance.length; at += width) {
    for (let currency = 0; currency < width; currency++) sums[currency]! += balance[at + currency]!;
  }
  return sums;
}
