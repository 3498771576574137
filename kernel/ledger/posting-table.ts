/**
 * Postings in columns: the book that a market day writes, more than 100,000 lines of it.
 *
 * It only grows. A document is begun, posted to and ended; ending checks that each currency
 * balances in every party's books, and throws otherwise, because an unbalanced document is a bug.
 * Writing allocates nothing but the doubling of the columns.
 */

import type { CurrencyCode } from "../money/currency.ts";
import type { AccountId } from "./account.ts";
import type { DocumentKindId } from "./document-kind.ts";
import type { PartyId } from "./party.ts";

/** Columns of the table, one entry a line. Entries from `rows` on are not yet written. */
export interface PostingColumns {
  /** Number of the document within the season. */
  document: Int32Array;
  kind: Int32Array;
  day: Int32Array;
  /** The store on whose account the document exists. */
  store: Int32Array;
  /** Whose books the line stands in. */
  party: Int32Array;
  account: Int32Array;
  /** Index into the table's currencies. */
  currency: Int32Array;
  /** Signed, debit positive; a safe integer. */
  amountMinor: Float64Array;
  /** What the document is about: offer number, campaign, …; 0 when nothing. */
  subject: Int32Array;
  /** Market of the document, -1 when none. */
  market: Int32Array;
  /** Place of the line within its document, from 0. */
  line: Int32Array;
}

export interface PostingTable {
  readonly currencies: readonly CurrencyCode[];
  columns: PostingColumns;
  /** Lines of ended documents. */
  rows: number;
  /** Number the next document gets. */
  nextDocument: number;
  readonly draft: Draft;
}

/** The document being written: its header, and the balance of each (party, currency) it touches. */
interface Draft {
  isOpen: boolean;
  kind: number;
  day: number;
  store: number;
  subject: number;
  market: number;
  lines: number;
  pairs: number;
  readonly party: Int32Array;
  readonly currency: Int32Array;
  readonly sum: Float64Array;
}

/** A document touches at most so many (party, currency) pairs. */
export const pairsMax = 64;

/**
 * An empty table.
 *
 * @param currencies    of the season; postings name them by index
 * @param nextDocument  number of the first document, so that days continue one numbering
 */
export function newPostingTable(
  currencies: readonly CurrencyCode[],
  nextDocument = 1,
  capacity = 1024,
): PostingTable {
  return {
    currencies,
    columns: newColumns(Math.max(1, capacity)),
    rows: 0,
    nextDocument,
    draft: {
      isOpen: false,
      kind: 0,
      day: 0,
      store: 0,
      subject: 0,
      market: -1,
      lines: 0,
      pairs: 0,
      party: new Int32Array(pairsMax),
      currency: new Int32Array(pairsMax),
      sum: new Float64Array(pairsMax),
    },
  };
}

/** Opens a document and returns its number. Throws when one is open already. */
export function beginDocument(
  table: PostingTable,
  kind: DocumentKindId,
  day: number,
  store: number,
  subject = 0,
  market = -1,
): number {
  const { draft } = table;
  if (draft.isOpen) throw new Error(`document ${table.nextDocument} was not ended`);
  draft.isOpen = true;
  draft.kind = kind;
  draft.day = day;
  draft.store = store;
  draft.subject = subject;
  draft.market = market;
  draft.lines = 0;
  draft.pairs = 0;
  return table.nextDocument;
}

/**
 * Writes a line of the open document. A line of 0 says nothing and is left out.
 *
 * @param currency     index into the table's currencies
 * @param amountMinor  debit positive, credit negative
 * @throws RangeError unless the amount and the running sums are safe integers
 */
export function post(
  table: PostingTable,
  party: PartyId,
  account: AccountId,
  currency: number,
  amountMinor: number,
): void {
  const { draft } = table;
  if (!draft.isOpen) throw new Error("a posting needs a document");
  if (amountMinor === 0) return;
  const pair = pairOf(draft, party, currency);
  const sum = draft.sum[pair]! + amountMinor;
  if (!(Number.isSafeInteger(amountMinor) && Number.isSafeInteger(sum))) {
    throw new RangeError(`${amountMinor} is not a safe count of minor units`);
  }
  draft.sum[pair] = sum;
  const row = table.rows + draft.lines;
  if (row === table.columns.document.length) table.columns = doubled(table.columns);
  const to = table.columns;
  to.document[row] = table.nextDocument;
  to.kind[row] = draft.kind;
  to.day[row] = draft.day;
  to.store[row] = draft.store;
  to.party[row] = party;
  to.account[row] = account;
  to.currency[row] = currency;
  to.amountMinor[row] = amountMinor;
  to.subject[row] = draft.subject;
  to.market[row] = draft.market;
  to.line[row] = draft.lines;
  draft.lines++;
}

/** Moves an amount within one party's books: debit one account, credit another. */
export function transfer(
  table: PostingTable,
  party: PartyId,
  debit: AccountId,
  credit: AccountId,
  currency: number,
  amountMinor: number,
): void {
  post(table, party, debit, currency, amountMinor);
  post(table, party, credit, currency, -amountMinor);
}

/**
 * Ends the document. One without lines leaves no trace and its number is used again.
 *
 * @throws Error when some party's books do not balance in some currency: the caller has a bug, and
 *   the document is dropped
 */
export function endDocument(table: PostingTable): void {
  const { draft } = table;
  if (!draft.isOpen) throw new Error("there is no document to end");
  draft.isOpen = false;
  for (let pair = 0; pair < draft.pairs; pair++) {
    if (draft.sum[pair] !== 0) throw unbalanced(table, pair);
  }
  if (draft.lines === 0) return;
  table.rows += draft.lines;
  table.nextDocument++;
}

/** Drops the open document, if any, and its lines. */
export function abandonDocument(table: PostingTable): void {
  table.draft.isOpen = false;
}

function pairOf(draft: Draft, party: number, currency: number): number {
  const { pairs } = draft;
  for (let pair = 0; pair < pairs; pair++) {
    if (draft.party[pair] === party && draft.currency[pair] === currency) return pair;
  }
  if (pairs === pairsMax) throw new RangeError(`a document touches at most ${pairsMax} books`);
  draft.party[pairs] = party;
  draft.currency[pairs] = currency;
  draft.sum[pairs] = 0;
  draft.pairs = pairs + 1;
  return pairs;
}

function unbalanced(table: PostingTable, pair: number): Error {
  const { draft } = table;
  const currency = table.currencies[draft.currency[pair]!] ?? `currency ${draft.currency[pair]}`;
  return new Error(
    `document ${table.nextDocument} of kind ${draft.kind} leaves ${draft.sum[pair]} ${currency} ` +
      `open in the books of party ${draft.party[pair]}`,
  );
}

function newColumns(length: number): PostingColumns {
  return {
    document: new Int32Array(length),
    kind: new Int32Array(length),
    day: new Int32Array(length),
    store: new Int32Array(length),
    party: new Int32Array(length),
    account: new Int32Array(length),
    currency: new Int32Array(length),
    amountMinor: new Float64Array(length),
    subject: new Int32Array(length),
    market: new Int32Array(length),
    line: new Int32Array(length),
  };
}

function doubled(from: PostingColumns): PostingColumns {
  const to = newColumns(2 * from.document.length);
  to.document.set(from.document);
  to.kind.set(from.kind);
  to.day.set(from.day);
  to.store.set(from.store);
  to.party.set(from.party);
  to.account.set(from.account);
  to.currency.set(from.currency);
  to.amountMinor.set(from.amountMinor);
  to.subject.set(from.subject);
  to.market.set(from.market);
  to.line.set(from.line);
  return to;
}
