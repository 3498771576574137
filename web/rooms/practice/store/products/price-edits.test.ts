import assert from "node:assert/strict";
import { test } from "node:test";
import {
  filledDown,
  filledFrom,
  listingKey,
  nearestAbove,
  pastedNumbers,
  priceWishes,
  typedPrice,
} from "./price-edits.ts";

const listings = [
  { sku: "A", market: "us", priceMinor: 2_000 },
  { sku: "A", market: "jp", priceMinor: 3_000 },
  { sku: "B", market: "us", priceMinor: 900 },
];
const scaleOf = (market: string) => (market === "jp" ? 1 : 100);

test("a price that was typed as it was is no change", () => {
  const edits = { "A/us": 2_000, "B/us": 950 };
  assert.deepEqual(priceWishes(listings, edits), [
    { kind: "set-price", sku: "B", market: "us", priceMinor: 950 },
  ]);
});

test("a column from a spreadsheet is read with its currency signs and decimal commas", () => {
  assert.deepEqual(
    pastedNumbers("$19.90\r\n24,50 €\n1,299.00\textra\n¥3000\n"),
    [19.9, 24.5, 1_299, 3_000],
  );
  assert.deepEqual(pastedNumbers("price\n12"), [12]);
});

test("pasted prices fill the rows below in each market's own minor units", () => {
  const filled = filledDown({}, listings, 0, [21.5, 3_200], scaleOf);
  assert.deepEqual(filled, { "A/us": 2_150, "A/jp": 3_200 });
});

test("what is pasted past the last row, or negative, falls away", () => {
  assert.deepEqual(filledDown({}, listings, 2, [-1, 5, 6], scaleOf), {});
  assert.deepEqual(filledDown({ "A/us": 1 }, listings, 2, [5], scaleOf), {
    "A/us": 1,
    "B/us": 500,
  });
});

test("a listing's key is its product and market", () => {
  assert.equal(listingKey({ sku: "A/1", market: "de" }), "A/1/de");
});

test("a price is read as people type it, and what is none is said to be none", () => {
  assert.deepEqual(
    ["19.9", " $1,299.00 ", "24,50", "¥3000", ".5", "7."].map(typedPrice),
    [19.9, 1_299, 24.5, 3_000, 0.5, 7],
  );
  for (const text of ["abc", "", "12x", "-3", "0", "1.2.3"]) {
    assert.equal(typedPrice(text), null, text);
  }
});

test("a price is filled only into what is sold in the same currency", () => {
  const currencyOf = (market: string) => (market === "jp" ? "JPY" : "USD");
  const keys = ["A/jp", "B/us"];
  assert.deepEqual(filledFrom({ "A/us": 2_150 }, listings, "A/us", keys, currencyOf), {
    "A/us": 2_150,
    "B/us": 2_150,
  });
  assert.deepEqual(filledFrom({}, listings, "A/us", keys, currencyOf), { "B/us": 2_000 });
  assert.equal(nearestAbove(["A/us", "A/jp"], "us", currencyOf), "A/us");
  assert.equal(nearestAbove(["A/us"], "jp", currencyOf), undefined);
});
