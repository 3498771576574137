import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor, VisitorOptions } from "../browser/visitor.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

const lamp = { zh: "护眼台灯", en: "Eye-care desk lamp", sku: "LAMP-7" };

/** A real exporter's 400 products as a shop writes them out; they lie beside the clone or not. */
const shopFile = join(
  import.meta.dirname,
  "../../../shared/data/products/shopify-products-from-online-retail.csv",
);
const productsOfShopFile = 400;

const visits = [
  { language: "zh", screen: "phone" },
  { language: "en", screen: "lab" },
] as const;

for (const options of visits)
  journey(
    `an enterprise puts its products on sale (${options.language})`,
    { isDemo: true },
    (stage) => offer(stage, options),
  );

async function offer({ visit }: Stage, options: VisitorOptions): Promise<void> {
  const mentor = await visit(options);
  await enterAs(mentor, "方正平");
  await goTo(mentor, mentor.say("我的产品", "My products"));
  await typeProduct(mentor);
  await addPictures(mentor);
  await publish(mentor);
  await findProduct(mentor);
  if (existsSync(shopFile)) await takeShopFileIn(mentor);
  else process.stderr.write("no shop's file is taken in: it is not beside this clone\n");
}

/** A draft from two titles, a SKU and its cost; what is missing is asked for first. */
async function typeProduct(mentor: Visitor): Promise<void> {
  const { page } = mentor;
  await page.getByRole("link", { name: mentor.say("新建产品", "New product") }).click();
  await press(mentor, mentor.say("保存为草稿", "Save as draft"));
  await page.getByText(mentor.say("请填写中文或英文名称。", "Enter a title in")).waitFor();
  await look(mentor, "missing");
  await page.getByLabel(mentor.say("中文名称", "Title in Chinese")).fill(lamp.zh);
  await page.getByLabel(mentor.say("英文名称", "Title in English")).fill(lamp.en);
  const key = page.getByLabel(mentor.say("产品编号", "Product key"));
  assert.equal(await key.inputValue(), "eye-care-desk-lamp");
  await page.getByLabel(mentor.say("第 1 个单品的货号", "SKU in row 1")).fill(lamp.sku);
  await cell(mentor, "单位成本", "Unit cost").fill("42.50");
  await cell(mentor, "重量（克）", "Weight, g").fill("820");
  await look(mentor, "typed");
  await press(mentor, mentor.say("保存为草稿", "Save as draft"));
  await page.getByRole("heading", { name: mentor.say(lamp.zh, lamp.en) }).waitFor();
  await page.getByText(mentor.say("这是草稿", "This is a draft")).waitFor();
}

const cell = (mentor: Visitor, zh: string, en: string) =>
  mentor.page.getByLabel(mentor.say(`${lamp.sku} 的${zh}`, `${en} of ${lamp.sku}`));

/** Two photographs and a file that only calls itself one; the second becomes the first. */
async function addPictures(mentor: Visitor): Promise<void> {
  const { page } = mentor;
  const files = [
    { name: "front.jpg", mimeType: "image/jpeg", buffer: await photograph(mentor, "#b5533c") },
    { name: "drawing.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") },
    { name: "side.jpg", mimeType: "image/jpeg", buffer: await photograph(mentor, "#2f6f8f") },
  ];
  mentor.expectRefusal("exchange/picture-wrong-type");
  await page.getByLabel(mentor.say("选择图片", "Choose pictures")).setInputFiles(files);
  const pictures = page.locator(".pictures").getByRole("img");
  await pictures.nth(1).waitFor();
  await page.getByRole("alert").filter({ hasText: "drawing.png" }).waitFor();
  await look(mentor, "pictures");
  const second = (await pictures.nth(1).getAttribute("src")) ?? "";
  await press(mentor, mentor.say("图 2 设为第一张", "Make picture 2 the first"));
  await page.locator(`.pictures li:first-child img[src="${second}"]`).waitFor();
  const isDrawn = await pictures.first().evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return false;
    await image.decode();
    return image.naturalWidth === 320;
  });
  assert.ok(isDrawn, "the small form is drawn");
}

/** What a phone would send: a JPEG that the browser itself encodes. */
async function photograph(mentor: Visitor, color: string): Promise<Buffer> {
  const base64 = await mentor.page.evaluate((fill) => {
    const canvas = document.createElement("canvas");
    canvas.width = 2_000;
    canvas.height = 1_500;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.fillStyle = fill;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#f4efe6";
    context.fillRect(700, 300, 600, 900);
    return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
  }, color);
  return Buffer.from(base64, "base64");
}

/** It can be sold although some facts are assumed, and says which. */
async function publish(mentor: Visitor): Promise<void> {
  const { page } = mentor;
  const lacks = page.locator(".card").filter({
    has: page.getByRole("heading", { name: mentor.say("还缺什么", "What is missing") }),
  });
  await lacks.getByText(mentor.say("可以销售", "Can be sold")).waitFor();
  await lacks.getByText(mentor.say("尺寸为假定值", "size is assumed")).waitFor();
  assert.equal(await lacks.getByText(mentor.say("重量为假定值", "weight is")).count(), 0);
  await press(mentor, mentor.say("发布", "Publish"));
  await button(mentor, mentor.say("撤回", "Withdraw")).waitFor();
  await look(mentor, "published");
}

async function findProduct(mentor: Visitor): Promise<void> {
  const { page } = mentor;
  await page.getByRole("link", { name: mentor.say("返回产品", "Back to products") }).click();
  const find = mentor.say("按名称、品牌、货号或条码查找", "Find by title, brand, SKU or barcode");
  await page.getByRole("textbox", { name: find }).fill(lamp.sku);
  const row = page
    .getByRole("row")
    .or(page.getByRole("listitem"))
    .filter({ hasText: mentor.say(lamp.zh, lamp.en) });
  await row.getByText(mentor.say("已发布", "published")).waitFor();
  await look(mentor, "list");
}

/** Read, reported and taken in: the whole catalogue of a shop. */
async function takeShopFileIn(mentor: Visitor): Promise<void> {
  const { page } = mentor;
  await page.getByRole("link", { name: mentor.say("导入产品", "Import products") }).click();
  await page
    .getByLabel(mentor.say("选择或拖入文件", "Choose or drop a file"))
    .setInputFiles(shopFile);
  const take = button(
    mentor,
    mentor.say(`导入 ${productsOfShopFile} 个产品`, `Take in ${productsOfShopFile} products`),
  );
  await take.waitFor();
  await mentor.assertAccessible();
  await mentor.assertFits();
  await take.click();
  await page.getByRole("heading", { name: mentor.say("导入完成", "Taken in") }).waitFor();
  await look(mentor, "taken-in");
}
