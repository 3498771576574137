import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { journey, type Stage } from "../browser/journey.ts";
import type { Language, Visitor } from "../browser/visitor.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

const joinMsMax = 30_000;
const closeMsMax = 30_000;
const className = "跨境2302";
const student = { name: "林小雨", store: "小雨的店" };

for (const language of ["zh", "en"] as const)
  journey(
    `a teacher opens a class and closes three days (${language})`,
    { isDemo: true },
    (stage) => openClass(stage, language),
  );

async function openClass({ visit }: Stage, language: Language): Promise<void> {
  const teacher = await visit({ language, screen: "lab" });
  await enterAs(teacher, "周岚");
  const code = await makeClass(teacher);
  const wall = await makeSeason(teacher);
  await press(teacher, teacher.say("开始赛季", "Start season"));
  await button(teacher, teacher.say("结算第 1 天", "Close day 1")).waitFor();

  const learner = await visit({ language, screen: "phone" });
  await joinByCode(learner, code);

  const tile = teacher.page.getByRole("link", { name: new RegExp(student.store) });
  await tile.waitFor();
  assert.match((await tile.textContent()) ?? "", new RegExp(student.name));
  await closeDays(teacher, 1, 2);
  await learner.page
    .getByText(learner.say("第 2 天已结算", "Day 2 has closed"))
    .waitFor({ timeout: closeMsMax });
  await injectEvent(teacher);
  await closeDays(teacher, 3, 3);
  await rewind(teacher);
  await learner.page
    .getByText(learner.say("赛季已回退到第 3 天", "taken back to day 3"))
    .waitFor({ timeout: closeMsMax });
  await closeDays(teacher, 3, 3);
  await look(teacher, "wall");

  await lookIntoStore(teacher);
  await teacher.page.goto(wall);
  await readRecord(teacher);
  await takeGradebook(teacher);
}

/** A class and the code that opens it, as the class sees it on the projector. */
async function makeClass(teacher: Visitor): Promise<string> {
  const { page } = teacher;
  await press(teacher, teacher.say("新建班级", "New class"));
  await page.getByLabel(teacher.say("班级名称", "Class name")).fill(className);
  await look(teacher, "new-class");
  await press(teacher, teacher.say("创建班级", "Make class"));
  await page.getByRole("heading", { name: className }).waitFor();
  await page.getByRole("img", { name: teacher.say("二维码", "QR code") }).waitFor();
  await look(teacher, "people");
  await page.getByRole("link", { name: teacher.say("投影展示", "Show on projector") }).click();
  const shown = page.locator(".board-code");
  await shown.waitFor();
  const picture = page.getByRole("img", { name: teacher.say("二维码", "QR code") });
  const isDrawn = await picture.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return false;
    await image.decode();
    return image.naturalWidth > 0;
  });
  assert.ok(isDrawn, "the QR code is drawn");
  await look(teacher, "code");
  const code = (await shown.textContent()) ?? "";
  assert.match(code, /^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
  await page.getByRole("link", { name: teacher.say("关闭", "Close") }).click();
  return code;
}

/** Two choices, scenario and rhythm; gives the address of the season's wall. */
async function makeSeason(teacher: Visitor): Promise<string> {
  const { page } = teacher;
  await page.getByRole("link", { name: teacher.say("新建赛季", "New season") }).click();
  await page.getByRole("radio", { name: teacher.say("开店第一周", "First week") }).click();
  await page.getByRole("radio", { name: teacher.say("由我结算", "I close each day") }).click();
  await look(teacher, "new-season");
  await press(teacher, teacher.say("创建赛季", "Make season"));
  await page.waitForURL("**/wall");
  await button(teacher, teacher.say("开始赛季", "Start season")).waitFor({ timeout: 60_000 });
  return page.url();
}

