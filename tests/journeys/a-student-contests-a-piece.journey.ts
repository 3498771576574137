import assert from "node:assert/strict";
import { journey, type Stage } from "../browser/journey.ts";
import { screens, type Visitor, type VisitorOptions } from "../browser/visitor.ts";
import {
  askForClose,
  handIn,
  openClass,
  type ScriptedClass,
  untilClosed,
} from "../safety/scripted-class.ts";
import { enterAs, look, press, sitDownAs } from "./steps.ts";

const plan = { students: 2, scenario: "first-week", days: 7, bots: 6 };
/** A closed day is read once a minute, and the room asks twice a minute. */
const readMsMax = 120_000;
/** What opening a store shows, told on the last day of its first week. */
const competency = "C01";

interface Learner {
  readonly wish: VisitorOptions;
  readonly objection: string;
  readonly answer: string;
  /** What the teacher makes of it, and what the student then reads. */
  readonly verdict: readonly [zh: string, en: string];
  readonly outcome: readonly [zh: string, en: string];
}

const learners: readonly Learner[] = [
  {
    wish: { language: "zh", screen: "phone", theme: "dark" },
    objection: "清单里缺的那一项，我当天补上了。",
    answer: "补上的时间在结算之后，所以保留。",
    verdict: ["保留证据", "Keep the piece"],
    outcome: ["证据保留", "the piece stays"],
  },
  {
    wish: { language: "en", screen: "lab" },
    objection: "A team-mate of another store opened it for me.",
    answer: "You are right; it is voided.",
    verdict: ["作废证据", "Void the piece"],
    outcome: ["证据作废", "the piece was voided"],
  },
];

journey(
  "a student sees what a season shows of them, and contests a piece",
  { isDemo: true },
  async (stage) => {
    const group = await openClass({ ...plan, urlOf: () => stage.installation.url });
    const visitors = await comeEarly(stage, group);
    for (let day = 1; day <= plan.days; day += 1) {
      for (const student of group.students) await handIn(student, day);
      await askForClose(group.teacher, group, day);
      await untilClosed(group, day);
    }
    for (const [place, visitor] of visitors.entries()) {
      await waitForEvidence(visitor);
      await contest(visitor, learners[place]!);
    }
    await answerAll(await stage.visit({ language: "en", screen: "lab" }), group);
    for (const [place, visitor] of visitors.entries()) {
      await readAnswer(visitor, learners[place]!);
      await readDecision(visitor, place === 0);
    }
  },
);

/** Before any day has closed the room says what will bring something, and what to do first. */
async function comeEarly({ visit }: Stage, { students }: ScriptedClass): Promise<Visitor[]> {
  const visitors: Visitor[] = [];
  for (const [place, { wish }] of learners.entries()) {
    const visitor = await visit(wish);
    await sitDownAs(visitor, students[place]!);
    await visitor.page.goto("/competencies");
    await visitor.page
      .getByRole("heading", { name: visitor.say("还没有看到什么", "Nothing was seen yet") })
      .waitFor();
    await visitor.page
      .getByText(visitor.say("实践时间：0 / 40 小时", "Practice time: 0 of 40 h"))
      .waitFor();
    await look(visitor, "nothing-yet");
    visitors.push(visitor);
  }
  return visitors;
}

/** The room fills by itself: nobody loads it anew. */
async function waitForEvidence(student: Visitor): Promise<void> {
  const { page } = student;
  const row = page.getByRole("listitem").filter({ has: page.getByText(competency) });
  const why = row.getByRole("link", { name: student.say("为什么？", "Why?") });
  await why.waitFor({ timeout: readMsMax });
  await row.getByText(student.say("1 / 3 份证据", "1 of 3 pieces")).waitFor();
  await row.getByText(student.say("证据太少", "too little seen")).first().waitFor();
  await look(student, "mine");
  const core = page
    .getByRole("group")
    .filter({ hasText: student.say("核心：需", "that are needed") });
  await core.first().locator("summary").click();
  await core.first().getByText(student.say("证据：1 / 3 份", "pieces: 1 of 3")).first().waitFor();
  await look(student, "how-far-to-the-certificate");
  await why.click();
}

