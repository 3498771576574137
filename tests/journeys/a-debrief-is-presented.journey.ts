import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor, VisitorOptions } from "../browser/visitor.ts";
import {
  askForClose,
  handIn,
  openClass,
  type ScriptedClass,
  type ScriptedStudent,
  untilClosed,
} from "../safety/scripted-class.ts";
import { enterAs, goTo, look, press, sitDownAs } from "./steps.ts";

const days = 7;
const students = 4;
const playedMsMax = 120_000;
const clicksMax = 3;
const answer = "A rival was cheaper, and the stock would not have lasted.";

const visits: readonly VisitorOptions[] = [
  { language: "zh", screen: "lab" },
  { language: "en", screen: "wide" },
];

for (const wish of visits)
  journey(`a debrief is presented (${wish.language})`, { isDemo: true }, (stage) =>
    presentDebrief(stage, wish),
  );

async function presentDebrief({ visit, installation }: Stage, wish: VisitorOptions) {
  const group = await playFirstWeek(installation.url);
  const teacher = await visit(wish);
  await enterAs(teacher, "周岚");
  await teacher.page.goto(`/t/${group.season}/wall`);
  await askWhyItLost(teacher);
  await teacher.page
    .getByText(teacher.say("取最好的", "alternatives that were played until day"))
    .waitFor({ timeout: playedMsMax });
  await look(teacher, "debrief");
  await walkSlides(teacher);
  await print(teacher);

  const student = await visit({ ...wish, screen: "phone" });
  await answerInWriting(student, group.students[0]!);
  await readAnswer(teacher, group.season);
}

/** A first week of a small class, played to its end by a script. */
async function playFirstWeek(url: string): Promise<ScriptedClass> {
  const plan = { students, scenario: "first-week", days, bots: 6, urlOf: () => url };
  const group = await openClass(plan);
  for (let day = 1; day <= days; day += 1) {
    for (const student of group.students) await handIn(student, day);
    await askForClose(group.teacher, group, day);
    await untilClosed(group, day);
  }
  return group;
}

/** Why did the third store lose? The room, the choice and the store: three clicks. */
async function askWhyItLost(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  let clicks = 1;
  await goTo(teacher, teacher.say("复盘", "Debrief"));
  const choice = page.getByRole("combobox", { name: teacher.say("这家店为什么", "Why is this") });
  await choice.click();
  clicks += 1;
  await page.getByRole("option").nth(2).click();
  clicks += 1;
  assert.ok(clicks <= clicksMax);
  const steps = page.getByRole("region", {
    name: teacher.say("从一家的利润", "From one profit to the other"),
  });
  const [reference = 0, ...rest] = await amountsOf(steps);
  const store = rest.pop();
  assert.equal(reference + sum(rest), store);
  const causes = page.getByRole("region", {
    name: teacher.say("变化最大的一天", "Its biggest day"),
  });
  const parts = await amountsOf(causes);
  const total = parts.pop();
  assert.equal(sum(parts), total);
}

const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** The money of a drawing's rows in cents, as it is read on the screen. */
async function amountsOf(drawing: Locator): Promise<number[]> {
  await drawing.getByRole("table").waitFor({ timeout: playedMsMax });
  const texts = await drawing.locator("td.num").allTextContents();
  assert.ok(texts.length > 1, "the drawing has rows");
  return texts.map((text) => Number(text.replace("−", "-").replaceAll(/[^\d-]/g, "")));
}

async function walkSlides(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await press(teacher, teacher.say("演示", "Present"));
  const slides = [
    teacher.say("市场发生了什么", "What happened"),
    teacher.say("利润走势", "How profit went"),
    teacher.say("名次与原因", "Who stands where, and why"),
    teacher.say("谁赢了，为什么", "Who won, and why"),
    teacher.say("转折点", "Turning points"),
    teacher.say("错过的最好机会", "Best missed chances"),
    teacher.say("值得讨论", "What to talk about"),
    teacher.say("市场的真相", "How the market really was"),
  ];
  for (const [at, name] of slides.entries()) {
    await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
    await look(teacher, `slide-${at + 1}`);
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Escape");
  await page.getByRole("heading", { name: teacher.say("复盘", "Debrief"), exact: true }).waitFor();
}

/** The browser's own dialog is not opened here; that it was asked for is counted. */
async function print(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await page.evaluate(() => {
    window.print = () => document.documentElement.setAttribute("data-printed", "yes");
  });
  await press(teacher, teacher.say("打印 / PDF", "Print / PDF"));
  await page.locator("html[data-printed=yes]").waitFor({ timeout: playedMsMax });
  await look(teacher, "paper");
  await press(teacher, teacher.say("离开", "Leave"));
}

/** A student finds the missed chance of the own store and answers the question. */
async function answerInWriting(visitor: Visitor, author: ScriptedStudent) {
  const { page } = visitor;
  const { where } = author;
  await sitDownAs(visitor, author);
  await page.goto(`/s/${where.season}/${where.store}/today`);
  await page
    .getByRole("heading", { name: visitor.say("你错过的最好机会", "Your best missed chance") })
    .waitFor();
  const field = page.getByLabel(visitor.say("你的回答", "Your answer"));
  await field.fill(answer);
  await press(visitor, visitor.say("保存回答", "Save the answer"));
  await page.getByText(visitor.say("已保存", "Saved ")).first().waitFor();
  await look(visitor, "season-end");
  await page.reload();
  await field.waitFor();
  assert.equal(await field.inputValue(), answer);
}

async function readAnswer(teacher: Visitor, season: string): Promise<void> {
  const { page } = teacher;
  await page.goto(`/t/${season}/debrief`);
  const person = page.getByRole("group").filter({
    hasText: teacher.say("已回答", "answered"),
  });
  await person.locator("summary").click();
  await person.getByText(answer).waitFor();
  await person
    .getByRole("button", { name: teacher.say("引擎怎么说", "What the engine says") })
    .first()
    .click();
  await person.getByText(teacher.say("自己的决策", "own decisions of day")).waitFor();
  await look(teacher, "questions");
}
