import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import { assumableFacts } from "@echelon/contract/exchange/shapes.ts";
import { assessProduct } from "./assess-product.ts";
import { categories } from "./atlas.ts";
import { isSameRecord, mergeProduct } from "./merge-product.ts";
import { usualCategories } from "./usual-facts.ts";

const bare: SkuRecord = {
  sku: "S1",
  gtin: null,
  options: [],
  price: "10.00",
  compareAt: null,
  priceCurrency: "GBP",
  cost: null,
  costCurrency: null,
  stock: null,
  sellsBeyondStock: null,
  isTaxable: null,
  ships: null,
  weightG: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  hs: null,
  origin: null,
  battery: null,
  moq: null,
  leadDays: null,
  picture: null,
  extras: {},
};

const whole: SkuRecord = {
  ...bare,
  cost: "18.50",
  costCurrency: "CNY",
  weightG: 330,
  lengthMm: 72,
  widthMm: 72,
  heightMm: 245,
  hs: "9617001900",
  origin: "cn",
  battery: "none",
  moq: 100,
  leadDays: 12,
};

const product = (sku: SkuRecord, more: Partial<ProductRecord> = {}): ProductRecord => ({
  key: "cup",
  title: { zh: "保温杯", en: "Insulated bottle" },
  text: { zh: "", en: "" },
  brand: "",
  type: "",
  category: "x-insulated-bottles",
  tags: [],
  state: null,
  material: "",
  optionNames: [],
  pictures: [1, 2].map((at) => ({ url: `/api/pictures/${String(at).repeat(64)}`, alt: "" })),
  skus: [sku],
  ...more,
});

test("a product that lacks nothing is green and nothing of it is assumed", () => {
  const { readiness, assumed, weaknesses, skus } = assessProduct(product(whole), null);
  assert.deepEqual([readiness, assumed, weaknesses], ["green", [], []]);
  assert.equal(skus[0]?.used?.unitCostMinor, 1_850);
});

test("every missing fact is assumed by name and makes the product amber, not red", () => {
  const { readiness, assumed, skus } = assessProduct(product(bare, { category: "" }), null);
  assert.equal(readiness, "amber");
  assert.deepEqual(new Set(assumed), new Set(assumableFacts));
  // 45 % of 10.00 GBP, in the price's currency.
  assert.deepEqual([skus[0]?.used?.unitCostMinor, skus[0]?.used?.costCurrency], [450, "GBP"]);
});

test("a cost or a price of nothing is no cost: without either it cannot be sold", () => {
  const free = assessProduct(product({ ...bare, price: "0.00" }), null);
  assert.equal(free.readiness, "red");
  assert.deepEqual(free.weaknesses.slice(0, 1), ["exchange/csv-no-price"]);
  assert.equal(assessProduct(product({ ...bare, price: null }), null).readiness, "red");
  const cheapest = assessProduct(product({ ...bare, price: "0.01" }), null);
  assert.equal(cheapest.skus[0]?.used?.unitCostMinor, 1);
});

test("no title or no SKU is red; one language or one picture is weak", () => {
  assert.equal(assessProduct(product(whole, { title: { zh: "", en: "" } }), null).readiness, "red");
  assert.equal(assessProduct(product({ ...whole, sku: "" }), null).readiness, "red");
  const weak = assessProduct(product(whole, { title: { zh: "杯", en: "" }, pictures: [] }), null);
  assert.deepEqual(
    [weak.readiness, weak.weaknesses],
    ["amber", ["exchange/weak-no-english", "exchange/weak-few-pictures"]],
  );
});

test("pictures that all lie elsewhere are weak, as a lab without internet shows none", () => {
  const away = ["a", "b"].map((name) => ({ url: `https://shop.example/${name}.png`, alt: "" }));
  const { pictures: here } = product(whole);
  const assessed = (pictures: ProductRecord["pictures"]) => {
    const { readiness, weaknesses } = assessProduct(product(whole, { pictures }), null);
    return [readiness, weaknesses];
  };
  assert.deepEqual(assessed(away), ["amber", ["exchange/weak-pictures-elsewhere"]]);
  assert.deepEqual(assessed([...away, ...here]), ["green", []]);
});

test("a file's pictures do not take away those that lie here, and come in its order", () => {
  const [one, two] = product(whole).pictures;
  assert.ok(one !== undefined && two !== undefined);
  const away = { url: "https://shop.example/a.png", alt: "" };
  const picturesAfter = (known: ProductRecord["pictures"], said: ProductRecord["pictures"]) =>
    mergeProduct(product(whole, { pictures: known }), product(whole, { pictures: said })).pictures;
  assert.deepEqual(picturesAfter([one, two], []), [one, two]);
  assert.deepEqual(picturesAfter([one, two], [away]), [one, two, away]);
  assert.deepEqual(picturesAfter([one, two, away], [away, two]), [one, away, two]);
  assert.deepEqual(picturesAfter([away], [two]), [two]);
});

test("a person's choice goes before the file's word, and that before the title", () => {
  const categoryOf = (record: ProductRecord, chosen: string | null) => {
    const { category, isCategoryAssumed } = assessProduct(record, chosen);
    return [category.id, isCategoryAssumed];
  };
  assert.deepEqual(categoryOf(product(whole, { category: "鞋" }), null), ["x-shoes", false]);
  assert.deepEqual(categoryOf(product(whole, { category: "鞋" }), "x-toys"), ["x-toys", false]);
  const unsorted = product(whole, { category: "Home > Unheard of" });
  assert.deepEqual(categoryOf(unsorted, null), ["x-insulated-bottles", true]);
});

test("every category of the atlas has usual facts of its own, and no other has", () => {
  const ids = categories().map(({ id }) => id);
  assert.deepEqual([...usualCategories].toSorted(), ids.toSorted());
});

test("what a file does not say stays, and an amount keeps its currency", () => {
  const merged = mergeProduct(product(whole), product({ ...bare, price: "12.00" }));
  assert.deepEqual(merged.skus[0], {
    ...whole,
    price: "12.00",
  });
  assert.equal(merged.skus[0]?.costCurrency, "CNY");
});

test("the same file twice is no change, whatever the order of its SKUs", () => {
  const second = { ...whole, sku: "S2" };
  const known = product(whole, { skus: [whole, second] });
  assert.ok(isSameRecord(mergeProduct(known, known), known));
  assert.ok(isSameRecord(mergeProduct(known, product(second, { skus: [second, whole] })), known));
  assert.ok(isSameRecord(mergeProduct(known, product(second)), known));
  assert.ok(!isSameRecord(mergeProduct(known, product({ ...second, moq: 7 })), known));
});
