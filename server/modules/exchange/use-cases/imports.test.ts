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
import { guessCategory } from "../atlas.ts";
import { publishedProducts } from "../index.ts";
import {
  type CatalogHouse,
  faultyFile,
  openCatalogHouse,
  shopFile,
} from "../testing/catalog-house.ts";

suite("catalogue imports", () => {
  let house: CatalogHouse;
  before(async () => {
    house = await openCatalogHouse();
  });
  after(() => house.app.stop());
  beforeEach(() => house.clear());

  test("the preview tells what would happen and writes no product", async () => {
    const { body } = (await house.preview(shopFile, { currency: "GBP" })) as {
      body: ImportPreview;
    };
    assert.deepEqual(
      [body.format, body.counts.products, body.counts.skus, body.counts.add, body.counts.red],
      ["shopify-legacy", 2, 3, 2, 0],
    );
    assert.deepEqual(body.unknownColumns, ["Season"]);
    assert.ok(body.assumed.some(({ fact, skus }) => fact === "weight" && skus === 3));
    assert.deepEqual(await house.rows("product"), []);
  });

  test("a commit takes the file in, and the same file again changes nothing", async () => {
    assert.deepEqual((await house.takeIn(shopFile, { currency: "GBP" })).body, {
      added: 2,
      changed: 0,
      unchanged: 0,
      leftOut: 0,
      published: 2,
    });
    const before = await house.rows("product");
    const again = (await house.takeIn(shopFile, { currency: "GBP" })).body;
    assert.deepEqual([again.added, again.changed, again.unchanged], [0, 0, 2]);
    assert.deepEqual(await house.rows("product"), before);
  });

  test("a file with faults writes nothing, or only its sound products when asked", async () => {
    const seen = await house.preview(faultyFile);
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
    assert.equal((await house.commit(seen.body.id)).code, "exchange/import-faulty");
    assert.deepEqual([await house.rows("product"), await house.rows("sku")], [[], []]);
    const some = await house.commit(seen.body.id, { leavesOutFaulty: true });
    assert.deepEqual([some.body.added, some.body.leftOut], [1, 2]);
    assert.deepEqual(
      (await house.rows("sku")).map(({ sku }) => sku),
      ["L-1"],
    );
  });

  test("a SKU of another product of the catalogue is not taken over", async () => {
    await house.takeIn(shopFile);
    const thief = strToU8("Handle,Title,Variant SKU,Variant Price\nnew,New cup,C-RED,5");
    const seen = await house.preview(thief);
    assert.equal(seen.body.counts.red, 1);
    assert.equal(seen.body.problems[0].facts.product, "cup");
  });

  test("a preview is stale once the catalogue changed, and a file is taken in once", async () => {
    const first = await house.preview(shopFile);
    const second = await house.preview(shopFile);
    assert.equal((await house.commit(first.body.id)).status, 200);
    assert.equal((await house.commit(first.body.id)).code, "exchange/import-committed");
    assert.equal((await house.commit(second.body.id)).code, "exchange/preview-stale");
  });

  test("of two commits at once one is taken in and the other finds it stale", async () => {
    const ids = [(await house.preview(shopFile)).body.id, (await house.preview(shopFile)).body.id];
    const answers = await Promise.all(ids.map((id) => house.commit(id)));
    assert.deepEqual(answers.map(({ code }) => code ?? "in").toSorted(), [
      "exchange/preview-stale",
      "in",
    ]);
    assert.equal((await house.rows("product")).length, 2);
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
      assert.equal((await house.preview(bytes)).code, code);
      // The file may cost its own size a few times over, and no more of this process.
      assert.ok(process.memoryUsage().rss - before < 500 * 2 ** 20, code);
    }
    assert.deepEqual([await house.rows("catalog_import"), await house.rows("product")], [[], []]);
  });

  test("a formula without a value is a fault of its cell; one with a value is read", async () => {
    const { default: ExcelJS } = await import("exceljs");
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("a");
    sheet.addRow(["product_key", "title_en", "sku", "unit_cost", "weight_g"]);
    sheet.addRow(["a", "Cup", "S1", { formula: "1+1", result: 2 }, 300]);
    sheet.addRow(["b", "Bowl", "S2", { formula: "D2*2" }, 300]);
    const { body } = await house.preview(new Uint8Array(await book.xlsx.writeBuffer()));
    assert.equal(body.counts.red, 1);
    assert.ok(
      body.problems.some(
        ({ code, row, column }: { code: string; row: number; column: string }) =>
          code === "exchange/csv-cell-formula" && row === 3 && column === "unit_cost",
      ),
    );
  });

  test("a filled template is taken in; a corrected file says what is wrong", async () => {
    const get = (path: string) =>
      house.app.app.fastify.inject({
        url: `/api/catalogs/${house.where.enterprise}/${path}`,
        headers: { cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(house.mentor))}` },
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
    const seen = await house.preview(bytes);
    assert.deepEqual([seen.body.format, seen.body.counts.red], ["echelon", 0]);
    assert.equal((await house.commit(seen.body.id)).body.added, 1);
    const faulty = await house.preview(faultyFile);
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
      assert.equal((await house.preview(bytes)).body.counts.add, products);
    });
    // Had this thread guessed them all, it would have spent at least that much.
    assert.ok(
      own < guessing * (products / sample),
      `${own} of ${guessing * (products / sample)} µs`,
    );
  });

  const shared = new URL("../../../../../shared/data/products/", import.meta.url);
  const skip = existsSync(shared) ? false : "the shared data are not beside this clone";
  test("the shared file of 400 products is taken in whole and can be sold", { skip }, async () => {
    const file = readFileSync(new URL("shopify-products-from-online-retail.csv", shared));
    const done = await house.takeIn(new Uint8Array(file), { currency: "GBP" });
    assert.deepEqual([done.body.added, done.body.leftOut, done.body.published], [400, 0, 400]);
    const taken = await publishedProducts(house.app.fresh.database, [house.where.enterprise]);
    assert.equal(taken.length, 429);
    assert.equal(new Set(taken.map(({ sku }) => sku)).size, 429);
  });
});
