import assert from "node:assert/strict";
import { test } from "node:test";
import { namesOfSet, setSum } from "./product-set.ts";

test("a set whose parts are not all known has no margin", () => {
  assert.equal(setSum([300, -120]), 180);
  assert.equal(setSum([300, null]), null);
  assert.equal(setSum([null, 300]), null);
});

test("products of a bundle are called by their names, one that is gone by its SKU", () => {
  const offers = [
    { sku: "YKB-101", name: { zh: "台灯", en: "Desk lamp" } },
    { sku: "YKB-102", name: { zh: "灯泡", en: "Bulb" } },
  ];
  const told = namesOfSet(["YKB-102", "YKB-900"], offers, ({ en }) => en);
  assert.equal(told, "Bulb, YKB-900");
});
