import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { journey } from "../browser/journey.ts";
import type { Visitor, VisitorOptions } from "../browser/visitor.ts";
import {
  askForClose,
  decide,
  handIn,
  openClass,
  type ScriptedStudent,
  untilClosed,
} from "../safety/scripted-class.ts";
import { goTo, look, sitDownAs } from "./steps.ts";

const plan = { students: 4, scenario: "first-week", days: 7, bots: 6 };
const goodDaysMin = 3;
/** So dear that even a lucky day sells less. */
const dearness = 10;
const answeredMsMax = 60_000;
const clicksMax = 3;

const visits: readonly VisitorOptions[] = [
  { language: "zh", screen: "phone", theme: "dark" },
  { language: "en", screen: "lab" },
];

journey("a student finds out why sales fell", { isDemo: true }, async ({ visit, installation }) => {
  const dear = await playUntilTooDear(installation.url);
  for (const wish of visits) await findOut(await visit(wish), dear);
});

/**
 * Ordinary days, at least three, until a store sold and has goods left to sell; on the next one it
 * asks far too much for everything.
 */
async function playUntilTooDear(url: string): Promise<ScriptedStudent> {
  const group = await openClass({ ...plan, urlOf: () => url });
  const close = async (day: number) => {
    await askForClose(group.teacher, group, day);
    await untilClosed(group, day);
  };
  const soldBefore = new Map<string, number>();
  for (let day = 1; day < plan.days; day += 1) {
    for (const student of group.students) await handIn(student, day);
    await close(day);
    const dear = await bestSeller(group.students, soldBefore);
    if (day < goodDaysMin || dear === undefined) continue;
    await raisePrices(dear, day + 1);
    await close(day + 1);
    return dear;
  }
  throw new Error("No store ever sold on a day and had goods left for the next one.");
}

/**
 * Who sold most on the day just closed of what can go on to sell on the next one: sales that a
 * price can cost.
 *
 * @param soldBefore units of a product up to the day before, by store and product; brought up to
 *   the day just closed. A season of a week never drops a day out of a listing's week.
 */
async function bestSeller(
  students: readonly ScriptedStudent[],
  soldBefore: Map<string, number>,
): Promise<ScriptedStudent | undefined> {
  let best: { readonly student: ScriptedStudent; readonly minor: number } | undefined;
  for (const student of students) {
    let minor = 0;
    for (const { sku, onHand, listings } of await offersOf(student)) {
      const key = `${student.where.store} ${sku}`;
      const today = unitsOf(listings) - (soldBefore.get(key) ?? 0);
      soldBefore.set(key, unitsOf(listings));
      const live = listings.filter(({ state }) => state === "live");
      if (onHand >= today) minor += today * (live[0]?.priceMinor ?? 0);
    }
    if (minor > (best?.minor ?? 0)) best = { student, minor };
  }
  return best?.student;
}

type Offers = Awaited<ReturnType<typeof offersOf>>;

/** Sold in the days so far, of all its listings. */
const unitsOf = (listings: Offers[number]["listings"]) =>
  listings.reduce((sum, { week }) => sum + week.units, 0);

async function offersOf({ client, where }: ScriptedStudent) {
  const { offers } = await client.call("GET /practice/seasons/:season/stores/:store/products", {
    where,
  });
  return offers;
}

async function raisePrices(student: ScriptedStudent, day: number): Promise<void> {
  const offers = await offersOf(student);
  const wishes = offers.flatMap(({ sku, listings }) =>
    listings
      .filter(({ state }) => state === "live")
      .map(({ market, priceMinor }) => {
        return { kind: "set-price" as const, sku, market, priceMinor: priceMinor * dearness };
      }),
  );
  await decide(student, day, wishes);
}

async function findOut(student: Visitor, dear: ScriptedStudent): Promise<void> {
  const { page } = student;
  await sitDownAs(student, dear);
  await page.goto(`/s/${dear.where.season}/${dear.where.store}/today`);
  await askWhy(student);
  await readLostOrders(student);
  await openBuyersPage(student);
}

/** From the figure to its causes, and from the greatest of them to the listings: two clicks. */
async function askWhy(student: Visitor): Promise<void> {
  const { page } = student;
  const sales = student.say("为什么是这个数：销售额", "Why this figure: Sales");
  await page.getByRole("button", { name: sales }).click();
  let clicks = 1;
  const causes = page.getByRole("region", {
    name: student.say("变化的原因", "What made it change"),
  });
  const parts = await amountsOf(causes);
  const total = parts.pop() ?? 0;
  assert.equal(
    parts.reduce((sum, part) => sum + part, 0),
    total,
    "the causes sum to the change, to the cent",
  );
  assert.ok(total < 0, "sales fell");
  const price = causes.getByRole("row", { name: student.say("我的价格与促销", "my prices") });
  const [lost = 0] = await amountsOf(price);
  // Luck of the day before may weigh more; what the price did is exact all the same.
  assert.ok(lost < 0, "the dear price cost sales");
  await price.getByRole("button").click();
  clicks += 1;
  await causes.getByRole("listitem").getByRole("link").first().waitFor();
  assert.ok(clicks < clicksMax, "a click is left to open the listing");
  await look(student, "why");
  await page.keyboard.press("Escape");
}

/** What is printed in the number cells of a drawing, in cents. */
async function amountsOf(drawing: Locator): Promise<number[]> {
  const cells = drawing.locator("td.num");
  await cells.first().waitFor({ timeout: answeredMsMax });
  const texts = await cells.allTextContents();
  return texts.map((text) => Number(text.replace("−", "-").replaceAll(/[^\d-]/g, "")));
}

async function readLostOrders(student: Visitor): Promise<void> {
  const { page } = student;
  await goTo(student, student.say("洞察", "Insight"));
  const lost = page.getByRole("table", {
    name: student.say("错过的订单，按原因", "Orders that went elsewhere, by reason"),
  });
  await lost.waitFor({ timeout: answeredMsMax });
  await lost.getByText(student.say("比同类贵", "dearer than rivals")).waitFor();
  await look(student, "lost-orders");
}

/** An order of a better day opens to the page from which its buyer chose. */
async function openBuyersPage(student: Visitor): Promise<void> {
  const { page } = student;
  await goTo(student, student.say("订单", "Orders"));
  await page.locator('a[href*="/orders/"]').first().click();
  await page.getByRole("button", { name: student.say("看这一页", "Show the page") }).click();
  await page
    .getByText(student.say("买的是这件", "bought here"))
    .filter({ visible: true })
    .waitFor({ timeout: answeredMsMax });
  await look(student, "buyers-page");
}
