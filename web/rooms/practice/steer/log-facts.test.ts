import assert from "node:assert/strict";
import { test } from "node:test";
import { formats } from "../../../text/format.ts";
import { factsShown } from "./log-facts.ts";

const season = {
  booksCurrency: "USD",
  categories: [],
  services: [{ id: "line.ddp", name: { zh: "专线", en: "Dedicated line" } }],
  markets: [
    {
      code: "de",
      name: { zh: "德国", en: "Germany" },
      currency: "EUR",
      digits: 2,
      language: "de",
      visitShareBp: 5_000,
    },
    {
      code: "jp",
      name: { zh: "日本", en: "Japan" },
      currency: "JPY",
      digits: 0,
      language: "ja",
      visitShareBp: 5_000,
    },
  ],
};
const wordOf = (fact: string, code: string) => `${fact}:${code}`;
const shown = (facts: Record<string, string | number | boolean>, language: "zh" | "en" = "en") =>
  factsShown(
    { facts },
    {
      ...season,
      format: formats[language],
      wordOf,
      allMarkets: "all markets",
    },
  ).map(({ key, text }) => `${key} ${text}`);

test("a price is told in the currency of its market", () => {
  assert.deepEqual(shown({ priceMinor: 1_999, market: "de", sku: "CUP-1" }), [
    "sku CUP-1",
    "market Germany",
    "priceMinor €19.99",
  ]);
  assert.deepEqual(shown({ priceMinor: 1_999, market: "jp" }).at(-1), "priceMinor ¥1,999");
});

test("help is told in the currency of the books", () => {
  assert.deepEqual(shown({ amountMinor: 50_000, reason: "fire" }), [
    "amountMinor $500.00",
    "reason fire",
  ]);
});

test("several markets are named in the reader's language", () => {
  assert.deepEqual(shown({ markets: "de, jp" }, "zh"), ["markets 德国、日本"]);
});

test("a service is told by its name, and by its id where the season has it no more", () => {
  assert.deepEqual(shown({ service: "line.ddp" }, "zh"), ["service 专线"]);
  assert.deepEqual(shown({ service: "gone" }), ["service gone"]);
});

test("what only the engine needs is not shown", () => {
  assert.deepEqual(shown({ place: 3, bidTicks: 12_500 }), ["bidTicks $1.25"]);
});

test("what is a code in the log is told by its word", () => {
  assert.deepEqual(shown({ shock: "viral-demand", mode: "sea" }), [
    "mode mode:sea",
    "shock shock:viral-demand",
  ]);
});

test("an amount is told in the currency that is given, and its two sides are currencies", () => {
  assert.deepEqual(shown({ from: "EUR", to: "USD", amountMinor: 5_000 }), [
    "amountMinor €50.00",
    "fromCurrency EUR",
    "toCurrency USD",
  ]);
  assert.deepEqual(shown({ market: "de", amountMinor: 5_000 }).at(-1), "amountMinor €50.00");
  assert.deepEqual(shown({ term: "long", periods: 3 }), ["term term:long", "periods 3"]);
});

test("no fact is told twice", () => {
  assert.deepEqual(shown({ field: "price", shareBp: 2_000 }), ["field field:price", "shareBp 20%"]);
});

test("an event is told with its size in its own unit, and where it acts", () => {
  assert.deepEqual(shown({ shock: "tariff-step", sizeBp: 1_000, markets: "" }), [
    "markets all markets",
    "shock shock:tariff-step",
    "sizeBp 10%",
  ]);
  assert.deepEqual(shown({ shock: "viral-demand", sizeBp: 25_000, markets: "de" }), [
    "markets Germany",
    "shock shock:viral-demand",
    "sizeBp × 2.5",
  ]);
  assert.deepEqual(shown({ shock: "news", sizeBp: 0, markets: "" }), ["shock shock:news"]);
});
