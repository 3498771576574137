import assert from "node:assert/strict";
import { test } from "node:test";
import { firstPair, turned } from "./first-pair.ts";

const rates = [
  { currency: "EUR", seriesE8: [114_000_000] },
  { currency: "JPY", seriesE8: [670_000] },
];
const of = (currency: string, cashMinor: number) => ({
  currency,
  cashMinor,
  exposureMinor: cashMinor,
});

test("the form opens with the foreign currency of which there is most", () => {
  const cash = [of("USD", 1000), of("EUR", 100), of("JPY", 90_000)];
  const ask = { currency: "USD", cash, rates };
  assert.deepEqual(firstPair(ask, true), { from: "JPY", to: "USD" });
  const none = { ...ask, cash: [of("USD", 1000), of("EUR", 0), of("JPY", 0)] };
  assert.deepEqual(firstPair(none, true), { from: "USD", to: "EUR" });
});

test("a pair never holds a currency twice, and a forward always the books' own", () => {
  const pair = { from: "EUR", to: "USD" };
  assert.deepEqual(turned(pair, "USD", "from", null), { from: "USD", to: "EUR" });
  assert.deepEqual(turned(pair, "JPY", "to", null), { from: "EUR", to: "JPY" });
  assert.deepEqual(turned(pair, "JPY", "to", "USD"), { from: "USD", to: "JPY" });
  assert.deepEqual(turned(pair, "JPY", "from", "USD"), { from: "JPY", to: "USD" });
});
