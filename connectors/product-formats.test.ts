/** One suite for every form that a catalogue comes in. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import type {
  CatalogReading,
  ProductRecord,
  SkuRecord,
} from "@echelon/contract/exchange/product-record.ts";
import fc from "fast-check";
import { productSheet } from "./product-file/write-product-file.ts";
import { findProductHeader, readProductFile } from "./product-file/read-product-file.ts";
import { findShopHeader, readShopCsv } from "./shop-csv/read-shop-csv.ts";
import { writeShopCsv } from "./shop-csv/write-shop-csv.ts";
import { readTable } from "./spreadsheet/read-table.ts";
import { writeCsv } from "./spreadsheet/write-csv.ts";
import { writeXlsx } from "./spreadsheet/write-xlsx.ts";
import type { TableFile } from "./table.ts";
import { anyProducts } from "./testing/any-product.ts";

interface Form {
  readonly name: string;
  /** What the form has no place for is emptied. */
  carried(product: ProductRecord): ProductRecord;
  write(products: readonly ProductRecord[]): Promise<Uint8Array>;
}

const english = { language: "en", currency: null } as const;

function read(bytes: Uint8Array): CatalogReading | null {
  const table = readTable(bytes);
  return table.ok ? readProducts(table.value) : null;
}

function readProducts(table: TableFile): CatalogReading | null {
  const shop = findShopHeader(table);
  if (shop !== null) return readShopCsv(shop, english);
  const own = findProductHeader(table);
  return own === null ? null : readProductFile(own, english);
}

const noFacts: Partial<SkuRecord> = {
  priceCurrency: null,
  costCurrency: null,
  lengthMm: null,
  widthMm: null,
  heightMm: null,
  hs: null,
  origin: null,
  battery: null,
  moq: null,
  leadDays: null,
};

const shop = (form: "shopify" | "shopify-legacy"): Form => ({
  name: form,
  carried: (product) => ({
    ...product,
    title: { zh: "", en: product.title.en },
    text: { zh: "", en: product.text.en || product.text.zh },
    category: form === "shopify" ? product.category : "",
    material: "",
    skus: product.skus.map((sku) => ({ ...sku, ...noFacts })),
  }),
  write: async (products) =>
    writeCsv(writeShopCsv(products, form, "en"), { guardsFormulas: false }),
});

const ownCarried = (product: ProductRecord): ProductRecord => ({
  ...product,
  type: "",
  tags: [],
  state: null,
  pictures: product.pictures.map(({ url }) => ({ url, alt: "" })),
  skus: product.skus.map((sku) => ({
    ...sku,
    // A number of a spreadsheet: 5.50 and 5.5 are one.
    price: sku.price === null ? null : String(Number(sku.price)),
    cost: sku.cost === null ? null : String(Number(sku.cost)),
    compareAt: null,
    sellsBeyondStock: null,
    isTaxable: null,
    ships: null,
    picture: null,
  })),
});

const forms: readonly Form[] = [
  shop("shopify"),
  shop("shopify-legacy"),
  ...(["zh", "en"] as const).map((language) => ({
    name: `our own file in ${language}`,
    carried: ownCarried,
    write: (products: readonly ProductRecord[]) => writeXlsx([productSheet(products, language)]),
  })),
];

const records = (reading: CatalogReading | null) => reading?.products.map(({ record }) => record);

for (const { name, carried, write } of forms) {
  suite(name, () => {
    test("what is written is read again, as far as the form carries it", async () => {
      await fc.assert(
        fc.asyncProperty(anyProducts, async (products) => {
          const expected = products.map(carried);
          const reading = read(await write(expected));
          assert.deepEqual(records(reading), expected);
          assert.deepEqual(reading?.problems, []);
          assert.deepEqual(reading?.unknownColumns, []);
        }),
        { numRuns: name.startsWith("our") ? 15 : 60 },
      );
    });

    test("columns that mean nothing here are kept and come back", async () => {
      const [product] = fc.sample(anyProducts, { numRuns: 1, seed: 7 })[0] ?? [];
      assert.ok(product);
      if (name.startsWith("our")) return;
      const extras = { Season: "2026", "Gift card": "FALSE" };
      const kept = carried({ ...product, skus: product.skus.map((sku) => ({ ...sku, extras })) });
      const reading = read(await write([kept]));
      assert.deepEqual(records(reading), [kept]);
      assert.deepEqual(reading?.unknownColumns, ["Season"]);
    });
  });
}

