import assert from "node:assert/strict";
import { test } from "node:test";
import { formats } from "../../../../text/format.ts";
import { type FactForms, factsShown } from "./logged-facts.ts";

const forms: FactForms = {
  format: formats.en,
  marketName: (code) => code.toUpperCase(),
  serviceName: (id) => (id === "line.ddp" ? "Dedicated line" : id),
  categoryName: (id) => id,
  currencyOf: (market) => (market === "de" ? "EUR" : "USD"),
  word: (key) => key.split(".").at(-1) ?? key,
};

test("a price is printed in the currency of the market it was set in", () => {
  assert.deepEqual(factsShown({ priceMinor: 2_490, market: "de", sku: "A-1" }, forms), [
    "A-1",
    "DE",
    "priceMinor €24.90",
  ]);
});

test("a bid is said with its match, its campaign counted from one, and in dollars", () => {
  const facts = { campaign: 0, keyword: "desk lamp", match: "exact", bidTicks: 4_000 };
  assert.deepEqual(factsShown(facts, forms), [
    "desk lamp",
    "match exact",
    "campaign 1",
    "bidTicks $0.40",
  ]);
});

test("what is empty or unknown to readers is left out", () => {
  assert.deepEqual(factsShown({ keyword: "", place: 3, isOn: false }, forms), ["isOn ✕"]);
});

test("a service is said by its name, and by its id where it has none any more", () => {
  assert.deepEqual(factsShown({ service: "line.ddp" }, forms), ["service Dedicated line"]);
  assert.deepEqual(factsShown({ service: "gone" }, forms), ["service gone"]);
});

test("money that is changed or fixed is printed in the currency that is given", () => {
  const facts = { from: "EUR", to: "USD", amountMinor: 120_000, days: 30 };
  assert.deepEqual(factsShown(facts, forms), [
    "amountMinor €1,200.00",
    "fromCurrency EUR",
    "toCurrency USD",
    "days 30",
  ]);
  assert.deepEqual(factsShown({ depthBp: 2_000, from: 4, to: 9 }, forms), [
    "depthBp 20%",
    "from 4",
    "to 9",
  ]);
});

test("no fact is told twice", () => {
  assert.deepEqual(factsShown({ field: "price", shareBp: 2_000 }, forms), [
    "field price",
    "shareBp 20%",
  ]);
});
