import assert from "node:assert/strict";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor } from "../browser/visitor.ts";
import type { ApiClient } from "../safety/api-client.ts";
import {
  criteria,
  dealOut,
  type MarkedClass,
  markAll,
  openMarkedClass,
  queueOf,
  tap,
  title,
} from "./marked-class.ts";
import { enterAs, goTo, look, press, sitDownAs } from "./steps.ts";

const students = ["Ada", "Ben", "Cleo", "Dan"];
const note = "Where do the figures come from?";

journey("two raters disagree and a third decides", { isDemo: true }, decide);

async function decide({ installation, visit }: Stage): Promise<void> {
  const group = await openMarkedClass(installation.url, { students, mentors: 2 });
  const teacher = await visit({ language: "en", screen: "lab" });
  await enterAs(teacher, "周岚");
  await makeOne(teacher, group.id);
  await dealOut(group);
  const { work, name, first, third } = await paired(group);
  await teacherMarks(teacher, name);
  await markAll(first, work, 4);
  await markTheRest(group, work);
  await seeThird(teacher, group.id);
  const decider = await visit({ language: "en", screen: "lab" });
  await sitDownAs(decider, { client: third });
  await thirdMarks(decider, work);
  await publish(teacher);
  const student = await visit({ language: "en", screen: "lab" });
  await sitDownAs(student, { client: group.students[students.indexOf(name)]! });
  await readMarks(student);
}

/** The teacher makes an assignment by hand; it stays open, and a script's one is marked. */
async function makeOne(teacher: Visitor, of: string): Promise<void> {
  const { page } = teacher;
  await page.goto(`/classes/${of}/people?tab=assignments`);
  await page.getByRole("heading", { name: "No assignments yet" }).waitFor();
  await look(teacher, "empty");
  await press(teacher, "New assignment");
  const form = page.getByRole("dialog");
  await form.getByLabel("Title").fill("A plan for France");
  await form.getByLabel("What is asked").fill("Say what you will sell, to whom, and why.");
  await form.getByLabel("Find a competency").fill("K05");
  await form.getByRole("checkbox", { name: /^K05/ }).check();
  await look(teacher, "making");
  await form.getByRole("button", { name: "Make assignment" }).click();
  await page.getByRole("heading", { name: /A plan for France/ }).waitFor();
  await page.getByText("0 of 4 students have handed in").waitFor();
}

/** A work that the teacher and one of the mentors mark, and not everybody. */
async function paired({ mentor, other }: MarkedClass) {
  assert.ok(other !== undefined);
  for (const [first, third] of [
    [mentor, other],
    [other, mentor],
  ] as const) {
    const own = (await queueOf(first)).find(({ isAnchor }) => !isAnchor);
    if (own !== undefined) return { work: own.work, name: own.name, first, third };
  }
  return assert.fail("everybody marks everything");
}

async function teacherMarks(teacher: Visitor, name: string): Promise<void> {
  const { page } = teacher;
  await goTo(teacher, "Review");
  await page.getByText("4 to mark · about 8 minutes").waitFor();
  await look(teacher, "queue");
  await page.getByRole("link", { name: new RegExp(`^${name}`) }).click();
  for (const competency of criteria) await tap(teacher, competency, 1);
  await page.getByRole("textbox").first().fill(note);
  await look(teacher, "desk");
  await press(teacher, "Hand in marks");
  await page.getByText(`Handed in: ${name}`).waitFor();
}

/** All that the story is not about. */
async function markTheRest({ teacher, mentor, other }: MarkedClass, but: string): Promise<void> {
  for (const rater of [teacher, mentor, other].filter((one): one is ApiClient => one !== undefined))
    for (const { work, state } of await queueOf(rater))
      if (state === "to-mark" && work !== but) await markAll(rater, work, 3);
}

async function seeThird(teacher: Visitor, of: string): Promise<void> {
  const { page } = teacher;
  await page.goto(`/classes/${of}/people?tab=assignments`);
  await page.getByText("Third rater at it").waitFor();
  const reason = page.getByRole("button", { name: /Publish marks/ });
  assert.match((await reason.textContent()) ?? "", /1 work is not marked to the end/);
  await look(teacher, "third-at-it");
}

async function thirdMarks(third: Visitor, work: string): Promise<void> {
  const { page } = third;
  await page.goto("/");
  await page.waitForURL("**/review");
  await page.getByText("Third rater").waitFor();
  await page.locator(`.review-item[href="/review/${work}"]`).click();
  await page.getByText("you are the third").waitFor();
  for (const competency of criteria) await tap(third, competency, 2);
  await press(third, "Hand in marks");
  await page.waitForURL("**/review");
  await page.locator(`.review-item[href="/review/${work}"]`).click();
  await page.getByText("All raters have handed in").waitFor();
  await page.getByText(note).waitFor();
  await look(third, "all-in");
}

async function publish(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await page.reload();
  await press(teacher, "Publish marks");
  await page.getByRole("dialog").getByText("It cannot be taken back.").waitFor();
  await look(teacher, "publishing");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByText("Too few to tell").waitFor();
  await page.getByText("Only you see this").waitFor();
  await look(teacher, "published");
  await page.getByRole("button", { name: /^\W*Why$/ }).click();
  await page.getByText("Reliability of the model").waitFor();
  await look(teacher, "figures");
}

async function readMarks(student: Visitor): Promise<void> {
  const { page } = student;
  await page.goto("/assignments");
  await page.getByText("See marks").waitFor();
  await look(student, "assignments");
  await page.getByRole("link", { name: new RegExp(`^${title}`) }).click();
  await page.getByRole("heading", { name: "Your marks" }).waitFor();
  const fair = Number(await page.locator(".fair-mark").first().textContent());
  assert.ok(fair > 1 && fair < 4, `between the two who were apart: ${fair}`);
  await page.getByText(note).waitFor();
  assert.equal(await page.getByText("周岚").count(), 0);
  await look(student, "marks");
}
