import assert from "node:assert/strict";
import { test } from "node:test";
import { NewSku } from "@echelon/contract/exchange/edits.ts";
import fc from "fast-check";
import { type NewRow, nextRow, optionNamesOf, readNewRows, suggestedKey } from "./new-rows.ts";

const row = (change: Partial<NewRow> = {}): NewRow => ({
  ...nextRow([]),
  sku: "LAMP-1",
  ...change,
});
const facts = (change: Partial<NewRow["facts"]>) => ({ ...row().facts, ...change });

test("a typed SKU is sent with what was typed of it, and nothing else", () => {
  const typed = row({ facts: facts({ cost: "42", size: "300x180x160", leadDays: "10" }) });
  const { skus, faults } = readNewRows([typed], 0, "USD");
  assert.equal(faults.size, 0);
  assert.deepEqual(skus, [
    {
      sku: "LAMP-1",
      unitCostMinor: 4_200,
      costCurrency: "USD",
      sizeMm: [300, 180, 160],
      leadDays: 10,
    },
  ]);
});

test("a SKU that is missing, stands twice or is the product's already is named", () => {
  const rows = [row(), row({ id: "new 2", sku: " LAMP-1 " }), row({ id: "new 3", sku: "" })];
  assert.deepEqual([...readNewRows(rows, 0, "CNY").faults], ["new 2 sku", "new 3 sku"]);
  assert.deepEqual([...readNewRows([row()], 0, "CNY", ["LAMP-1"]).faults], ["new 1 sku"]);
});

test("each option needs its value, and a cell that cannot be read is named", () => {
  const typed = row({ options: ["白", " "], facts: facts({ weightG: "heavy" }) });
  const { skus, faults } = readNewRows([typed], 2, "CNY");
  assert.deepEqual([...faults], ["new 1 option1", "new 1 weightG"]);
  assert.deepEqual(skus[0]?.options, ["白", ""]);
});

test("options are named with any comma, once each, three at most", () => {
  assert.deepEqual(optionNamesOf("颜色、尺码"), ["颜色", "尺码"]);
  assert.deepEqual(optionNamesOf(" Color, Size,Color , ,A, B"), ["Color", "Size", "A"]);
  assert.deepEqual(optionNamesOf("  "), []);
});

test("a handle is what an address can hold", () => {
  assert.equal(suggestedKey("Café Cup — 500 ml!", ""), "cafe-cup-500-ml");
  assert.equal(suggestedKey("护眼台灯", "LAMP-1"), "lamp-1");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (title, sku) => {
      assert.match(suggestedKey(title, sku), /^[a-z0-9-]*$/);
    }),
  );
});

test("whatever is typed into a row, what is sent of it is what the server understands", () => {
  const cell = fc.oneof(fc.constantFrom("", "12", "1.5", "cn", "300*2*1", "PI967"), fc.string());
  const all = fc.record({
    cost: cell,
    weightG: cell,
    size: cell,
    hs: cell,
    origin: cell,
    battery: cell,
    moq: cell,
    leadDays: cell,
    gtin: cell,
  });
  fc.assert(
    fc.property(all, (typed) => {
      const { skus } = readNewRows([row({ facts: typed })], 0, "CNY");
      assert.ok(NewSku.safeParse(skus[0]).success);
    }),
  );
});