async function contest(student: Visitor, { objection }: Learner): Promise<void> {
  const { page } = student;
  const piece = page.getByRole("article");
  await piece.getByText(/\d+ ?% → \d+ ?%/).waitFor();
  await piece.getByText(student.say("查看事件", "Show the events")).click();
  await piece
    .getByRole("link", { name: student.say(`第 ${plan.days} 天`, `Day ${plan.days}`) })
    .waitFor();
  await look(student, "why");
  await press(student, student.say("这不对", "This is wrong"));
  await page
    .getByRole("textbox", { name: student.say("为什么不对", "Why it is wrong") })
    .fill(objection);
  await look(student, "contest");
  await press(student, student.say("提交异议", "Send objection"));
  await piece.getByText(student.say("等待答复", "waiting for an answer")).waitFor();
  await piece.getByText(objection).waitFor();
  assert.equal(
    await page.getByRole("button", { name: student.say("这不对", "This is wrong") }).count(),
    0,
  );
}

/** The teacher finds the map of the class, and answers what is said against its pieces. */
async function answerAll(
  teacher: Visitor,
  { teacher: client, season }: ScriptedClass,
): Promise<void> {
  const { page } = teacher;
  const { class: group } = await client.call("GET /practice/seasons/:season", {
    where: { season },
  });
  await enterAs(teacher, "周岚");
  await page.goto(`/classes/${group}/people`);
  await page.getByRole("tab", { name: "Competencies" }).click();
  await page.getByRole("link", { name: /Student 1, C01 .*: too little seen/ }).waitFor();
  await look(teacher, "class");
  await page.setViewportSize(screens.phone);
  await page.getByText("Student 2", { exact: true }).click();
  await page.getByRole("link", { name: /^C01/ }).filter({ visible: true }).first().waitFor();
  await look(teacher, "class-on-a-phone");
  await page.setViewportSize(screens.lab);
  for (const { objection, answer, verdict } of learners) {
    const row = page.getByRole("listitem").filter({ has: page.getByText(objection) });
    await row.getByRole("button", { name: "Answer" }).click();
    const [, act] = verdict;
    const button = page.getByRole("button", { name: act });
    assert.equal(await button.getAttribute("aria-disabled"), "true", "an answer is owed");
    await page.getByRole("textbox", { name: "Answer" }).fill(answer);
    await button.click();
    await row.getByText(answer).waitFor();
  }
  await page.getByRole("link", { name: /Student 2, C01 .*: nothing yet/ }).click();
  await page.getByText("Does not count: a teacher voided it after an objection.").waitFor();
  await look(teacher, "piece-of-a-student");
  await decideCertificate(teacher);
}

/** The teacher looks at what the first student lacks, and decides. */
async function decideCertificate(teacher: Visitor): Promise<void> {
  const { page } = teacher;
  await page.getByRole("link", { name: "To the class" }).click();
  await page.getByRole("link", { name: "Student 1", exact: true }).click();
  await page.getByText("Practical exam of eight units").waitFor();
  await press(teacher, "Decide");
  await page.getByRole("dialog").getByText("stands for ever").waitFor();
  await look(teacher, "decide-the-certificate");
  await press(teacher, "Decide now");
  await page.getByText("decided by 周岚").waitFor();
  await look(teacher, "decided");
  await page.setViewportSize(screens.phone);
  await look(teacher, "decided-on-a-phone");
}

/** A decision stands beside what is missing, for whom it is about and for nobody else. */
async function readDecision(student: Visitor, isDecided: boolean): Promise<void> {
  const { page } = student;
  await page.goto("/competencies");
  await page.getByRole("heading", { name: student.say("历次认定", "Decisions so far") }).waitFor();
  const by = page.getByText(student.say("认定人：周岚", "decided by 周岚"));
  if (isDecided) await by.waitFor();
  else assert.equal(await by.count(), 0);
  await look(student, "decisions");
}

async function readAnswer(student: Visitor, { answer, outcome }: Learner): Promise<void> {
  const { page } = student;
  await page.reload();
  await page.getByText(answer).first().waitFor();
  await page
    .getByText(student.say(...outcome))
    .first()
    .waitFor();
  await look(student, "answered");
}
