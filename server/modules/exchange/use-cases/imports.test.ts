import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, beforeEach, suite, test } from "node:test";
import {
  findProductHeader,
  readProductFile,
} from "@echelon/connectors/product-file/read-product-file.ts";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import { writeXlsx } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { ImportPreview } from "@echelon/contract/exchange/imports.ts";
import { strToU8, zipSync } from "fflate";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import { identityModule } from "../../identity/index.ts";
import {
  type PlantedOrganisation,
  type PlantedPerson,
  plantOrganisation,
  plantPerson,
} from "../../identity/testing/people.ts";
import { upload } from "../../identity/testing/upload.ts";
import { guessCategory } from "../atlas.ts";
import { exchangeModule, publishedProducts } from "../index.ts";

/** A shop's export: a product of two variants, one of one, and one that cannot be sold. */
const shopFile = strToU8(
  [
    "Handle,Title,Variant SKU,Variant Price,Option1 Name,Option1 Value,Body (HTML),Season",
    'cup,Insulated cup,C-RED,12.50,Color,Red,"<p>Keeps <b>hot</b></p>",2026',
    "cup,,C-BLUE,13.00,,Blue,,",
    "scarf,Silk scarf,SC-1,30.00,Title,Default Title,,",
  ].join("\r\n"),
);
const faultyFile = strToU8(
  [
    "Handle,Title,Variant SKU,Variant Price",
    "a,Lamp,L-1,20",
    "b,Bowl,L-1,9",
    "c,Plate,P-1,cheap",
  ].join("\n"),
);

