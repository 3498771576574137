import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, suite, test } from "node:test";
import { picturesUploadedMax } from "@echelon/contract/exchange/picture-limits.ts";
import { strFromU8, strToU8 } from "fflate";
import type { Caller } from "../../../platform/http/caller.ts";
import { upload } from "../../identity/testing/upload.ts";
import { publishedProducts } from "../index.ts";
import { type CatalogHouse, openCatalogHouse, shopFile } from "../testing/catalog-house.ts";
import { picture } from "../testing/pictures.ts";

suite("pictures of a product", () => {
  let house: CatalogHouse;
  let product = "";
  before(async () => {
    house = await openCatalogHouse();
  });
  after(() => house.app.stop());
  beforeEach(async () => {
    await house.clear();
    await house.takeIn(shopFile, { currency: "GBP" });
    const scarf = (await house.products()).items.find(({ key }) => key === "scarf");
    product = scarf?.id ?? "";
  });

  const add = (bytes: Uint8Array, caller: Caller = house.mentor, fileName = "IMG_1.jpg") =>
    upload(house.app, {
      caller,
      path: `/catalogs/${house.where.enterprise}/products/${product}/pictures`,
      fileName,
      bytes,
    });
  const view = async () =>
    (
      await house.app.call(house.mentor, "GET /catalogs/:enterprise/products/:product", {
        where: { ...house.where, product },
      })
    ).body;
  const order = (basedOn: number, addresses: string[], caller: Caller = house.mentor) =>
    house.app.call(caller, "PUT /catalogs/:enterprise/products/:product/pictures", {
      where: { ...house.where, product },
      body: { basedOn, addresses },
    });
  const files = () =>
    readdirSync(join(house.app.app.means.config.home, "files"), {
      recursive: true,
      withFileTypes: true,
    }).filter((entry) => entry.isFile()).length;

  test("are kept in two sizes and shown to whoever is signed in", async () => {
    const { status, body } = await add(picture("jpeg"));
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(body.pictures.length, 1);
    const { path, smallPath } = body.pictures[0];
    assert.equal(body.picture, smallPath);
    const get = (size: "large" | "small") =>
      house.app.call(house.student, "GET /pictures/:picture", {
        where: { picture: path.split("/").at(-1) },
        asks: { size },
      });
    const [large, small] = [await get("large"), await get("small")];
    for (const { raw } of [large, small]) {
      assert.equal(raw.headers["content-type"], "image/webp");
      assert.match(String(raw.headers["cache-control"]), /immutable/);
      assert.equal(raw.rawPayload.subarray(8, 12).toString(), "WEBP");
    }
    assert.ok(small.raw.rawPayload.length < large.raw.rawPayload.length);
    const taken = await publishedProducts(house.app.fresh.database, [house.where.enterprise]);
    assert.equal(taken.find(({ sku }) => sku === "SC-1")?.picture, path);
  });

  test("are put in order, taken off, and the same one stays once", async () => {
    await add(picture("jpeg"));
    await add(picture("jpeg"));
    await add(picture("png"), house.mentor, "no-ending");
    const { body: three } = await add(picture("webp"), house.mentor, "wrong.png");
    const [a, b, c] = three.pictures.map(({ path }: { path: string }) => path);
    assert.equal(three.pictures.length, 3);
    assert.equal(three.weaknesses.includes("exchange/weak-few-pictures"), false);
    const turned = await order(three.version, [c, a]);
    assert.deepEqual(
      turned.body.pictures.map(({ path }) => path),
      [c, a],
    );
    assert.equal(turned.body.picture, `${c}?size=small`);
    assert.equal((await order(three.version, [a])).code, "exchange/product-changed");
    const { version } = turned.body;
    assert.equal((await order(version, [a, b])).code, "exchange/no-such-picture");
    assert.equal((await view()).pictures.length, 2);
    assert.deepEqual((await order(version, [])).body.pictures, []);
  });

  test("are refused by what they are, and nothing of them stays", async () => {
    await add(picture("jpeg"));
    const before = [await view(), await house.rows("picture"), files()];
    const svg = strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>');
    const refused: [Uint8Array, string, number][] = [
      [svg, "exchange/picture-wrong-type", 415],
      [shopFile, "exchange/picture-wrong-type", 415],
      [new Uint8Array(), "exchange/picture-wrong-type", 415],
      [picture("png").subarray(0, 90), "exchange/picture-unreadable", 422],
      [picture("claiming"), "exchange/picture-too-many-pixels", 413],
      [new Uint8Array(11 * 2 ** 20), "platform/too-large", 413],
    ];
    for (const [bytes, code, status] of refused) {
      const answer = await add(bytes);
      assert.deepEqual([answer.code, answer.status], [code, status]);
    }
    assert.deepEqual([await view(), await house.rows("picture"), files()], before);
  });

  test("of another enterprise's product are not to be touched", async () => {
    const { version } = await view();
    assert.equal((await add(picture("jpeg"), house.rival)).code, "platform/not-allowed");
    assert.equal((await order(version, [], house.rival)).code, "platform/not-allowed");
    assert.equal((await add(picture("jpeg"), house.student)).code, "platform/not-allowed");
    product = "01900000-0000-7000-8000-0000000000ff";
    assert.equal((await add(picture("jpeg"))).code, "exchange/no-such-product");
    assert.equal((await order(1, [])).code, "exchange/no-such-product");
  });

  test("are so many and no more", async () => {
    const { body } = await add(picture("jpeg"));
    const many = Array.from({ length: picturesUploadedMax }, (_, at) => ({
      url: `/api/pictures/${String(at).padStart(64, "0")}`,
      alt: "",
    }));
    await house.app.fresh.owner.pool.query(
      `update exchange.product set record = jsonb_set(record, '{pictures}', $1) where id = $2`,
      [JSON.stringify(many), body.id],
    );
    const full = await add(picture("png"));
    assert.equal(full.code, "exchange/too-many-pictures");
    assert.deepEqual(full.body.facts, { picturesMax: picturesUploadedMax });
  });

  test("outlive a shop's file that names others, and come back from an export", async () => {
    const { body } = await add(picture("jpeg"));
    const own = body.pictures[0].path;
    const lines = strFromU8(shopFile).split("\r\n");
    const foreign = "https://shop.example/scarf.jpg";
    const withPicture = lines.map((line, at) =>
      at === 0 ? `${line},Image Src` : line.startsWith("scarf") ? `${line},${foreign}` : `${line},`,
    );
    const file = strToU8(withPicture.join("\r\n"));
    await house.takeIn(file, { currency: "GBP" });
    const addresses = async () =>
      (await view()).pictures.map(({ path, foreignUrl }) => path ?? foreignUrl);
    assert.deepEqual(await addresses(), [own, foreign]);
    const again = await house.preview(file, { currency: "GBP" });
    assert.equal(again.body.counts.same, 2);
    const exported = await house.app.call(house.mentor, "GET /catalogs/:enterprise/products.csv", {
      where: house.where,
      asks: { format: "shopify", language: "en" },
    });
    assert.ok(exported.raw.body.includes(`${house.app.app.means.config.url}${own}`));
    const back = await house.preview(new Uint8Array(exported.raw.rawPayload), { currency: "GBP" });
    assert.equal(back.body.counts.same, 2);
  });
});
