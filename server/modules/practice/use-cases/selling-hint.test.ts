import assert from "node:assert/strict";
import { test } from "node:test";
import { type ListingDay, sellingHint } from "./selling-hint.ts";

const day = (parts: Partial<ListingDay> = {}): ListingDay => ({
  day: 1,
  impressions: 400,
  clicks: 0,
  units: 0,
  landedMinor: 2_000,
  referenceMinor: 2_000,
  ...parts,
});

test("a listing that sells needs no hint, nor one that is new", () => {
  assert.equal(sellingHint([day({ clicks: 60, units: 1 })], 9_000), null);
  assert.equal(sellingHint([day({ clicks: 5 })], 2_000), null);
  assert.equal(sellingHint([], 2_000), null);
});

test("many clicks without an order are told after one day", () => {
  assert.deepEqual(sellingHint([day({ clicks: 46 })], 2_100), {
    code: "clicks-no-orders",
    facts: { clicks: 46, days: 1 },
  });
});

test("a price far above the median is named as the reason first", () => {
  assert.deepEqual(sellingHint([day({ clicks: 46 })], 2_800), {
    code: "price-above",
    facts: { percentBp: 4_000, clicks: 46 },
  });
  assert.equal(sellingHint([day()], 2_800), null, "one quiet day says nothing about a price");
  assert.equal(sellingHint([day(), day(), day()], 2_800)?.code, "price-above");
});

test("three days without a sale tell whether it is not seen or not clicked", () => {
  const unseen = day({ impressions: 2 });
  assert.deepEqual(sellingHint([unseen, unseen, unseen], 2_000), {
    code: "nobody-sees",
    facts: { days: 3 },
  });
  assert.deepEqual(sellingHint([day(), day(), day()], 2_000), {
    code: "nobody-clicks",
    facts: { seen: 1_200, days: 3 },
  });
});
