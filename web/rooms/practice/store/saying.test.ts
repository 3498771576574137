import assert from "node:assert/strict";
import { test } from "node:test";
import { formats } from "../../../text/format.ts";
import { sayingKey, shownFacts, type Surroundings } from "./saying.ts";

const around: Surroundings = {
  format: formats.en,
  currency: "USD",
  markets: [{ code: "de", name: { zh: "德国", en: "Germany" } }],
  attributes: new Map([["material", { zh: "材质", en: "Material" }]]),
};

test("money is printed in its own currency, and without its sign where a loss is spoken of", () => {
  const shown = shownFacts({ marginMinor: -250, currency: "EUR" }, around);
  assert.equal(shown["margin"], "−€2.50");
  assert.equal(shown["marginAbs"], "€2.50");
});

test("money that says nothing about its currency is the books'", () => {
  assert.equal(shownFacts({ needed: 12_345 }, around)["needed"], "$123.45");
  assert.equal(shownFacts({ profitMinor: 100 }, around)["profit"], "$1.00");
});

test("advertising money is dollars of ten thousand ticks", () => {
  const shown = shownFacts({ bidTicks: 4_000, reserve: 200 }, around);
  assert.equal(shown["bid"], "$0.40");
  assert.equal(shown["reserve"], "$0.02");
});

test("markets, products and attributes have the reader's names", () => {
  const facts = { market: "de", zh: "台灯", en: "Desk lamp", attribute: "material" };
  const shown = shownFacts(facts, around);
  assert.equal(shown["market"], "Germany");
  assert.equal(shown["product"], "Desk lamp");
  assert.equal(shown["attributeName"], "Material");
  assert.equal(shownFacts(facts, { ...around, format: formats.zh })["product"], "台灯");
});

test("a notice's value can be read as units, as money and as advertising money", () => {
  const shown = shownFacts({ value: 20_000 }, around);
  assert.equal(shown["value"], "20,000");
  assert.equal(shown["ticks"], "$2.00");
  assert.equal(shown["money"], "$200.00");
});

test("a code's path is the path of its sentence", () => {
  assert.equal(sayingKey("need/sold-out"), "need.sold-out");
});

test("a count of thousands is read with its separators, and a store by the number shown", () => {
  const shown = shownFacts({ most: 10_000, onHand: 1_200, store: 41 }, around);
  assert.deepEqual(
    [shown["most"], shown["max"], shown["stock"], shown["store"]],
    ["10,000", "10,000", "1,200", "42"],
  );
});
