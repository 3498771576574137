import assert from "node:assert/strict";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor } from "../browser/visitor.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

const closeMsMax = 60_000;
const className = "运营决策赛";
const entrants = [
  { name: "甲同学", store: "甲队小店", screen: "phone", language: "zh" },
  { name: "乙同学", store: "乙队小店", screen: "lab", language: "en" },
] as const;

// The contest's eight rounds of seven days are two of two here; its clock's own close is tested
// where time is handed in.
journey("a contest closes in rounds and tells its ranks at the end", { isDemo: true }, holdContest);

async function holdContest({ visit }: Stage): Promise<void> {
  const teacher = await visit({ language: "en", screen: "lab" });
  await enterAs(teacher, "周岚");
  const code = await makeClass(teacher);
  const wall = await makeContest(teacher);
  await press(teacher, teacher.say("开始赛季", "Start season"));
  await button(teacher, teacher.say("结算第 1 轮", "Close round 1")).waitFor();
  const learners: Visitor[] = [];
  for (const { name, store, screen, language } of entrants) {
    const learner = await visit({ language, screen });
    await join(learner, code, name, store);
    learners.push(learner);
  }
  for (const learner of learners) await chooseAndHandIn(learner);
  // Both have handed in: the round of days 1 and 2 closes long before its forty minutes are over.
  for (const learner of learners)
    await learner.page
      .getByText(learner.say("第 2 天已结算", "Day 2 has closed"))
      .waitFor({ timeout: closeMsMax });
  await look(learners[0]!, "second-round");
  await hideRanking(teacher, wall);
  await readHidden(learners[1]!);
  await teacher.page.goto(wall);
  await press(teacher, teacher.say("结算第 2 轮", "Close round 2"));
  await teacher.page.locator(".clock-finished").waitFor({ timeout: closeMsMax });
  await reveal(teacher, wall);
  await readRevealed(learners[1]!);
}

async function makeClass(teacher: Visitor): Promise<string> {
  const { page } = teacher;
  await press(teacher, teacher.say("新建班级", "New class"));
  await page.getByLabel(teacher.say("班级名称", "Class name")).fill(className);
  await press(teacher, teacher.say("创建班级", "Make class"));
  await page.getByRole("heading", { name: className }).waitFor();
  await page.getByRole("link", { name: teacher.say("投影展示", "Show on projector") }).click();
  const code = await page.locator(".board-code").textContent();
  await page.getByRole("link", { name: teacher.say("关闭", "Close") }).click();
  return code ?? "";
}

/** The preset settles rules and scoring; two numbers make it short enough for a test. */
async function makeContest(teacher: Visitor): Promise<string> {
  const { page } = teacher;
  await page.getByRole("link", { name: teacher.say("新建赛季", "New season") }).click();
  await page.getByRole("radio", { name: teacher.say("运营决策", "Operations contest") }).click();
  await press(teacher, teacher.say("轮次与评分", "Rounds and scoring"));
  await page.getByLabel(teacher.say("每轮天数", "Days a round")).fill("2");
  await page.getByRole("button", { name: teacher.say("更多选项", "More choices") }).click();
  await page.getByLabel(teacher.say("天数", "Days"), { exact: true }).fill("4");
  await page.getByLabel(teacher.say("机器人店铺", "Bots"), { exact: true }).fill("10");
  await look(teacher, "preset");
  await press(teacher, teacher.say("创建赛季", "Make season"));
  await page.waitForURL("**/wall");
  await button(teacher, teacher.say("开始赛季", "Start season")).waitFor({ timeout: 60_000 });
  return page.url();
}

async function join(learner: Visitor, code: string, name: string, store: string): Promise<void> {
  const { page } = learner;
  await page.goto("/join");
  await page.getByLabel(learner.say("班级码", "Class code")).fill(code);
  await press(learner, learner.say("下一步", "Next"));
  await page.getByLabel(learner.say("姓名或昵称", "Name or nickname")).fill(name);
  await press(learner, learner.say("加入", "Join"));
  await page.getByLabel(learner.say("店铺名称", "Name of the store")).fill(store);
  await press(learner, learner.say("开店", "Open store"));
  await page.waitForURL(/\/s\/[^/]+\/\d+\/today$/);
  await page
    .getByText(learner.say("第 1 轮，共 2 轮", "Round 1 of 2: days 1 to 2 close together"))
    .waitFor();
}

/** A decision, and the round handed in. */
async function chooseAndHandIn(learner: Visitor): Promise<void> {
  const { page } = learner;
  const today = page.url();
  await page.goto(today.replace(/today$/, "products/choose"));
  await page
    .getByRole("button", { name: learner.say("选这个", "Choose") })
    .first()
    .click();
  await page
    .getByRole("link", { name: learner.say("去刊登", "Write the listing") })
    .first()
    .waitFor();
  await page.goto(today);
  await page.getByRole("button", { name: learner.say("提交第 1 天", "Hand in day 1") }).click();
}

async function hideRanking(teacher: Visitor, wall: string): Promise<void> {
  const { page } = teacher;
  await page.goto(wall.replace(/wall$/, "season?tab=ranking"));
  await page.getByRole("cell", { name: entrants[0].store }).waitFor();
  await page.getByText(teacher.say("隐藏", "Hidden"), { exact: true }).click();
  await page
    .getByText(teacher.say("公布之前不告诉任何名次", "No rank is told until you show it"))
    .waitFor();
  await look(teacher, "ranking");
}

async function readHidden(learner: Visitor): Promise<void> {
  const { page } = learner;
  await page.goto(page.url().replace(/today.*$/, "insight?tab=standing"));
  await page.getByText(learner.say("名次暂不公布", "The ranking is hidden")).waitFor();
  await look(learner, "hidden");
}

/** On the projector, from the last place to the first; then for everybody. */
async function reveal(teacher: Visitor, wall: string): Promise<void> {
  const { page } = teacher;
  await page.goto(wall.replace(/wall$/, "season?tab=ranking"));
  await press(teacher, teacher.say("投影揭晓", "Reveal on the projector"));
  const places = page.getByRole("listitem");
  await press(teacher, teacher.say("公布第 2 名", "Show place 2"));
  assert.equal(await places.count(), 1);
  await press(teacher, teacher.say("公布第 1 名", "Show place 1"));
  assert.equal(await places.count(), 2);
  await look(teacher, "revealed");
  await press(teacher, teacher.say("关闭", "Close"));
  await page.getByText(teacher.say("全部公开", "All of it"), { exact: true }).click();
  await page.getByText(teacher.say("都能看到", "theirs as after the last close")).waitFor();
}

async function readRevealed(learner: Visitor): Promise<void> {
  const { page } = learner;
  await page.reload();
  const head = learner.say("投资回报率", "ROI");
  await page.getByRole("table").getByText(head).first().waitFor();
  await goTo(learner, learner.say("今日", "Today"));
  await page.getByText(learner.say("投资回报率", "Return on investment")).first().waitFor();
  await look(learner, "after-the-end");
}
