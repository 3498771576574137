import assert from "node:assert/strict";
import { after, before, beforeEach, suite, test } from "node:test";
import { strToU8 } from "fflate";
import { publishedProducts } from "../index.ts";
import { type CatalogHouse, openCatalogHouse, shopFile } from "../testing/catalog-house.ts";

suite("catalogues", () => {
  let house: CatalogHouse;
  before(async () => {
    house = await openCatalogHouse();
  });
  after(() => house.app.stop());
  beforeEach(() => house.clear());

  test("an enterprise's catalogue is its own; others see what is published", async () => {
    assert.equal((await house.preview(shopFile, {}, house.rival)).code, "exchange/no-such-catalog");
    assert.equal((await house.preview(shopFile, {}, house.teacher)).code, "platform/not-allowed");
    const seen = await house.preview(shopFile);
    await house.commit(seen.body.id, { publishes: false });
    assert.deepEqual((await house.app.call(house.teacher, "GET /catalogs")).body, []);
    const looking = await house.app.call(house.teacher, "GET /catalogs/:enterprise", {
      where: house.where,
    });
    assert.equal(looking.code, "exchange/no-such-catalog");
    const { where } = house;
    await house.app.call(house.mentor, "POST /catalogs/:enterprise/publish", { where, body: {} });
    assert.equal((await house.products({}, house.teacher)).items.length, 2);
    const rivals = await house.app.call(house.rival, "POST /catalogs/:enterprise/withdraw", {
      where,
      body: {},
    });
    assert.equal(rivals.code, "platform/not-allowed");
    assert.equal(
      (await house.app.call(house.student, "GET /catalogs")).code,
      "platform/not-allowed",
    );
    await house.app.call(house.mentor, "POST /catalogs/:enterprise/withdraw", { where, body: {} });
    assert.deepEqual(
      await publishedProducts(house.app.fresh.database, [house.where.enterprise]),
      [],
    );
  });

  test("Chinese of two characters, parts of words and SKUs are found", async () => {
    const own = [
      "product_key,title_zh,title_en,sku,unit_cost",
      "t,户外双人帐篷,Tent for two,TENT-2,80",
      "b,保温杯,Insulated bottle,BTL-1,18",
    ].join("\n");
    await house.takeIn(strToU8(own));
    const keys = async (q: string) => (await house.products({ q })).items.map(({ key }) => key);
    assert.deepEqual(await keys("帐篷"), ["t"]);
    assert.deepEqual(await keys("保温"), ["b"]);
    assert.deepEqual(await keys("杯"), ["b"]);
    assert.deepEqual(await keys("insul bottle"), ["b"]);
    assert.deepEqual(await keys("tent-2"), ["t"]);
    assert.deepEqual(await keys("双保"), []);
    const first = await house.products({ limit: "1" });
    const second = await house.products({ limit: "1", after: first.next ?? "" });
    assert.deepEqual(
      [...first.items, ...second.items].map(({ key }) => key),
      ["b", "t"],
    );
    assert.equal(second.next, null);
  });

  test("editing fills gaps, and two people do not overwrite each other", async () => {
    await house.takeIn(shopFile, { currency: "GBP" });
    const scarf = (await house.products()).items.find(({ key }) => key === "scarf");
    const where = { ...house.where, product: scarf?.id ?? "" };
    const edit = (body: object) =>
      house.app.call(house.mentor, "PATCH /catalogs/:enterprise/products/:product", {
        where,
        body: { basedOn: 1, ...body },
      });
    const fresh = await house.app.call(
      house.mentor,
      "GET /catalogs/:enterprise/products/:product",
      { where },
    );
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
    await house.takeIn(shopFile, { currency: "GBP" });
    const kept = await house.app.call(house.mentor, "GET /catalogs/:enterprise/products/:product", {
      where,
    });
    assert.equal(kept.body.items[0]?.weightG, 95);
  });

  test("what goes out as a shop's file comes in without a change", async () => {
    await house.takeIn(shopFile, { currency: "GBP" });
    for (const format of ["shopify", "shopify-legacy"] as const) {
      const answer = await house.app.call(house.mentor, "GET /catalogs/:enterprise/products.csv", {
        where: house.where,
        asks: { format, language: "en" },
      });
      assert.equal(answer.status, 200);
      const seen = await house.preview(new Uint8Array(answer.raw.rawPayload), { currency: "GBP" });
      assert.deepEqual([seen.body.format, seen.body.counts.same], [format, 2]);
    }
  });

  test("a text like a formula is named before an export, and not changed", async () => {
    await house.takeIn(strToU8("Handle,Title,Variant SKU,Variant Price\na,=HYPERLINK(1),S1,5"));
    const answer = await house.app.call(house.mentor, "GET /catalogs/:enterprise/products.csv", {
      where: house.where,
      asks: { format: "shopify", language: "en" },
    });
    assert.equal(answer.code, "exchange/text-like-formula");
    assert.equal(answer.problem?.facts["cells"], 1);
  });

  test("a season gets every fact, in one order, and knows which were assumed", async () => {
    await house.takeIn(shopFile, { currency: "GBP" });
    const taken = await publishedProducts(house.app.fresh.database, [house.where.enterprise]);
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
});
