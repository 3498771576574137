import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor, VisitorOptions } from "../browser/visitor.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

const daysMax = 4;
const closeMsMax = 30_000;
const tabsMany = 7;

const visits: readonly VisitorOptions[] = [
  { language: "zh", screen: "phone" },
  { language: "en", screen: "lab" },
];

for (const wish of visits)
  journey(
    `a student makes the first sale (${wish.language}, ${wish.screen})`,
    { isDemo: true },
    (stage) => makeFirstSale(stage, wish),
  );

async function makeFirstSale({ visit }: Stage, wish: VisitorOptions): Promise<void> {
  const student = await visit(wish);
  await enterAs(student, "李明轩");
  await press(student, student.say("开始练习", "Start practicing"));
  await student.page.waitForURL(/\/s\/[^/]+\/\d+\/today$/);
  const toChoosing = student.page
    .getByRole("region", { name: student.say("引导日", "Your guided day") })
    .getByRole("link", { name: student.say("去选品", "Choose a product") });
  await toChoosing.waitFor({ timeout: closeMsMax });
  await look(student, "first-morning");
  await toChoosing.click();
  await choose(student);
  const phrase = await list(student);
  await advertise(student, phrase);
  await closeUntilSold(student);
  if (wish.screen === "lab") await closeBesideManyTabs(student);
  await openOrder(student);
  await openDocument(student);
  await goTo(student, student.say("资金", "Money"));
  await student.page.getByRole("table").waitFor();
  await look(student, "money");
}

async function choose(student: Visitor): Promise<void> {
  const { page } = student;
  const product = page
    .getByRole("listitem")
    .filter({ hasText: student.say("纤细保温杯", "Slim Insulated Water Bottle") });
  await product.getByRole("button", { name: student.say("选这个", "Choose") }).click();
  const toListing = product.getByRole("link", { name: student.say("去刊登", "Write the listing") });
  await toListing.waitFor();
  await look(student, "choose");
  await toListing.click();
}

/** Words from the table of searches, the suggested price, a service; gives the search aimed at. */
async function list(student: Visitor): Promise<string> {
  const { page } = student;
  const searches = page.getByRole("region", {
    name: student.say("的搜索词", "What buyers type in"),
  });
  const search = searches.getByRole("listitem").first();
  await search.waitFor();
  const phrase = (await search.locator("strong").first().textContent()) ?? "";
  const addTerm = search.getByRole("button", { name: student.say("加进标题", "to the title") });
  for (let left = await addTerm.count(); left > 0; left--) await addTerm.first().click();
  await search.getByRole("button", { name: phrase }).last().click();
  assert.notEqual(
    await page.getByLabel(student.say("标题", "Title"), { exact: true }).inputValue(),
    "",
  );
  for (const price of ["25", "29.9", "14.49"]) await typePrice(page, price);
  await press(student, student.say("就用它", "Use it"));
  await page.locator("#shipping").getByRole("radio").first().check();
  await page.getByText(student.say("一件的钱去了哪里", "Where the money")).first().waitFor();
  await look(student, "listing");
  await press(student, student.say("刊登", "Publish"));
  await page.getByText(student.say("已提交，第 1 天", "it acts when day 1 closes")).waitFor();
  return phrase;
}

/** A price typed quickly over the one that stands there loses no digit. */
async function typePrice(page: Page, price: string): Promise<void> {
  const field = page.locator("#price");
  await field.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(price);
  await page.keyboard.press("Tab");
  assert.equal(await field.inputValue(), Number(price).toFixed(2));
}

/** One campaign with one keyword, at the bid that the room proposes. */
async function advertise(student: Visitor, phrase: string): Promise<void> {
  const { page } = student;
  await goTo(student, student.say("广告", "Advertising"));
  await press(student, student.say("新建广告活动", "New campaign"));
  const drawer = page.getByRole("dialog");
  await drawer
    .getByRole("combobox", { name: student.say("推广的商品", "Product to advertise") })
    .click();
  await page.getByRole("option").first().click();
  await drawer.getByLabel(student.say("关键词", "Keyword"), { exact: true }).fill(phrase);
  await drawer.getByRole("button", { name: student.say("就用建议价", "Use $") }).click();
  await look(student, "campaign");
  await drawer.getByRole("button", { name: student.say("开始投放", "Start advertising") }).click();
  await drawer.waitFor({ state: "hidden" });
}

