import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { account, storeAccounts } from "./account.ts";
import {
  addPostings,
  balanceIndex,
  cashInWorld,
  newBalances,
  storeBalances,
  sumsByCurrency,
  trialBalance,
} from "./balance.ts";
import { documentKind } from "./document-kind.ts";
import { appendJournal, assertBalanced, journals } from "./journal.ts";
import type { Journal, JournalLine } from "./journal.ts";
import { partyOf } from "./party.ts";
import { beginDocument, endDocument, newPostingTable, post, transfer } from "./posting-table.ts";

const currencies = ["USD", "CNY", "JPY"] as const;
const platform = partyOf("platform");
const bank = partyOf("bank");
const stores = 4;

const line = fc.record({
  party: fc.constantFrom(0, 1, 2, 3, platform, bank),
  debit: fc.nat(storeAccounts - 1),
  credit: fc.nat(storeAccounts - 1),
  currency: fc.constantFrom(...currencies),
  size: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }),
});

/** Balanced journals: every amount is debited and credited in the same books. */
const journal: fc.Arbitrary<Omit<Journal, "number">> = fc
  .record({
    kind: fc.constantFrom(...Object.values(documentKind)),
    day: fc.nat(400),
    store: fc.nat(stores - 1),
    moves: fc.array(line, { minLength: 1, maxLength: 8 }),
  })
  .map(({ moves, ...header }) => ({
    ...header,
    lines: moves.flatMap(({ party, debit, credit, currency, size }): JournalLine[] => [
      { party, account: debit, currency, amountMinor: size },
      { party, account: credit, currency, amountMinor: -size },
    ]),
  }));

test("after any documents every currency adds up to zero, in all books and each store's", () => {
  fc.assert(
    fc.property(fc.array(journal, { maxLength: 30 }), (documents) => {
      const table = newPostingTable(currencies, 1, 2);
      for (const document of documents) appendJournal(table, document);
      assert.deepEqual(sumsByCurrency(table), [0n, 0n, 0n]);
      const balances = newBalances(stores, currencies);
      addPostings(balances, table);
      for (let store = 0; store < stores; store++) {
        for (const currency of currencies) {
          const lines = trialBalance(balances, store).filter((row) => row.currency === currency);
          const sum = (side: "debitMinor" | "creditMinor") =>
            lines.reduce((total, row) => total + row[side], 0n);
          assert.equal(sum("debitMinor"), sum("creditMinor"));
        }
      }
    }),
  );
});

test("what was written is read back, line by line, in order of number", () => {
  fc.assert(
    fc.property(fc.array(journal, { maxLength: 10 }), (documents) => {
      const table = newPostingTable(currencies, 41, 1);
      for (const document of documents) appendJournal(table, document);
      const written = documents
        .map((document) => ({
          ...document,
          lines: document.lines.filter(({ amountMinor }) => amountMinor !== 0n),
        }))
        .filter(({ lines }) => lines.length > 0);
      const read = [...journals(table)];
      assert.deepEqual(
        read,
        written.map((document, i) => ({ ...document, number: 41 + i })),
      );
      read.forEach(assertBalanced);
      assert.equal(table.nextDocument, 41 + written.length);
    }),
  );
});

test("balances kept day by day equal those of the whole book", () => {
  fc.assert(
    fc.property(fc.array(journal, { maxLength: 20 }), (documents) => {
      const table = newPostingTable(currencies);
      const running = newBalances(stores, currencies);
      for (const document of documents) {
        const before = table.rows;
        appendJournal(table, document);
        addPostings(running, table, before);
      }
      const whole = newBalances(stores, currencies);
      addPostings(whole, table);
      assert.deepEqual(running, whole);
    }),
  );
});

test("an unbalanced document is a bug: it throws, names the books and leaves no line", () => {
  const table = newPostingTable(currencies);
  beginDocument(table, documentKind.payout, 3, 1);
  post(table, 1, account.cash, 0, 500);
  post(table, 1, account.held, 0, -499);
  assert.throws(() => endDocument(table), /1 USD open in the books of party 1/);
  assert.equal(table.rows, 0);
  assert.equal(table.nextDocument, 1);
  beginDocument(table, documentKind.payout, 3, 1);
  transfer(table, 1, account.cash, account.held, 0, 500);
  endDocument(table);
  assert.equal(table.rows, 2);
});

test("a document that balances only across books or across currencies does not balance", () => {
  const table = newPostingTable(currencies);
  beginDocument(table, documentKind.payout, 3, 1);
  post(table, 1, account.cash, 0, 500);
  post(table, platform, account.cash, 0, -500);
  assert.throws(() => endDocument(table), /open in the books/);
  beginDocument(table, documentKind.conversion, 3, 1);
  post(table, 1, account.cash, 0, 500);
  post(table, 1, account.cash, 1, -500);
  assert.throws(() => endDocument(table), /open in the books/);
  const lines = [{ party: 1, account: 0, currency: "USD", amountMinor: 1n }] as const;
  const open = { kind: 1, number: 1, day: 1, store: 1, lines };
  assert.throws(() => assertBalanced(open), /leaves 1 USD/);
});