suite("catalogue imports", () => {
  let app: FreshApp;
  let enterprise: PlantedOrganisation;
  let mentor: PlantedPerson;
  let rival: PlantedPerson;
  let teacher: PlantedPerson;
  let student: PlantedPerson;
  before(async () => {
    app = await freshApp({ modules: [identityModule, exchangeModule] });
    const { means } = app.app;
    enterprise = await plantOrganisation(means, "enterprise", "cups");
    const other = await plantOrganisation(means, "enterprise", "lamps");
    const school = await plantOrganisation(means, "school", "north");
    mentor = await plantPerson(means, enterprise, { role: "mentor" });
    rival = await plantPerson(means, other, { role: "mentor" });
    teacher = await plantPerson(means, school, { role: "teacher" });
    student = await plantPerson(means, school, { role: "student" });
  });
  after(() => app.stop());
  beforeEach(async () => {
    const { pool } = app.fresh.owner;
    await pool.query("truncate platform.bucket");
    await pool.query(
      "truncate exchange.sku, exchange.product, exchange.catalog, exchange.catalog_import",
    );
  });

  const preview = async (bytes: Uint8Array, fields = {}, caller = mentor) => {
    const path = `/catalogs/${enterprise.id}/imports`;
    return upload(app, { caller, path, fileName: "products.csv", bytes, fields });
  };
  const commit = (id: string, wish = {}) =>
    app.call(mentor, "POST /catalogs/:enterprise/imports/:import/commit", {
      where: { enterprise: enterprise.id, import: id },
      body: { leavesOutFaulty: false, publishes: true, ...wish },
    });
  const takeIn = async (bytes: Uint8Array, fields = {}, wish = {}) => {
    const seen = await preview(bytes, fields);
    assert.equal(seen.status, 200, JSON.stringify(seen.body));
    return commit(seen.body.id, wish);
  };
  const rows = async (table: string) =>
    (await app.fresh.owner.pool.query(`select * from exchange.${table}`)).rows;
  const products = async (asks = {}, caller = mentor) =>
    (
      await app.call(caller, "GET /catalogs/:enterprise/products", {
        where: { enterprise: enterprise.id },
        asks,
      })
    ).body;

  test("the preview tells what would happen and writes no product", async () => {
    const { body } = (await preview(shopFile, { currency: "GBP" })) as { body: ImportPreview };
    assert.deepEqual(
      [body.format, body.counts.products, body.counts.skus, body.counts.add, body.counts.red],
      ["shopify-legacy", 2, 3, 2, 0],
    );
    assert.deepEqual(body.unknownColumns, ["Season"]);
    assert.ok(body.assumed.some(({ fact, skus }) => fact === "weight" && skus === 3));
    assert.deepEqual(await rows("product"), []);
  });

  test("a commit takes the file in, and the same file again changes nothing", async () => {
    assert.deepEqual((await takeIn(shopFile, { currency: "GBP" })).body, {
      added: 2,
      changed: 0,
      unchanged: 0,
      leftOut: 0,
      published: 2,
    });
    const before = await rows("product");
    const again = (await takeIn(shopFile, { currency: "GBP" })).body;
    assert.deepEqual([again.added, again.changed, again.unchanged], [0, 0, 2]);
    assert.deepEqual(await rows("product"), before);
  });

  test("a file with faults writes nothing, or only its sound products when asked", async () => {
    const seen = await preview(faultyFile);
    assert.deepEqual(
      seen.body.problems
        .filter(({ level }: { level: string }) => level === "red")
        .map(({ code, row, column }: { code: string; row: number; column: string }) => [
          code,
          row,
          column,
        ]),
      [
        ["exchange/csv-duplicate-sku", 3, ""],
        ["exchange/csv-price-not-a-number", 4, "Variant Price"],
      ],
    );
    assert.equal((await commit(seen.body.id)).code, "exchange/import-faulty");
    assert.deepEqual([await rows("product"), await rows("sku")], [[], []]);
    const some = await commit(seen.body.id, { leavesOutFaulty: true });
    assert.deepEqual([some.body.added, some.body.leftOut], [1, 2]);
    assert.deepEqual(
      (await rows("sku")).map(({ sku }) => sku),
      ["L-1"],
    );
  });

  test("a SKU of another product of the catalogue is not taken over", async () => {
    await takeIn(shopFile);
    const thief = strToU8("Handle,Title,Variant SKU,Variant Price\nnew,New cup,C-RED,5");
    const seen = await preview(thief);
    assert.equal(seen.body.counts.red, 1);
    assert.equal(seen.body.problems[0].facts.product, "cup");
  });

  test("a preview is stale once the catalogue changed, and a file is taken in once", async () => {
    const first = await preview(shopFile);
    const second = await preview(shopFile);
    assert.equal((await commit(first.body.id)).status, 200);
    assert.equal((await commit(first.body.id)).code, "exchange/import-committed");
    assert.equal((await commit(second.body.id)).code, "exchange/preview-stale");
  });

  test("of two commits at once one is taken in and the other finds it stale", async () => {
    const ids = [(await preview(shopFile)).body.id, (await preview(shopFile)).body.id];
    const answers = await Promise.all(ids.map((id) => commit(id)));
    assert.deepEqual(answers.map(({ code }) => code ?? "in").toSorted(), [
      "exchange/preview-stale",
      "in",
    ]);
    assert.equal((await rows("product")).length, 2);
  });

  test("bombs, macros, long and foreign files are refused and leave nothing", async () => {
    const zip = (parts: Record<string, string>) =>
      zipSync(
        Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
      );
    const zeros = zipSync({ "xl/workbook.xml": new Uint8Array(101 * 2 ** 20) }, { level: 9 });
    const heading = "Handle,Title,Variant SKU,Variant Price\n";
    const files: [Uint8Array, string][] = [
      [zeros, "exchange/file-is-bomb"],
      [zip({ "xl/vbaProject.bin": "x" }), "exchange/file-has-macros"],
      [zip({ "xl/externalLinks/externalLink1.xml": "x" }), "exchange/file-links-outside"],
      [Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), "exchange/file-is-old-excel"],
      [strToU8("a,b\n1,2\n"), "exchange/file-no-header"],
      [Uint8Array.from([0x61, 0xff, 0x2c, 0xff]), "exchange/file-encoding"],
      [strToU8(heading + "a,b,c,1\n".repeat(1_000_000)), "exchange/file-too-large"],
    ];
    for (const [bytes, code] of files) {
      const before = process.memoryUsage().rss;
      assert.equal((await preview(bytes)).code, code);
      // The file may cost its own size a few times over, and no more of this process.
      assert.ok(process.memoryUsage().rss - before < 500 * 2 ** 20, code);
    }
    assert.deepEqual([await rows("catalog_import"), await rows("product")], [[], []]);
  });

  test("a formula without a value is a fault of its cell; one with a value is read", async () => {
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("a");
    sheet.addRow(["product_key", "title_en", "sku", "unit_cost", "weight_g"]);
    sheet.addRow(["a", "Cup", "S1", { formula: "1+1", result: 2 }, 300]);
    sheet.addRow(["b", "Bowl", "S2", { formula: "D2*2" }, 300]);
    const { body } = await preview(new Uint8Array(await book.xlsx.writeBuffer()));
    assert.equal(body.counts.red, 1);
    assert.ok(
      body.problems.some(
        ({ code, row, column }: { code: string; row: number; column: string }) =>
          code === "exchange/csv-cell-formula" && row === 3 && column === "unit_cost",
      ),
    );
  });

  test("a filled template is taken in; a corrected file says what is wrong", async () => {
    const get = (path: "template.xlsx" | string) =>
      app.app.fastify.inject({
        url: `/api/catalogs/${enterprise.id}/${path}`,
        headers: { cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(mentor))}` },
      });
    const template = readTable(new Uint8Array((await get("template.xlsx?language=zh")).rawPayload));
    assert.ok(template.ok);
    const headings = template.value.sheets[0]?.rows[0]?.cells ?? [];
    const filled: Record<string, string> = {
      "中文名称*": "保温杯",
      "英文名称*": "Bottle",
      "货号*": "0012",
      单位成本: "18.5",
      "重量(克)": "320",
      电池: "无",
    };
    const columns = headings.map((heading) => ({ heading, kind: "text" as const }));
    const bytes = await writeXlsx([
      { name: "a", columns, rows: [headings.map((each) => filled[each] ?? "")] },
    ]);
    const seen = await preview(bytes);
    assert.deepEqual([seen.body.format, seen.body.counts.red], ["echelon", 0]);
    assert.equal((await commit(seen.body.id)).body.added, 1);
    const faulty = await preview(faultyFile);
    const corrected = await get(`imports/${faulty.body.id}/corrected.xlsx?language=zh`);
    const table = readTable(new Uint8Array(corrected.rawPayload));
    assert.ok(table.ok);
    const lines = table.value.sheets[0]?.rows ?? [];
    assert.equal(lines[0]?.cells.at(-1), "问题");
    assert.match(lines[2]?.cells.at(-1) ?? "", /货号重复/);
    const found = findProductHeader(table.value);
    assert.ok(found);
    const again = readProductFile(found, { language: "en", currency: null });
    assert.equal(again.products.length, 3);
  });

  test("a large file is read and sorted in a thread of its own", async () => {
    const products = 2_000;
    const cpuOf = async (work: () => unknown) => {
      const before = process.threadCpuUsage();
      await work();
      return process.threadCpuUsage(before).user;
    };
    const sample = 200;
    const guessing = await cpuOf(() => {
      for (let at = 0; at < sample; at += 1) guessCategory({ zh: `保温杯${at}`, en: `Cup ${at}` });
    });
    const heading = "product_key,title_zh,title_en,sku,unit_cost";
    const lines = Array.from(
      { length: products },
      (_, at) => `k${at},保温杯${at},Cup ${at},S${at},9`,
    );
    const bytes = strToU8([heading, ...lines].join("\n"));
    const own = await cpuOf(async () => {
      assert.equal((await preview(bytes)).body.counts.add, products);
    });
    // Had this thread guessed them all, it would have spent at least that much.
    assert.ok(
      own < guessing * (products / sample),
      `${own} of ${guessing * (products / sample)} µs`,
    );
  });

  test("an enterprise's catalogue is its own; others see what is published", async () => {
    assert.equal((await preview(shopFile, {}, rival)).code, "exchange/no-such-catalog");
    assert.equal((await preview(shopFile, {}, teacher)).code, "platform/not-allowed");
    const seen = await preview(shopFile);
    await commit(seen.body.id, { publishes: false });
    assert.deepEqual((await app.call(teacher, "GET /catalogs")).body, []);
    const looking = await app.call(teacher, "GET /catalogs/:enterprise", {
      where: { enterprise: enterprise.id },
    });
    assert.equal(looking.code, "exchange/no-such-catalog");
    const where = { enterprise: enterprise.id };
    await app.call(mentor, "POST /catalogs/:enterprise/publish", { where, body: {} });
    assert.equal((await products({}, teacher)).items.length, 2);
    const rivals = await app.call(rival, "POST /catalogs/:enterprise/withdraw", {
      where,
      body: {},
    });
    assert.equal(rivals.code, "platform/not-allowed");
    assert.equal((await app.call(student, "GET /catalogs")).code, "platform/not-allowed");
    await app.call(mentor, "POST /catalogs/:enterprise/withdraw", { where, body: {} });
    assert.deepEqual(await publishedProducts(app.fresh.database, [enterprise.id]), []);
  });

  test("Chinese of two characters, parts of words and SKUs are found", async () => {
    const own = [
      "product_key,title_zh,title_en,sku,unit_cost",
      "t,户外双人帐篷,Tent for two,TENT-2,80",
      "b,保温杯,Insulated bottle,BTL-1,18",
    ].join("\n");
    await takeIn(strToU8(own));
    const keys = async (q: string) => (await products({ q })).items.map(({ key }) => key);
    assert.deepEqual(await keys("帐篷"), ["t"]);
    assert.deepEqual(await keys("保温"), ["b"]);
    assert.deepEqual(await keys("杯"), ["b"]);
    assert.deepEqual(await keys("insul bottle"), ["b"]);
    assert.deepEqual(await keys("tent-2"), ["t"]);
    assert.deepEqual(await keys("双保"), []);
    const first = await products({ limit: "1" });
    const second = await products({ limit: "1", after: first.next ?? "" });
    assert.deepEqual(
      [...first.items, ...second.items].map(({ key }) => key),
      ["b", "t"],
    );
    assert.equal(second.next, null);
  });

  test("editing fills gaps, and two people do not overwrite each other", async () => {
    await takeIn(shopFile, { currency: "GBP" });
    const scarf = (await products()).items.find(({ key }) => key === "scarf");
    const where = { enterprise: enterprise.id, product: scarf?.id ?? "" };
    const edit = (body: object) =>
      app.call(mentor, "PATCH /catalogs/:enterprise/products/:product", {
        where,
        body: { basedOn: 1, ...body },
      });
    const fresh = await app.call(mentor, "GET /catalogs/:enterprise/products/:product", { where });
    const basedOn = fresh.body.version;
    const items = [
      { sku: "SC-1", weightG: 95, hs: "6214100090", unitCostMinor: 4_500, costCurrency: "CNY" },
    ];
    const done = await edit({ basedOn, items, title: { zh: "真丝围巾", en: "Silk scarf" } });
    assert.equal(done.status, 200, JSON.stringify(done.body));
    const [sku] = done.body.items;
    assert.deepEqual(
      [sku?.weightG, sku?.used?.unitCostMinor, sku?.used?.hs],
      [95, 4_500, "6214100090"],
    );
    assert.ok(!done.body.assumed.includes("weight"));
    assert.equal((await edit({ basedOn, brand: "x" })).code, "exchange/product-changed");
    const next = done.body.version;
    assert.equal(
      (await edit({ basedOn: next, category: "x-none" })).code,
      "exchange/no-such-category",
    );
    assert.equal(
      (await edit({ basedOn: next, items: [{ sku: "?" }] })).code,
      "exchange/no-such-sku",
    );
    const gtin = [{ sku: "SC-1", gtin: "4006381333930" }];
    assert.equal((await edit({ basedOn: next, items: gtin })).code, "exchange/bad-gtin");
    const taken = await edit({ basedOn: next, items: [{ sku: "SC-1", weightG: null }] });
    assert.ok(taken.body.assumed.includes("weight"));
    // The shop's file has no weights and takes none away.
    await edit({ basedOn: taken.body.version, items });
    await takeIn(shopFile, { currency: "GBP" });
    const kept = await app.call(mentor, "GET /catalogs/:enterprise/products/:product", { where });
    assert.equal(kept.body.items[0]?.weightG, 95);
  });

  test("what goes out as a shop's file comes in without a change", async () => {
    await takeIn(shopFile, { currency: "GBP" });
    for (const format of ["shopify", "shopify-legacy"] as const) {
      const answer = await app.call(mentor, "GET /catalogs/:enterprise/products.csv", {
        where: { enterprise: enterprise.id },
        asks: { format, language: "en" },
      });
      assert.equal(answer.status, 200);
      const seen = await preview(new Uint8Array(answer.raw.rawPayload), { currency: "GBP" });
      assert.deepEqual([seen.body.format, seen.body.counts.same], [format, 2]);
    }
  });

  test("a text like a formula is named before an export, and not changed", async () => {
    await takeIn(strToU8("Handle,Title,Variant SKU,Variant Price\na,=HYPERLINK(1),S1,5"));
    const answer = await app.call(mentor, "GET /catalogs/:enterprise/products.csv", {
      where: { enterprise: enterprise.id },
      asks: { format: "shopify", language: "en" },
    });
    assert.equal(answer.code, "exchange/text-like-formula");
    assert.equal(answer.problem?.facts["cells"], 1);
  });

  test("a season gets every fact, in one order, and knows which were assumed", async () => {
    await takeIn(shopFile, { currency: "GBP" });
    const taken = await publishedProducts(app.fresh.database, [enterprise.id]);
    assert.deepEqual(
      taken.map(({ sku, name }) => [sku, name.zh]),
      [
        ["C-RED", "Insulated cup — Red"],
        ["C-BLUE", "Insulated cup — Blue"],
        ["SC-1", "Silk scarf"],
      ],
    );
    for (const product of taken) {
      assert.match(product.hs10, /^\d{10}$/);
      assert.ok(
        product.weightG > 0 && product.unitCostMinor > 0 && product.sizeMm.every((mm) => mm > 0),
      );
      assert.ok(product.assumed.includes("weight"));
    }
    assert.equal(taken[0]?.text.en, "Keeps hot");
  });

  const shared = new URL("../../../../../shared/data/products/", import.meta.url);
  const skip = existsSync(shared) ? false : "the shared data are not beside this clone";
  test("the shared file of 400 products is taken in whole and can be sold", { skip }, async () => {
    const file = readFileSync(new URL("shopify-products-from-online-retail.csv", shared));
    const done = await takeIn(new Uint8Array(file), { currency: "GBP" });
    assert.deepEqual([done.body.added, done.body.leftOut, done.body.published], [400, 0, 400]);
    const taken = await publishedProducts(app.fresh.database, [enterprise.id]);
    assert.equal(taken.length, 429);
    assert.equal(new Set(taken.map(({ sku }) => sku)).size, 429);
  });
});
