import assert from "node:assert/strict";
import { uuidv7 } from "@echelon/server/main.ts";
import { journey, type Stage } from "../browser/journey.ts";
import type { Visitor } from "../browser/visitor.ts";
import type { ApiClient } from "../safety/api-client.ts";
import {
  answerRightly,
  bankFile,
  clockOf,
  type ExamClass,
  lineIs,
  openExamClass,
  questions,
} from "./exam-steps.ts";
import { button, enterAs, goTo, look, press, sitDownAs } from "./steps.ts";

journey("an exam survives the server's death", { isDemo: true }, survive);

async function survive({ installation, visit }: Stage): Promise<void> {
  const group = await openExamClass(installation.url, ["Ada", "Ben", "Cleo"]);
  const [ada, ben] = group.students as [ApiClient, ApiClient, ApiClient];
  const teacher = await visit({ language: "en", screen: "lab" });
  await enterAs(teacher, "周岚");
  await fillBank(teacher);
  const exam = await planExam(teacher, group);
  const phone = await visit({ language: "en", screen: "phone" });
  await sitDownAs(phone, { client: ada });
  await begin(phone);
  const script = await beginByScript(ben, exam);
  for (let at = 0; at < 3; at += 1) {
    await answerRightly(phone);
    await lineIs(phone, "Saved");
    await press(phone, "Next");
  }
  await script.say(0, "first");
  for (const one of [teacher, phone]) one.expectOutage();
  await installation.kill();
  await answerRightly(phone);
  await lineIs(phone, "1 not sent");
  await look(phone, "without-a-server");
  await installation.startAgain();
  await lineIs(phone, "Saved");
  await script.say(1, "second");
  assert.deepEqual(await script.kept(), ["first", "second"]);
  await giveTime(teacher, phone);
  const lab = await visit({ language: "en", screen: "lab" });
  await sitDownAs(lab, { client: ada });
  await goOnElsewhere(lab, phone);
  await handInAll(lab, script);
  await publish(teacher);
  await readResult(phone);
}

/** A file comes in with what is wrong of it by line, and nothing before it was seen. */
async function fillBank(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await page.goto("/banks");
  await press(teacher, "New bank");
  await page.getByLabel("Name").fill("Store operation");
  await press(teacher, "Make bank");
  await page.getByRole("heading", { name: "No questions yet" }).waitFor();
  await page.getByRole("button", { name: "Import file" }).first().click();
  const buffer = Buffer.from(bankFile);
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "bank.gift", mimeType: "text/plain", buffer });
  await page.getByText(`${questions} questions found`).waitFor();
  const problem = page.getByRole("row", { name: /braces/ });
  assert.match((await problem.textContent()) ?? "", /^7/);
  await look(teacher, "file");
  await press(teacher, `Take in ${questions} questions`);
  await page.getByText(`${questions} of ${questions}`).waitFor();
  await look(teacher, "bank");
}

