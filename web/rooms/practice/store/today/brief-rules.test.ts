import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { partChanges, statementChanges } from "./changes.ts";
import { needPlace } from "./need-place.ts";

test("a need leads to the listing, the choice, the purchase or the room where it is met", () => {
  assert.deepEqual(needPlace({ room: "products", at: "A-1/de" }, "us"), {
    path: "products/A-1/de",
    search: {},
  });
  assert.equal(needPlace({ room: "products", at: "A-1" }, "us").path, "products/A-1/us");
  assert.equal(needPlace({ room: "products", at: "choose" }, "us").path, "products/choose");
  assert.equal(needPlace({ room: "products", at: "" }, "us").path, "products");
  assert.deepEqual(needPlace({ room: "stock", at: "A/1" }, "us").search, { sku: "A/1" });
  assert.deepEqual(needPlace({ room: "money", at: "" }, "us"), { path: "money", search: {} });
});

test("a SKU with a slash keeps it in one part of the address", () => {
  const { path } = needPlace({ room: "products", at: "A/1/de" }, "us");
  assert.equal(path, "products/A%2F1/de");
});

const line = (code: string, amountMinor: number, level = 2) => ({ code, level, amountMinor });

test("the account that changed most comes first, sums are left out", () => {
  const now = [line("revenue", 500), line("ads", -80), line("netProfit", 420, 0)];
  const before = [line("revenue", 480), line("shipping", -300)];
  const parts = statementChanges(now, before);
  assert.deepEqual(
    parts.map(({ code }) => code),
    ["shipping", "ads", "revenue"],
  );
  assert.deepEqual(parts[0], { code: "shipping", now: 0, before: -300 });
});

test("the parts of two days sum to the two days", () => {
  const day = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer());
  fc.assert(
    fc.property(day, day, (now, before) => {
      const parts = partChanges(new Map(Object.entries(now)), new Map(Object.entries(before)));
      const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
      assert.equal(sum(parts.map((part) => part.now)), sum(Object.values(now)));
      assert.equal(sum(parts.map((part) => part.before)), sum(Object.values(before)));
    }),
  );
});