test("any one line taken out of a document makes it unbalanced", () => {
  fc.assert(
    fc.property(journal, fc.nat(), (document, pick) => {
      const missing = pick % document.lines.length;
      fc.pre(document.lines[missing]!.amountMinor !== 0n);
      const lines = document.lines.filter((_, place) => place !== missing);
      const table = newPostingTable(currencies);
      assert.throws(() => appendJournal(table, { ...document, lines }));
      assert.equal(table.rows, 0);
      assert.doesNotThrow(() => appendJournal(table, document));
    }),
  );
});

test("documents do not overlap, and no line stands without one", () => {
  const table = newPostingTable(currencies);
  assert.throws(() => post(table, 1, account.cash, 0, 5), /needs a document/);
  assert.throws(() => endDocument(table), /no document/);
  beginDocument(table, documentKind.rent, 1, 1);
  assert.throws(() => beginDocument(table, documentKind.rent, 1, 1), /was not ended/);
});

test("only whole, safe minor units are posted", () => {
  const table = newPostingTable(currencies);
  beginDocument(table, documentKind.rent, 1, 1);
  for (const amount of [0.5, NaN, Infinity, 2 ** 53]) {
    assert.throws(() => post(table, 1, account.cash, 0, amount), RangeError);
  }
  post(table, 1, account.cash, 0, Number.MAX_SAFE_INTEGER);
  assert.throws(() => post(table, 1, account.cash, 0, 1), RangeError);
  const other = newPostingTable(currencies);
  const huge = { party: 1, account: 0, currency: "USD", amountMinor: 2n ** 60n } as const;
  const back = { ...huge, amountMinor: -(2n ** 60n) };
  const lines = [huge, back];
  assert.throws(() => appendJournal(other, { kind: 1, day: 1, store: 1, lines }), RangeError);
});

test("a currency the books do not keep is refused, and the table is as before", () => {
  const table = newPostingTable(currencies);
  const lines = [{ party: 1, account: 0, currency: "EUR", amountMinor: 1n }] as const;
  assert.throws(() => appendJournal(table, { kind: 1, day: 1, store: 1, lines }), /keep no EUR/);
  assert.doesNotThrow(() => beginDocument(table, 1, 1, 1));
});

test("a document about nothing leaves no trace", () => {
  const table = newPostingTable(currencies);
  beginDocument(table, documentKind.storage, 7, 2);
  transfer(table, 2, account.storage, account.cash, 0, 0);
  endDocument(table);
  assert.deepEqual([table.rows, table.nextDocument], [0, 1]);
});

test("each line carries its document's kind, day, store, subject and market", () => {
  const table = newPostingTable(currencies, 9);
  assert.equal(beginDocument(table, documentKind.ads, 12, 3, 771, 5), 9);
  transfer(table, 3, account.ads, account.cash, 1, 250);
  transfer(table, platform, account.cash, account.turnover, 1, 250);
  endDocument(table);
  const { columns } = table;
  for (let row = 0; row < 4; row++) {
    assert.deepEqual(
      [
        columns.document[row],
        columns.kind[row],
        columns.day[row],
        columns.store[row],
        columns.subject[row],
        columns.market[row],
        columns.line[row],
        columns.currency[row],
      ],
      [9, documentKind.ads, 12, 3, 771, 5, row, 1],
    );
  }
  assert.deepEqual([...columns.amountMinor.subarray(0, 4)], [250, -250, 250, -250]);
  assert.deepEqual([...columns.party.subarray(0, 4)], [3, 3, platform, platform]);
});

test("what one party pays another receives, so the world's cash does not change", () => {
  const table = newPostingTable(currencies);
  beginDocument(table, documentKind.wages, 30, 0);
  transfer(table, 0, account.wages, account.cash, 1, 600_000);
  transfer(table, partyOf("staff"), account.cash, account.turnover, 1, 600_000);
  endDocument(table);
  assert.deepEqual(cashInWorld(table), [0n, 0n, 0n]);
  beginDocument(table, documentKind.wages, 30, 0);
  transfer(table, 0, account.wages, account.cash, 1, 5);
  endDocument(table);
  assert.deepEqual(cashInWorld(table), [0n, -5n, 0n], "a payment to nobody is found out");
});

test("balances leave out other parties' books and refuse an unknown store", () => {
  const table = newPostingTable(currencies);
  beginDocument(table, documentKind.help, 1, 3);
  transfer(table, 3, account.cash, account.helpAndPenalty, 2, 70);
  transfer(table, partyOf("steward"), account.spending, account.cash, 2, 70);
  endDocument(table);
  const balances = newBalances(stores, currencies);
  addPostings(balances, table);
  assert.equal(balances.minor[balanceIndex(balances, 3, account.cash, 2)], 70);
  assert.deepEqual(storeBalances(balances, 3), [
    { account: account.cash, currency: "JPY", minor: 70n },
    { account: account.helpAndPenalty, currency: "JPY", minor: -70n },
  ]);
  assert.throws(() => addPostings(newBalances(3, currencies), table), /store 3/);
});
