import assert from "node:assert/strict";
import { journey, type Stage } from "../browser/journey.ts";
import { criteria, dealOut, openMarkedClass, queueOf, tap } from "./marked-class.ts";
import { enterAs, look, press } from "./steps.ts";

const students = ["甲同学", "乙同学", "丙同学", "丁同学", "戊同学"];

journey("a mentor reviews five stores on a phone", { isDemo: true }, review);

async function review({ installation, visit }: Stage): Promise<void> {
  const group = await openMarkedClass(installation.url, { students, mentors: 1 });
  await dealOut(group);
  const mentor = await visit({ language: "zh", screen: "phone" });
  const { page } = mentor;
  // What has to be marked is the first thing that a mentor sees.
  await enterAs(mentor, "方正平");
  await page.waitForURL("**/review");
  await page.getByText("5 份待评 · 大约 10 分钟").waitFor();
  await look(mentor, "queue");
  await page.getByRole("link", { name: "开始评" }).click();
  const seen: string[] = [];
  for (let at = 0; at < students.length; at += 1) {
    await page.waitForURL("**/review/*");
    const heading = page.getByRole("heading", { level: 1 });
    await page.getByRole("button", { name: "提交评分" }).waitFor();
    seen.push((await heading.textContent()) ?? "");
    if (at === 0) await look(mentor, "work");
    for (const competency of criteria) await tap(mentor, competency, 3 - (at % 2));
    if (at === 0) await writeNote(mentor);
    await press(mentor, "提交评分");
    // The next work is there at once; after the last one the queue is.
    if (at + 1 < students.length) await page.getByText(`已提交：${seen.at(-1)}`).waitFor();
    await heading.filter({ hasNotText: seen.at(-1) ?? "" }).waitFor();
  }
  assert.deepEqual(seen.toSorted(), students.toSorted());
  await page.waitForURL("**/review");
  await page.getByRole("heading", { name: "都评完了" }).waitFor();
  await page.getByRole("heading", { name: "等其他评分人" }).waitFor();
  await look(mentor, "all-done");
  const states = (await queueOf(group.mentor)).map(({ state }) => state);
  assert.deepEqual(
    states,
    students.map(() => "waiting"),
  );
}

/** What is tapped and typed is kept: the page is left and comes back as it was. */
async function writeNote(mentor: Awaited<ReturnType<Stage["visit"]>>): Promise<void> {
  const { page } = mentor;
  const note = page.getByRole("textbox").first();
  await note.fill("数字有出处，对手写得不够。");
  await page
    .getByText(/已保存 \d\d:\d\d:\d\d/)
    .filter({ visible: true })
    .first()
    .waitFor();
  await look(mentor, "tapped");
  await page.reload();
  assert.equal(await page.getByRole("textbox").first().inputValue(), "数字有出处，对手写得不够。");
  assert.equal(await page.getByRole("radio", { checked: true }).count(), criteria.length);
}