async function planExam(teacher: Visitor, { id }: ExamClass): Promise<string> {
  const { page } = teacher;
  await page.goto(`/classes/${id}/people?tab=exams`);
  await page.getByRole("link", { name: "New exam" }).click();
  await page.getByLabel("Name *").fill("Midterm");
  await page.getByRole("checkbox", { name: /^Store operation · 6/ }).check();
  await page.getByLabel("Questions", { exact: true }).fill(String(questions));
  await look(teacher, "plan");
  await press(teacher, "Make draft");
  await page.getByText("a paper can be drawn for every seat").waitFor();
  await press(teacher, "Open exam");
  await page.getByRole("dialog").getByRole("button", { name: "Open exam" }).click();
  await page.getByText("Not begun 3").waitFor();
  await look(teacher, "room");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

async function begin(student: Visitor): Promise<void> {
  const { page } = student;
  await page.goto("/");
  await goTo(student, "My exams");
  await page.getByRole("link", { name: /^Midterm/ }).click();
  await look(student, "before");
  await press(student, "Begin");
  await page.getByRole("heading", { name: /^Question 1 of 6/ }).waitFor();
  await look(student, "question");
}

/** A second student, who writes without a browser: what was acknowledged is known exactly. */
async function beginByScript(client: ApiClient, exam: string) {
  const where = { exam };
  const machine = uuidv7();
  const sit = () =>
    client.call("POST /assessment/exams/:exam/sitting", { where, body: { machine } });
  await sit();
  return {
    async say(place: number, text: string): Promise<void> {
      const answers = [{ place, revision: 1, answer: { text }, isForLater: false }];
      await client.call("PUT /assessment/exams/:exam/sitting", {
        where,
        body: { machine, answers },
      });
    },
    async kept(): Promise<string[]> {
      const { answers } = await sit();
      return answers.flatMap(({ answer }) =>
        answer !== null && "text" in answer ? [answer.text] : [],
      );
    },
    handIn: () =>
      client.call("POST /assessment/exams/:exam/sitting/hand-in", { where, body: { machine } }),
  };
}

/** Time that was lost is given back by the teacher, and the student sees it come. */
async function giveTime(teacher: Visitor, phone: Visitor): Promise<void> {
  const before = await clockOf(phone);
  await teacher.page.reload();
  await press(teacher, "Extra minutes for all");
  const dialog = teacher.page.getByRole("dialog");
  await dialog.getByLabel("Minutes").fill("5");
  await dialog.getByRole("button", { name: "Give" }).click();
  await teacher.page.getByText("5 minutes more for all").waitFor();
  for (let tries = 0; tries < 40 && (await clockOf(phone)) <= before; tries += 1)
    await phone.page.waitForTimeout(500);
  assert.ok((await clockOf(phone)) > before + 200, "five minutes, less what has passed");
}

/** Everything is at the other machine, and the first one says where the exam is. */
async function goOnElsewhere(lab: Visitor, phone: Visitor): Promise<void> {
  const { page } = lab;
  await page.goto("/my-exams");
  await page.getByRole("link", { name: /^Midterm/ }).click();
  await press(lab, "Go on here");
  await page.getByRole("heading", { name: /^Question 1 of 6/ }).waitFor();
  assert.equal(await page.locator(".overview-done").count(), 4);
  await look(lab, "elsewhere");
  phone.expectRefusal("assessment/sitting-elsewhere");
  await phone.page.getByLabel("Mark for later").check();
  await phone.page.getByText("The exam goes on at another machine").waitFor();
  await look(phone, "moved");
  for (const place of [5, 6]) {
    await page.getByRole("button", { name: new RegExp(`^${place},`) }).click();
    await page.getByRole("heading", { name: new RegExp(`^Question ${place} of`) }).waitFor();
    await answerRightly(lab);
  }
  await lineIs(lab, "Saved");
}

async function handInAll(
  lab: Visitor,
  script: Awaited<ReturnType<typeof beginByScript>>,
): Promise<void> {
  const { page } = lab;
  await button(lab, "Hand in").first().click();
  await page.getByText("All questions are answered.").waitFor();
  await look(lab, "handing-in");
  await press(lab, "Hand in now");
  await page.getByRole("heading", { name: "Handed in" }).waitFor();
  await script.handIn();
  await script.handIn();
}

async function publish(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await page.getByText("Handed in 2").waitFor();
  for (const step of ["Close exam", "Publish results"]) {
    await press(teacher, step);
    await page.getByRole("dialog").getByRole("button", { name: step }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
  }
  await page.getByRole("tab", { name: "Results" }).click();
  const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
  assert.match((await row("Ada").textContent()) ?? "", /6\.0 \/ 6.*100\.0 %.*Passed/);
  assert.match((await row("Ben").textContent()) ?? "", /0\.0 \/ 6.*Not passed/);
  assert.match((await row("Cleo").textContent()) ?? "", /Not begun/);
  await look(teacher, "results");
  await page.getByRole("tab", { name: "Questions" }).click();
  await page.getByText("too few people to say what it tells").first().waitFor();
  await look(teacher, "items");
}

async function readResult(student: Visitor): Promise<void> {
  const { page } = student;
  await page.goto("/my-exams");
  await page.getByRole("link", { name: /^Midterm/ }).click();
  await page.getByRole("heading", { name: /^Your result Passed/ }).waitFor();
  await page.getByText("Customs reads it.").waitFor();
  await look(student, "result");
}
