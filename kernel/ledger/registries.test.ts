import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { account, accountRow, chart, storeAccounts } from "./account.ts";
import { activityOf, documentKind, documentKindName } from "./document-kind.ts";
import { kindOfParty, numberOfParty, partyKind, partyOf } from "./party.ts";
import type { PartyKind } from "./party.ts";

test("the accounts of a store are dense, so state arrays can be indexed by them", () => {
  const own = Object.values(account).filter((id) => id < 64);
  assert.deepEqual(
    own,
    Array.from({ length: storeAccounts }, (_, id) => id),
  );
});

test("every account has one id, a kind and the side on which it grows", () => {
  assert.equal(new Set(chart.map(({ id }) => id)).size, chart.length);
  for (const { id, kind, normalSide } of chart) {
    const grows = kind === "asset" || kind === "expense" ? "debit" : "credit";
    // Refunds are taken off revenue.
    assert.equal(normalSide, id === account.refunds ? "debit" : grows);
    assert.equal(accountRow(id).id, id);
  }
  assert.throws(() => accountRow(storeAccounts), RangeError);
});

test("ids that postings were stored with stay what they are", () => {
  const { cash, held, inventory, vatPayable, equity, revenue, exchange, incomeTax } = account;
  assert.deepEqual(
    [cash, held, inventory, vatPayable, equity, revenue, exchange, incomeTax],
    [0, 1, 3, 8, 11, 12, 27, 30],
  );
  const { opening, dispatch, payout, refund, help, chargeback } = documentKind;
  assert.deepEqual([opening, dispatch, payout, refund, help, chargeback], [1, 5, 6, 15, 25, 30]);
});

test("a document kind is known by its number, and says where its cash belongs", () => {
  const numbers = Object.values(documentKind);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.equal(documentKindName(documentKind.dispatch), "dispatch");
  assert.equal(activityOf(documentKind.payout), "operating");
  assert.equal(activityOf(documentKind.loan), "financing");
  assert.equal(activityOf(documentKind.conversion), "exchange");
  assert.throws(() => documentKindName(0), RangeError);
});

test("a party is one integer that says its kind and number", () => {
  const kinds = Object.keys(partyKind) as PartyKind[];
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.nat(16_777_215), (kind, number) => {
      const party = partyOf(kind, number);
      assert.equal(party, party | 0);
      assert.equal(kindOfParty(party), kind);
      assert.equal(numberOfParty(party), number);
    }),
  );
  assert.equal(partyOf("store", 7), 7);
  assert.throws(() => partyOf("store", 16_777_216), RangeError);
  assert.throws(() => partyOf("bank", -1), RangeError);
});