test("reading never throws, whatever stands under the headings", () => {
  const headings = [
    "Title,URL handle,Price,SKU,Barcode,Status,Option1 name,Option1 value,Weight value (grams)",
    "product_key,title_en,sku,gtin,hs_code,origin_country,battery,weight_g,unit_cost",
    "Product Handle,Product Title,Variant Sku,Variant Ean,Variant Price EUR,Variant Weight",
  ];
  const cell = fc.string({ unit: fc.constantFrom(..."a0-.,<>'= 中true".split("")), maxLength: 6 });
  const rows = fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.constantFrom(...headings), rows, (heading, cells) => {
      const bytes = writeCsv([heading.split(","), ...cells], { guardsFormulas: false });
      const reading = read(bytes);
      assert.ok(reading);
      const isCounted = reading.products.every(({ record }) => record.skus.length <= cells.length);
      assert.ok(isCounted);
    }),
  );
});

const problemsOf = (text: string) =>
  read(new TextEncoder().encode(text))?.problems.map(({ code, row, column }) => [
    code.replace("exchange/", ""),
    row,
    column,
  ]);

test("a shop's file with faults names each by row and column", () => {
  const text = [
    "Handle,Title,Variant SKU,Variant Price,Variant Barcode,Option1 Name,Option1 Value,Body (HTML)",
    "a,Cup,S1,12.5,2000000000015,Color,Red,<p onclick=x>ok</p><script>bad()</script>",
    "a,,S1,cheap,123,Size,L,",
    "b,,S2,1,,,,",
    ",,S3,1,,,,",
    "c,Bowl,,1,,,,",
    "d,Plate,S4,,,,,",
  ].join("\n");
  assert.deepEqual(problemsOf(text), [
    ["csv-html-reduced", 2, "Body (HTML)"],
    ["csv-price-not-a-number", 3, "Variant Price"],
    ["csv-bad-gtin", 3, "Variant Barcode"],
    ["csv-options-differ", 3, ""],
    ["csv-duplicate-sku", 3, ""],
    ["csv-orphan-variant", 4, "Handle"],
    ["csv-no-title", 4, ""],
    ["csv-no-key", 5, ""],
    ["csv-no-sku", 6, ""],
    ["csv-no-price", 7, "Variant Price"],
  ]);
});

test("a file of our own with Chinese headings and words is understood", () => {
  const text = [
    "浙江某某工贸有限公司 产品表",
    "产品编号,中文名称*,英文名称*,货号,条码,HS编码,原产地,重量（克）,电池,单位成本,成本币种,起订量,供货天数",
    "p1,保温杯,Bottle,0012,36000291452,9617.00.11,中国,320,无,￥18.50,元,100,15",
    "p2,风扇,Fan,0013,,9617,火星,很重,核电,-1,XX,1.6,999",
  ].join("\n");
  const reading = read(new TextEncoder().encode(text));
  const [first] = reading?.products ?? [];
  const sku = first?.record.skus[0];
  assert.equal(sku?.sku, "0012");
  assert.deepEqual(
    [sku?.gtin, sku?.hs, sku?.origin, sku?.weightG, sku?.battery, sku?.cost, sku?.costCurrency],
    ["036000291452", "96170011", "cn", 320, "none", "18.50", "CNY"],
  );
  assert.deepEqual(
    reading?.problems.map(({ code, level, row }) => [
      code.replace("exchange/csv-", ""),
      level,
      row,
    ]),
    [
      ["gtin-padded", "amber", 3],
      ["price-not-a-number", "red", 4],
      ["currency-unknown", "amber", 4],
      ["number-malformed", "amber", 4],
      ["hs-malformed", "amber", 4],
      ["country-unknown", "amber", 4],
      ["battery-unknown", "amber", 4],
      ["out-of-range", "amber", 4],
    ],
  );
});

const shared = new URL("../../shared/data/products/", import.meta.url);
const skip = existsSync(shared) ? false : "the shared data are not beside this clone";

test(
  "the shared shop file is read whole, and written as legacy it is read the same",
  { skip },
  () => {
    const bytes = readFileSync(new URL("shopify-products-from-online-retail.csv", shared));
    const reading = read(new Uint8Array(bytes));
    assert.equal(reading?.rows, 429);
    assert.equal(reading?.products.length, 400);
    assert.deepEqual(reading?.problems, []);
    const all = records(reading) ?? [];
    const legacy = writeCsv(writeShopCsv(all, "shopify-legacy", "en"), { guardsFormulas: false });
    assert.deepEqual(records(read(legacy)), all);
  },
);

test("the shared export of Medusa is read, its variants by their ids", { skip }, () => {
  const bytes = readFileSync(new URL("medusa-exported-products.csv", shared));
  const reading = read(new Uint8Array(bytes));
  assert.equal(reading?.format, "medusa");
  assert.deepEqual(
    reading?.products.map(({ record }) => [record.key, record.skus.length]),
    [
      ["base-product", 2],
      ["proposed-product", 1],
    ],
  );
  assert.ok(reading?.products.every(({ isFaulty }) => !isFaulty));
});
