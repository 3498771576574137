import assert from "node:assert/strict";
import { after, before, beforeEach, suite, test } from "node:test";
import type { Caller } from "../../../platform/http/caller.ts";
import { publishedProducts } from "../index.ts";
import { type CatalogHouse, openCatalogHouse, shopFile } from "../testing/catalog-house.ts";

const lamp = {
  key: "desk-lamp",
  title: { zh: "护眼台灯", en: "Desk lamp" },
  text: { zh: "<p>不闪</p><script>1</script>", en: "" },
  category: "x-lighting",
  items: [
    {
      sku: "LAMP-1",
      unitCostMinor: 4_200,
      costCurrency: "CNY",
      weightG: 820,
      sizeMm: [300, 180, 160],
      hs: "940521",
      origin: "cn",
      battery: "none" as const,
      moq: 20,
      leadDays: 10,
    },
  ],
};

suite("a product that a mentor types", () => {
  let house: CatalogHouse;
  before(async () => {
    house = await openCatalogHouse();
  });
  after(() => house.app.stop());
  beforeEach(() => house.clear());

  const create = (wish = {}, caller: Caller = house.mentor) =>
    house.app.call(caller, "POST /catalogs/:enterprise/products", {
      where: house.where,
      body: { ...lamp, ...wish },
    });
  const edit = (product: string, body: { basedOn: number; [field: string]: unknown }) =>
    house.app.call(house.mentor, "PATCH /catalogs/:enterprise/products/:product", {
      where: { ...house.where, product },
      body,
    });

  test("is a draft with a report as an imported one, and is sold once published", async () => {
    const { status, body } = await create();
    assert.equal(status, 200);
    assert.deepEqual(
      [body.state, body.readiness, body.category.id, body.category.isAssumed],
      ["draft", "amber", "x-lighting", false],
    );
    assert.deepEqual([body.weaknesses, body.assumed], [["exchange/weak-few-pictures"], []]);
    assert.equal(body.text.zh.includes("script"), false);
    const { database } = house.app.fresh;
    assert.deepEqual(await publishedProducts(database, [house.where.enterprise]), []);
    await house.app.call(house.mentor, "POST /catalogs/:enterprise/publish", {
      where: house.where,
      body: { products: [body.id] },
    });
    const [sold] = await publishedProducts(database, [house.where.enterprise]);
    assert.deepEqual([sold?.sku, sold?.unitCostMinor, sold?.moq], ["LAMP-1", 4_200, 20]);
    assert.deepEqual(
      (await house.products({ q: "台灯" })).items.map(({ key }) => key),
      ["desk-lamp"],
    );
  });

  test("may lack what is assumed, and without a cost it cannot be sold", async () => {
    const { body } = await create({ items: [{ sku: "LAMP-1" }], category: null });
    assert.equal(body.readiness, "red");
    assert.ok(body.weaknesses.includes("exchange/csv-no-price"));
    assert.ok(body.category.isAssumed && body.assumed.includes("weight"));
    const { body: mended } = await edit(body.id, {
      basedOn: body.version,
      items: [{ sku: "LAMP-1", unitCostMinor: 900 }],
    });
    assert.equal(mended.readiness, "amber");
  });

  test("never takes the place of a product or a SKU that is there", async () => {
    await house.takeIn(shopFile, { currency: "GBP" });
    const before = await house.rows("product");
    const taken = await create({ key: "cup" });
    assert.deepEqual([taken.status, taken.code], [409, "exchange/product-exists"]);
    const sku = await create({ items: [{ sku: "SC-1" }] });
    assert.equal(sku.code, "exchange/sku-taken");
    assert.deepEqual(sku.problem?.facts, { sku: "SC-1", product: "scarf" });
    const twice = await create({ items: [{ sku: "L" }, { sku: " L " }] });
    assert.equal(twice.code, "exchange/sku-taken");
    assert.deepEqual(await house.rows("product"), before);
  });

  test("is held to what an edit is held to", async () => {
    const refused = async (wish: object) => (await create(wish)).code;
    assert.equal(await refused({ category: "x-none" }), "exchange/no-such-category");
    const gtin = { sku: "A", gtin: "4006381333930" };
    assert.equal(await refused({ items: [gtin] }), "exchange/bad-gtin");
    const currency = { sku: "A", costCurrency: "XYZ" };
    assert.equal(await refused({ items: [currency] }), "exchange/no-such-currency");
    assert.equal(await refused({ items: [] }), "platform/malformed-request");
    assert.equal(await refused({ key: "  " }), "platform/malformed-request");
    assert.equal(await refused({ optionNames: ["Color"] }), "exchange/options-differ");
    assert.deepEqual(await house.rows("product"), []);
  });

  test("belongs to its enterprise", async () => {
    assert.equal((await create({}, house.rival)).code, "exchange/no-such-catalog");
    assert.equal((await create({}, house.teacher)).code, "platform/not-allowed");
    await house.takeIn(shopFile, { currency: "GBP" });
    assert.equal((await create({}, house.rival)).code, "platform/not-allowed");
  });

  test("gets and loses SKUs, each with its options, and keeps at least one", async () => {
    const items = [
      { sku: "L-W", options: ["白"], unitCostMinor: 10 },
      { sku: "L-B", options: ["黑"], unitCostMinor: 12 },
    ];
    const { body } = await create({ optionNames: ["颜色"], items });
    assert.deepEqual(
      body.items.map(({ options }) => options),
      [["白"], ["黑"]],
    );
    const next = await edit(body.id, {
      basedOn: body.version,
      dropItems: ["L-W"],
      newItems: [{ sku: "L-R", options: ["红"], unitCostMinor: 11 }],
    });
    assert.deepEqual(
      next.body.items.map(({ sku }) => sku),
      ["L-B", "L-R"],
    );
    const kept = (await house.rows("sku")).map(({ sku }) => String(sku));
    assert.deepEqual(new Set(kept), new Set(["L-B", "L-R"]));
    const basedOn = next.body.version;
    const code = async (wish: object) => (await edit(body.id, { basedOn, ...wish })).code;
    assert.equal(await code({ dropItems: ["L-B", "L-R"] }), "exchange/last-sku");
    assert.equal(await code({ dropItems: ["L-W"] }), "exchange/no-such-sku");
    assert.equal(await code({ newItems: [{ sku: "N" }] }), "exchange/options-differ");
    await create({ key: "other", items: [{ sku: "OTHER" }] });
    const others = { sku: "OTHER", options: ["白"] };
    assert.equal(await code({ newItems: [others] }), "exchange/sku-taken");
    const again = { dropItems: ["L-R"], newItems: [{ sku: "L-R", options: ["粉"] }] };
    assert.equal(await code(again), null);
  });
});
