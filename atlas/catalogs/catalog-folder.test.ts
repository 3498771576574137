import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { loadCategories } from "../categories/category.ts";
import { classifyTitle } from "../categories/classify-title.ts";
import { attributeFaults, picturePath, readCatalogFolder } from "./catalog-folder.ts";

const folder = join(import.meta.dirname, "zhejiang");
const categories = loadCategories();
const enterprises = readCatalogFolder(folder, categories);
const products = enterprises.flatMap((enterprise) => enterprise.products);

test("the demonstration has enterprises of many cities, each plainly a demonstration", () => {
  assert.ok(enterprises.length >= 8, `${enterprises.length}`);
  assert.ok(new Set(enterprises.map(({ city }) => city.en)).size >= 8);
  for (const { id, name } of enterprises) {
    assert.match(name.zh, /（示范）$/, id);
    assert.match(name.en, / \(demo\)$/, id);
  }
});

test("every category that is sold has at least three products, so that stores compete", () => {
  assert.ok(products.length >= 64, `${products.length}`);
  const sold = Map.groupBy(products, ({ category }) => category);
  assert.ok(sold.size >= 16, `${sold.size}`);
  for (const [category, rivals] of sold) assert.ok(rivals.length >= 3, category);
});

test("no two products share a SKU, a name or a text", () => {
  for (const say of [
    (product: (typeof products)[number]) => product.sku,
    (product: (typeof products)[number]) => product.name.zh,
    (product: (typeof products)[number]) => product.name.en,
    (product: (typeof products)[number]) => product.text.en,
  ]) {
    assert.equal(new Set(products.map(say)).size, products.length);
  }
});

test("a product's name alone tells its category, in Chinese and in English", () => {
  for (const { sku, name, category } of products) {
    assert.equal(classifyTitle(categories, name.en).category.id, category, `${sku} ${name.en}`);
    assert.equal(classifyTitle(categories, name.zh).category.id, category, `${sku} ${name.zh}`);
  }
});

test("each text is in its language and says two or three things", () => {
  for (const { sku, text, name } of products) {
    assert.match(text.zh, /\p{Script=Han}/u, sku);
    assert.doesNotMatch(name.en + text.en, /\p{Script=Han}/u, sku);
    for (const ends of [text.en.match(/\.(?: |$)/g), text.zh.match(/。/g)]) {
      assert.ok(ends !== null && ends.length >= 2 && ends.length <= 4, sku);
    }
  }
});

test("the suggested price leaves room for postage, commission and profit", () => {
  for (const { sku, unitCostMinor, listPriceMinor } of products) {
    const cnyPerUsd = 7;
    const markup = (listPriceMinor * cnyPerUsd) / unitCostMinor;
    assert.ok(markup >= 2.5 && markup <= 16, `${sku} ${markup}`);
  }
});

test("a packed unit is no denser than steel and no lighter than down", () => {
  for (const { sku, weightG, sizeMm } of products) {
    const gramsPerLiter = (weightG * 1e6) / (sizeMm[0] * sizeMm[1] * sizeMm[2]);
    assert.ok(gramsPerLiter >= 20 && gramsPerLiter <= 2000, `${sku} ${gramsPerLiter}`);
  }
});

test("lithium cells are declared both to the carrier and to compliance", () => {
  for (const { sku, battery, traits } of products) {
    assert.equal(battery !== "none", traits.includes("battery:lithium-ion"), sku);
  }
});

test("every HS code begins with a subheading that exists", (context) => {
  const table = join(import.meta.dirname, "../../../shared/data/trade/hs-harmonized-system.csv");
  if (!existsSync(table)) return context.skip("the table of the Harmonized System is not here");
  const known = new Set(
    [...readFileSync(table, "utf8").matchAll(/^[^,]+,(\d{6}),/gm)].map((row) => row[1]),
  );
  for (const { sku, hs10 } of products) assert.ok(known.has(hs10.slice(0, 6)), `${sku} ${hs10}`);
});

test("there is one drawing a product and none without one", () => {
  const drawings = readdirSync(join(folder, "pictures")).toSorted();
  const expected = products.map(({ sku }) => `${sku.toLowerCase()}.svg`).toSorted();
  assert.deepEqual(drawings, expected);
});

test("a drawing has no script, no style, no foreign address, and names of its own only", () => {
  const drawn = /^(?:svg|title|g|path|rect|circle|ellipse|text|clipPath)$/;
  for (const { sku } of products) {
    const svg = readFileSync(picturePath(folder, sku), "utf8");
    assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 400 400"/, sku);
    for (const [, element] of svg.matchAll(/<([A-Za-z!?][^\s/>]*)/g)) {
      assert.match(element ?? "", drawn, sku);
    }
    assert.doesNotMatch(svg, /\s(?:on\w+|style|[\w:]*href|src)\s*=/i, sku);
    assert.equal(svg.match(/[a-z]+:\/\//gi)?.length, 1, sku);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
    const uses = [...svg.matchAll(/url\(([^)]*)\)/g)].map(([, target]) => target ?? "");
    for (const id of ids) assert.ok(id.startsWith(`${sku.toLowerCase()}-`), `${sku} ${id}`);
    assert.deepEqual(uses.toSorted(), ids.map((id) => `#${id}`).toSorted(), sku);
    assert.ok(Buffer.byteLength(svg) < 32_768, sku);
  }
});

test("what is read cannot be changed", () => {
  const [first] = enterprises;
  const [product] = first?.products ?? [];
  assert.ok(Object.isFrozen(enterprises) && Object.isFrozen(first) && Object.isFrozen(product));
  assert.ok(Object.isFrozen(product?.attributes) && Object.isFrozen(product?.name));
});

test("attributes are held against what the category asks for", () => {
  const sku = "ABC-123";
  const attributes = { material: "gold", "capacity-ml": "500", taste: "sweet" };
  assert.deepEqual(
    attributeFaults({ sku, category: "x-insulated-bottles", attributes }, categories),
    [
      "ABC-123: color is required",
      "ABC-123: material cannot be gold",
      "ABC-123: taste is not asked for",
    ],
  );
  assert.deepEqual(attributeFaults({ sku, category: "x-nothing", attributes: {} }, categories), [
    "ABC-123: no category x-nothing",
  ]);
});

test("a catalog with a fault is refused with the file and the fault", () => {
  const copy = mkdtempSync(join(tmpdir(), "catalog-"));
  try {
    cpSync(folder, copy, { recursive: true });
    const file = join(copy, "enterprises", "rainlane.json");
    const sound = readFileSync(file, "utf8");
    writeFileSync(file, sound.replace('"weightG": 390', '"weightG": 0'));
    assert.throws(() => readCatalogFolder(copy, categories), /rainlane\.json: .*weightG/s);
    writeFileSync(file, sound);
    rmSync(picturePath(copy, "SXU-921"));
    assert.throws(() => readCatalogFolder(copy, categories), /rainlane\.json: SXU-921 has no pic/);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
