import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor, VisitorOptions } from "../browser/visitor.ts";
import { enterAs, goTo, look, press } from "./steps.ts";

/** A bureau's table: a title above it, doubles, a place elsewhere, and a date that could be two. */
const table = [
  "岗位需求表,,,,,",
  "岗位,用人单位,工作城市,薪资,招聘人数,发布日期",
  "亚马逊运营专员,甲贸易有限公司,杭州,6千-1万,3,2026-11-05",
  "亚马逊运营专员（急聘）,甲贸易有限公司,杭州,6千-1万,3,2026-11-12",
  "外贸业务员,乙进出口公司,义乌,8千-1.2万,２,2026-11-02",
  "海外仓主管,丙公司,武汉,面议,1,2026-11-03",
  "报关员,丁公司,宁波,4千-6千,1,03/04/2026",
].join("\n");

const visits = [
  { language: "zh", screen: "phone" },
  { language: "en", screen: "lab" },
] as const;

for (const options of visits)
  journey(`an association imports demand (${options.language})`, { isDemo: true }, (stage) =>
    bringIn(stage, options),
  );

async function bringIn({ visit }: Stage, options: VisitorOptions): Promise<void> {
  const officer = await visit(options);
  await enterAs(officer, "钱思敏");
  await goTo(officer, officer.say("需求", "Demand"));
  await officer.page
    .getByText(officer.say("这个季度还没有需求", "Nothing is needed yet"))
    .waitFor();
  await look(officer, "empty");
  await preview(officer);
  await take(officer);
  await readNeed(officer);
  await label(officer);
}

async function preview(officer: Visitor): Promise<void> {
  const { page } = officer;
  await tab(officer, "导入", "Bring in");
  await page.getByRole("combobox", { name: officer.say("来源", "Source") }).fill("Bureau");
  const file = { name: "posts.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  await page.getByLabel(officer.say("选择文件", "Choose a file")).setInputFiles(file);
  await page
    .getByText(officer.say("日期可能是两天", "the date could be two days"))
    .first()
    .waitFor();
  await look(officer, "preview");
  await tab(officer, "列的对应", "Columns");
  await look(officer, "columns");
}

async function take(officer: Visitor): Promise<void> {
  await press(officer, officer.say("收入 4 行，留下 1 行", "Take 4 rows and leave 1"));
  await officer.page.getByText(officer.say("已计入", "counted"), { exact: true }).first().waitFor();
  await look(officer, "imported");
}

async function readNeed(officer: Visitor): Promise<void> {
  const { page } = officer;
  await tab(officer, "需求", "Need");
  // Doubles of three openings each are one vacancy of three.
  const link = page.getByRole("link", { name: officer.say("2 条", "2 rows") });
  await link.waitFor();
  await look(officer, "need");
  await link.click();
  await page.getByText(officer.say("同一岗位出现 2 次", "told 2 times")).first().waitFor();
  await page.getByText(officer.say("为什么", "Why (")).first().click();
  await page.getByText(officer.say("是否相关", "Of this trade")).first().waitFor();
  await look(officer, "postings");
}

async function label(officer: Visitor): Promise<void> {
  const { page } = officer;
  await tab(officer, "待标注", "To label");
  await page.getByText(officer.say("判断用的模型", "What sorts postings")).waitFor();
  await look(officer, "label");
  const first = page.locator(".planning-list > li").first();
  await first.waitFor();
  const rest = await page.locator(".planning-list > li").count();
  await first
    .getByRole("button", { name: officer.say("与本行业无关", "Not of this trade") })
    .click();
  await page.waitForFunction(
    (before) => document.querySelectorAll(".planning-list > li").length < before,
    rest,
  );
}

async function tab(officer: Visitor, zh: string, en: string): Promise<void> {
  const name = officer.say(zh, en);
  await officer.page.getByRole("tab", { name, exact: true }).click();
}
