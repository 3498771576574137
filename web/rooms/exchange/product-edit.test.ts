import assert from "node:assert/strict";
import { test } from "node:test";
import { batteries as contractBatteries } from "@echelon/contract/exchange/shapes.ts";
import fc from "fast-check";
import { batteries, type Item, readCell, readGrid, typedOf } from "./product-edit.ts";

const item: Item = {
  sku: "CUP-500",
  gtin: null,
  options: ["500 ml"],
  unitCostMinor: 1_850,
  costCurrency: "CNY",
  listPriceMinor: null,
  priceCurrency: null,
  weightG: null,
  sizeMm: [70, 70, 250],
  hs: null,
  origin: "cn",
  battery: null,
  moq: 20,
  leadDays: null,
  stock: null,
  used: null,
  assumed: [],
};

test("a grid in which nothing was typed changes nothing", () => {
  const { edits, faults } = readGrid([item], { [item.sku]: typedOf(item) });
  assert.deepEqual([edits, faults.size], [[], 0]);
});

test("only what was typed is sent, money in minor units with its currency", () => {
  const typed = { ...typedOf(item), cost: "19.5", weightG: "320" };
  const { edits } = readGrid([item], { [item.sku]: typed });
  assert.deepEqual(edits, [
    { sku: "CUP-500", unitCostMinor: 1_950, costCurrency: "CNY", weightG: 320 },
  ]);
});

test("an emptied cell takes the enterprise's word back", () => {
  const { edits } = readGrid([item], { [item.sku]: { ...typedOf(item), size: "", moq: "" } });
  assert.deepEqual(edits, [{ sku: "CUP-500", sizeMm: null, moq: null }]);
});

test("a cell that cannot be read is named and not sent", () => {
  const typed = { ...typedOf(item), cost: "cheap", hs: "9617.00.00", weightG: "0" };
  const { edits, faults } = readGrid([item], { [item.sku]: typed });
  assert.deepEqual([...faults].toSorted(), ["CUP-500 cost", "CUP-500 weightG"]);
  assert.deepEqual(edits, [{ sku: "CUP-500", hs: "96170000" }]);
});

test("three sides are read with any sign between them, in wide digits too", () => {
  for (const text of ["200 × 150 × 100", "200*150*100", "200x150x100", "２００ １５０ １００"])
    assert.deepEqual(readCell("size", text, item), {
      ok: true,
      part: { sizeMm: [200, 150, 100] },
    });
  assert.equal(readCell("size", "200 × 150", item).ok, false);
});

test("a cost that is shown is read back to the same cents", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (unitCostMinor) => {
      const cell = readCell("cost", typedOf({ ...item, unitCostMinor }).cost, item);
      assert.deepEqual(cell, { ok: true, part: { unitCostMinor, costCurrency: "CNY" } });
    }),
  );
});

test("half a cent is no cost", () => {
  assert.equal(readCell("cost", "1.005", item).ok, false);
});

test("the grid offers the kinds of battery that the server knows", () => {
  assert.deepEqual(batteries, contractBatteries);
});