/** From the code on the projector to an open store, on a phone, in under half a minute. */
async function joinByCode(learner: Visitor, code: string): Promise<void> {
  const { page } = learner;
  const began = performance.now();
  await page.goto("/join");
  await page.getByLabel(learner.say("班级码", "Class code")).fill(code);
  await press(learner, learner.say("下一步", "Next"));
  await page.getByLabel(learner.say("姓名或昵称", "Name or nickname")).fill(student.name);
  await press(learner, learner.say("加入", "Join"));
  await page.getByLabel(learner.say("店铺名称", "Name of the store")).fill(student.store);
  await press(learner, learner.say("开店", "Open store"));
  await page.waitForURL(/\/s\/[^/]+\/\d+\/today$/);
  const took = performance.now() - began;
  assert.ok(took < joinMsMax, `joining took ${Math.round(took)} ms`);
  await page.getByRole("region", { name: learner.say("引导日", "Your guided day") }).waitFor();
  await look(learner, "first-morning");
}

/** Closes day after day from the class wall, as fast as each close is done. */
async function closeDays(teacher: Visitor, from: number, to: number): Promise<void> {
  for (let day = from; day <= to; day++) {
    await press(teacher, teacher.say(`结算第 ${day} 天`, `Close day ${day}`));
    const next = teacher.say(`结算第 ${day + 1} 天`, `Close day ${day + 1}`);
    await button(teacher, next).waitFor({ timeout: closeMsMax });
  }
}

async function injectEvent(teacher: Visitor): Promise<void> {
  await press(teacher, teacher.say("事件", "Event"));
  const drawer = teacher.page.getByRole("dialog");
  await drawer
    .getByRole("textbox", { name: teacher.say("中文标题", "Headline in Chinese") })
    .waitFor();
  await look(teacher, "event");
  await drawer.getByRole("button", { name: teacher.say("加入，第", "Put in, from day") }).click();
  await drawer.waitFor({ state: "hidden" });
}

async function rewind(teacher: Visitor): Promise<void> {
  await press(teacher, teacher.say("回退", "Rewind"));
  const drawer = teacher.page.getByRole("dialog");
  await drawer
    .getByLabel(teacher.say("原因", "Reason"))
    .fill(teacher.say("投影没接好，再来一次", "The projector was off"));
  await look(teacher, "rewind");
  await drawer
    .getByRole("button", { name: teacher.say("回退到第 3 天", "Rewind to day 3") })
    .click();
  await drawer.waitFor({ state: "hidden" });
  await button(teacher, teacher.say("结算第 3 天", "Close day 3")).waitFor();
}

/** The teacher opens a tile: the student's own rooms, in which nothing can be changed. */
async function lookIntoStore(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await page.getByRole("link", { name: new RegExp(student.store) }).click();
  await page.waitForURL(/\/s\/[^/]+\/\d+\/today$/);
  await page.getByText(teacher.say("回到班级墙", "Back to the class wall")).waitFor();
  await look(teacher, "store-of-a-student");
}

/** Day 3 stands twice in the record: withdrawn, and as it counts. */
async function readRecord(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await goTo(teacher, teacher.say("赛季", "Season"));
  await page.getByRole("tab", { name: teacher.say("交易日", "Days") }).click();
  const rows = page.getByRole("row").filter({ hasText: /…/ });
  await rows.first().waitFor();
  assert.equal(await rows.count(), 4);
  const withdrawn = rows.filter({ hasText: teacher.say("已撤回", "withdrawn") });
  assert.equal(await withdrawn.count(), 1);
  await look(teacher, "days");
}

async function takeGradebook(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await goTo(teacher, teacher.say("复盘", "Debrief"));
  const take = button(teacher, teacher.say("成绩册 .xlsx", "Gradebook .xlsx"));
  await take.waitFor();
  await look(teacher, "debrief");
  const [download] = await Promise.all([page.waitForEvent("download"), take.click()]);
  assert.match(download.suggestedFilename(), /\.xlsx$/);
  const file = await readFile(await download.path());
  assert.equal(file.subarray(0, 2).toString(), "PK", "a workbook is a zip file");
}
