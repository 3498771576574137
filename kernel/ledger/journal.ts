/** Journals as objects, for documents written one at a time and for reading one back. */

import type { CurrencyCode } from "../money/currency.ts";
import type { AccountId } from "./account.ts";
import type { DocumentKindId } from "./document-kind.ts";
import type { PartyId } from "./party.ts";
import { abandonDocument, beginDocument, endDocument, post } from "./posting-table.ts";
import type { PostingTable } from "./posting-table.ts";

/** One line: an amount in one account of one party's books. */
export interface JournalLine {
  readonly party: PartyId;
  readonly account: AccountId;
  readonly currency: CurrencyCode;
  /** Signed, debit positive. */
  readonly amountMinor: bigint;
}

/** One document with its lines in every party's books. */
export interface Journal {
  readonly kind: DocumentKindId;
  readonly number: number;
  readonly day: number;
  readonly store: number;
  readonly lines: readonly JournalLine[];
}

/** Throws unless each currency balances in each party's books: an unbalanced journal is a bug. */
export function assertBalanced(journal: Journal): void {
  const open = new Map<string, bigint>();
  for (const { party, currency, amountMinor } of journal.lines) {
    const books = `${currency} in the books of party ${party}`;
    open.set(books, (open.get(books) ?? 0n) + amountMinor);
  }
  for (const [books, rest] of open) {
    if (rest !== 0n) throw new Error(`document ${journal.number} leaves ${rest} ${books}`);
  }
}

/**
 * Appends a journal to a table under the table's next number, which is returned.
 *
 * @throws Error when it does not balance, RangeError for a currency the table does not keep or an
 *   amount beyond a safe integer; the table is then as before
 */
export function appendJournal(table: PostingTable, journal: Omit<Journal, "number">): number {
  const number = beginDocument(table, journal.kind, journal.day, journal.store);
  try {
    for (const { party, account, currency, amountMinor } of journal.lines) {
      const index = table.currencies.indexOf(currency);
      if (index < 0) throw new RangeError(`the books keep no ${currency}`);
      post(table, party, account, index, Number(amountMinor));
    }
    endDocument(table);
  } finally {
    abandonDocument(table);
  }
  return number;
}

/** The journal whose first line stands in a row; undefined past the end. */
export function journalAt(table: PostingTable, firstRow: number): Journal | undefined {
  if (firstRow >= table.rows) return undefined;
  const { columns, currencies } = table;
  const number = columns.document[firstRow]!;
  const lines: JournalLine[] = [];
  for (let row = firstRow; row < table.rows && columns.document[row] === number; row++) {
    lines.push({
      party: columns.party[row]!,
      account: columns.account[row]!,
      currency: currencies[columns.currency[row]!]!,
      amountMinor: BigInt(columns.amountMinor[row]!),
    });
  }
  return {
    kind: columns.kind[firstRow]!,
    number,
    day: columns.day[firstRow]!,
    store: columns.store[firstRow]!,
    lines,
  };
}

/** All journals of a table, in order of number. */
export function* journals(table: PostingTable): Generator<Journal> {
  let row = 0;
  for (
    let journal = journalAt(table, row);
    journal !== undefined;
    journal = journalAt(table, row)
  ) {
    yield journal;
    row += journal.lines.length;
  }
}
