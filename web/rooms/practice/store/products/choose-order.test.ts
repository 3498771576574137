import assert from "node:assert/strict";
import { test } from "node:test";
import { sortedProducts } from "./choose-order.ts";

const product = (sku: string, parts: object = {}) => ({
  sku,
  unitCostMinor: 500,
  rivals: 3,
  leadDays: 10,
  rough: null,
  ...parts,
});

test("products are ordered by what one looks for, those without a margin last", () => {
  const rich = product("B", { rough: { marginBp: 3_000 }, rivals: 9 });
  const poor = product("C", { rough: { marginBp: -500 }, unitCostMinor: 100 });
  const unknown = product("A", { leadDays: 4, rivals: 1 });
  const skus = (order: "margin" | "cost" | "rivals" | "lead") =>
    sortedProducts([poor, unknown, rich], order, ({ unitCostMinor }) => unitCostMinor).map(
      ({ sku }) => sku,
    );
  assert.deepEqual(skus("margin"), ["B", "C", "A"]);
  assert.deepEqual(skus("cost"), ["C", "A", "B"]);
  assert.deepEqual(skus("rivals"), ["A", "C", "B"]);
  assert.deepEqual(skus("lead"), ["A", "B", "C"]);
});
