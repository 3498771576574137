import { journey, type Stage } from "../browser/journey.ts";
import { button, enterAs, goTo, look, press } from "./steps.ts";

journey("a student learns a lesson that a teacher arranged", { isDemo: true }, learn);

const course = "网店运营管理与控制";

async function learn({ visit }: Stage): Promise<void> {
  const teacher = await visit({ language: "zh", screen: "lab" });
  await enterAs(teacher, "周岚");
  await arrange(teacher);
  const student = await visit({ language: "zh", screen: "phone" });
  const { page } = student;
  await enterAs(student, "李明轩");
  await goTo(student, "我的课程");
  await page.getByRole("heading", { name: course }).waitFor();
  await look(student, "my-courses");
  await page.getByRole("link", { name: "开始", exact: true }).first().click();
  await page.getByRole("heading", { name: "接下来" }).waitFor();
  await look(student, "course");
  await page.getByRole("link", { name: "读这一课" }).click();
  await page.getByRole("heading", { name: "自测" }).first().waitFor();
  await answer(student);
  await look(student, "lesson");
  // What was read is known to the course at once, and to the teacher.
  await page.getByRole("button", { name: /^读完了，下一课/ }).click();
  await page.getByRole("button", { name: /^读完了/ }).waitFor();
  await page.getByRole("link", { name: course }).click();
  await page.getByText(/^已读 1 \/ /).waitFor();
  await teacher.page.reload();
  await teacher.page.getByRole("tab", { name: "进度" }).click();
  await teacher.page.getByRole("img", { name: "已读", exact: true }).first().waitFor();
  await look(teacher, "progress");
}

type Visitor = Awaited<ReturnType<Stage["visit"]>>;

/** The class takes the course, week by week as a timetable has it. */
async function arrange(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await page.getByRole("link", { name: "成员与班级码" }).first().click();
  await page.getByRole("tab", { name: "课程" }).click();
  await page.getByRole("link", { name: "看看并选用" }).first().click();
  await press(teacher, "按课表填周次");
  await page.getByRole("menuitem").first().click();
  await press(teacher, "本班选用");
  await button(teacher, "不再选用").waitFor();
  await look(teacher, "arranged");
}

/** The first question that is chosen or typed: it is marked and explained at once. */
async function answer({ page }: Visitor): Promise<void> {
  const check = page
    .locator(".check")
    .filter({ has: page.locator("input") })
    .first();
  const field = check.locator("input").first();
  await field.waitFor();
  const type = await field.getAttribute("type");
  if (type === "radio" || type === "checkbox") await field.check();
  else await field.fill("1");
  await check.getByRole("button", { name: "看看对不对" }).click();
  await check.getByRole("status").waitFor();
}
