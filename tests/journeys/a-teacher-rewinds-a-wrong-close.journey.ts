import assert from "node:assert/strict";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor } from "../browser/visitor.ts";
import {
  askForClose,
  decide,
  handIn,
  openClass,
  type ScriptedClass,
  type ScriptedStudent,
  untilClosed,
} from "../safety/scripted-class.ts";
import { button, enterAs, look, press, sitDownAs } from "./steps.ts";

const plan = { students: 3, scenario: "first-week", days: 7, bots: 6 };
const daysPlayed = 3;
const wrongDay = daysPlayed + 1;
const closeMsMax = 30_000;
const rewindMsMax = 5_000;
const unfinished = "Travel mug that keeps tea hot for half a";

journey(
  "a teacher rewinds a wrong close and nobody loses work",
  { isDemo: true },
  rewindWrongClose,
);

async function rewindWrongClose({ visit, installation }: Stage): Promise<void> {
  const group = await playDays(installation.url);
  const [writing, decided] = group.students as [ScriptedStudent, ScriptedStudent];
  const writer = await visit({ language: "en", screen: "lab" });
  await beginTitle(writer, writing);
  await changePrices(decided, wrongDay, 1);

  const teacher = await visit({ language: "zh", screen: "lab" });
  await enterAs(teacher, "周岚");
  await teacher.page.goto(`/t/${group.season}/wall`);
  await closeFromWall(teacher);
  const wanted = await changePrices(decided, wrongDay + 1, 2);
  await rewind(teacher);

  await writer.page.getByText(`taken back to day ${wrongDay}`).waitFor();
  await assertTitle(writer);
  await takeUpAgain(await visit({ language: "zh", screen: "phone" }), decided);
  await closeFromWall(teacher);
  await writer.page.reload();
  await assertTitle(writer);
  assert.deepEqual(await pricesOf(decided), wanted, "the prices are those that were wished");
}

async function playDays(url: string): Promise<ScriptedClass> {
  const group = await openClass({ ...plan, urlOf: () => url });
  for (let day = 1; day <= daysPlayed; day += 1) {
    for (const student of group.students) await handIn(student, day);
    await askForClose(group.teacher, group, day);
    await untilClosed(group, day);
  }
  return group;
}

type Price = { readonly sku: string; readonly market: string; readonly priceMinor: number };

/** The prices of a store's live listings. */
async function pricesOf({ client, where }: ScriptedStudent): Promise<Price[]> {
  const { offers } = await client.call("GET /practice/seasons/:season/stores/:store/products", {
    where,
  });
  return offers.flatMap(({ sku, listings }) =>
    listings
      .filter(({ state }) => state === "live")
      .map(({ market, priceMinor }) => ({ sku, market, priceMinor })),
  );
}

/** Hands in new prices of everything that is on sale; gives what they are then. */
async function changePrices(
  student: ScriptedStudent,
  day: number,
  moreMinor: number,
): Promise<Price[]> {
  const wanted = (await pricesOf(student)).map((price) => {
    return { ...price, priceMinor: price.priceMinor + moreMinor };
  });
  assert.ok(wanted.length > 0, "something is on sale");
  const wishes = wanted.map((price) => ({ kind: "set-price" as const, ...price }));
  await decide(student, day, wishes);
  return wanted;
}

/** A title that is begun and kept, and not handed in. */
async function beginTitle(writer: Visitor, writing: ScriptedStudent): Promise<void> {
  const { page } = writer;
  const [first] = await pricesOf(writing);
  assert.ok(first !== undefined);
  const { season, store } = writing.where;
  await sitDownAs(writer, writing);
  await page.goto(
    `/s/${season}/${store}/products/${encodeURIComponent(first.sku)}/${first.market}`,
  );
  await page.getByLabel("Title", { exact: true }).fill(unfinished);
  await page.getByText("✓ saved").waitFor();
}

/** Nobody loses what was typed: the editor has it once the drafts have come. */
async function assertTitle({ page }: Visitor): Promise<void> {
  const title = page.getByLabel("Title", { exact: true });
  await title.and(page.locator(`[value="${unfinished}"]`)).waitFor();
}

async function closeFromWall(teacher: Visitor): Promise<void> {
  await press(teacher, `结算第 ${wrongDay} 天`);
  await button(teacher, `结算第 ${wrongDay + 1} 天`).waitFor({ timeout: closeMsMax });
}

/** The wrong close is taken back; what a class waits for that is counted. */
async function rewind(teacher: Visitor): Promise<void> {
  await press(teacher, "回退");
  const drawer = teacher.page.getByRole("dialog");
  await drawer.getByLabel("原因").fill("还有同学没交");
  const began = performance.now();
  await drawer.getByRole("button", { name: `回退到第 ${wrongDay} 天` }).click();
  await drawer.waitFor({ state: "hidden" });
  await button(teacher, `结算第 ${wrongDay} 天`).waitFor();
  const took = performance.now() - began;
  assert.ok(took < rewindMsMax, `going back took ${Math.round(took)} ms`);
  await look(teacher, "taken-back");
}

/** What was decided since comes back, and is handed in again as it was. */
async function takeUpAgain(student: Visitor, decided: ScriptedStudent): Promise<void> {
  const { page } = student;
  const { season, store } = decided.where;
  await sitDownAs(student, decided);
  await page.goto(`/s/${season}/${store}/products`);
  const returned = page.getByRole("region", { name: "赛季被回退，以下决策还给你。" });
  await returned.waitFor();
  await look(student, "given-back");
  await returned.getByRole("button", { name: "全部再提交" }).click();
  await returned.waitFor({ state: "hidden" });
}