/** Orders are the rows of a table, and on a phone cards. */
const firstOrder = (student: Visitor): Locator =>
  student.page
    .getByRole("table")
    .or(student.page.getByRole("list", { name: student.say("订单", "Orders"), exact: true }))
    .getByRole("link")
    .first();

/** A new store's first order takes luck as well; four days are plenty. */
async function closeUntilSold(student: Visitor): Promise<void> {
  const { page } = student;
  for (let day = 1; day <= daysMax; day++) {
    await goTo(student, student.say("今日", "Today"));
    await press(student, student.say(`结算第 ${day} 天`, `Close day ${day}`));
    const next = student.say(`结算第 ${day + 1} 天`, `Close day ${day + 1}`);
    await button(student, next).waitFor({ timeout: closeMsMax });
    await page.getByText(student.say(`第 ${day} 天已结算`, `Day ${day} has closed`)).waitFor();
    if (day === 1) await look(student, "second-morning");
    await goTo(student, student.say("订单", "Orders"));
    const order = firstOrder(student);
    const none = page.getByText(student.say("还没有订单", "No orders yet"));
    await order.or(none).first().waitFor();
    if (await order.isVisible()) return;
  }
  assert.fail(`no order within ${daysMax} days`);
}

/** More tabs than a browser has connections to one server: each of them hears of the close. */
async function closeBesideManyTabs(student: Visitor): Promise<void> {
  const { page } = student;
  await goTo(student, student.say("今日", "Today"));
  const close = page.getByRole("button", { name: student.say("结算第", "Close day") });
  const day = /\d+/.exec((await close.textContent()) ?? "")?.[0] ?? "";
  const context = page.context();
  const tabs = await Promise.all(Array.from({ length: tabsMany }, () => context.newPage()));
  // A tab that had not shown the open day when it closed has no close to tell of.
  for (const tab of tabs) {
    await tab.goto(page.url());
    await tab.getByRole("button", { name: student.say("结算第", "Close day") }).waitFor();
  }
  await close.click();
  const turn = student.say(`第 ${day} 天已结算`, `Day ${day} has closed`);
  for (const tab of [page, ...tabs]) await tab.getByText(turn).waitFor({ timeout: closeMsMax });
  for (const tab of tabs) await tab.close();
  await goTo(student, student.say("订单", "Orders"));
}

async function openOrder(student: Visitor): Promise<void> {
  const { page } = student;
  await look(student, "orders");
  const order = firstOrder(student);
  const id = (await order.textContent()) ?? "";
  await order.click();
  await page.getByRole("heading", { name: student.say(`订单 ${id}`, `Order ${id}`) }).waitFor();
  await look(student, "order");
}

/** From the order to the revenue it made, and to the document in everybody's books. */
async function openDocument(student: Visitor): Promise<void> {
  const { page } = student;
  await page
    .getByRole("link", { name: student.say("货款和运费", "Price and shipping fee") })
    .click();
  const answered = page.waitForResponse(/\/documents\/\d+$/);
  // A row of the table, or on a phone the first of its cards.
  const posting = page.getByRole("row").nth(1).or(page.locator(".row-cards > li").first());
  await posting.getByRole("button").click();
  const { lines } = (await (await answered).json()) as {
    lines: { currency: string; account: string; amountMinor: number }[];
  };
  assert.ok(lines.some(({ account }) => account === "revenue"));
  const sums = new Map<string, number>();
  for (const { currency, amountMinor } of lines)
    sums.set(currency, (sums.get(currency) ?? 0) + amountMinor);
  assert.deepEqual(
    [...sums.values()],
    [...sums.values()].map(() => 0),
  );
  await page
    .getByRole("dialog")
    .getByText(student.say("按币种合计为零", "sum to zero in each currency"))
    .waitFor();
  await look(student, "document");
  await page.keyboard.press("Escape");
}
