import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { loadCourses } from "@echelon/courses/course-catalog.ts";
import { named } from "../../../platform/database/statement.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { bankOfCourse } from "../course-banks.ts";
import { examClass } from "../testing/exam-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { demo } from "../../identity/index.ts";
import { holding } from "../testing/certified-class.ts";

const [course] = loadCourses();
assert.ok(course);
const { slug } = course.course;
const one = course.questions.find(({ type, form }) => type === "single-choice" && form === null);
assert.ok(one?.type === "single-choice");
const right = one.answers.findIndex((answer) => answer.right);
const wrong = one.answers.findIndex((answer) => !answer.right);

suite("a question inside a lesson", () => {
  let house: EvidenceHouse;
  before(async () => {
    house = await evidenceHouse();
  });
  after(() => house.stop());

  const student = people.student(0);
  const where = { course: slug, question: one.id };
  const answer = (chosen: number[]) =>
    house.call(student, "POST /courses/:course/checks/:question", {
      where,
      body: { language: "en", answer: { chosen } },
    });

  test("is asked in both languages, and nothing tells what is right", async () => {
    const { body } = await house.call(student, "GET /courses/:course/checks/:question", { where });
    assert.deepEqual(
      body.zh.options.map(({ place }) => place),
      body.en.options.map(({ place }) => place),
    );
    assert.deepEqual([body.en.stem.text, body.state], [one.stem.en, null]);
    assert.ok(!JSON.stringify(body).includes("shareMicro"));
    assert.ok(!JSON.stringify(body).includes(one.why.en));
  });

  test("is marked and explained at once, and the first answer stays the first", async () => {
    const first = await answer([wrong]);
    assert.deepEqual([first.body.shareMicro, first.body.right.chosen], [0, [right]]);
    assert.ok(first.body.explanations.some(({ text }) => text === one.why.en));
    const second = await answer([right]);
    assert.deepEqual(second.body.state, {
      question: one.id,
      times: 2,
      firstMicro: 0,
      bestMicro: 1_000_000,
    });
    const { body } = await house.call(student, "GET /courses/:course/checks", {
      where: { course: slug },
    });
    assert.deepEqual(body, [second.body.state]);
  });

  test("is not one of the tests before and after the course", async () => {
    const test = course.questions.find(({ form }) => form === "a")!;
    const asked = await house.call(student, "GET /courses/:course/checks/:question", {
      where: { course: slug, question: test.id },
    });
    assert.equal(asked.code, "assessment/no-such-check");
  });

  test("is not explained to who has it in an exam, until they have handed in", async () => {
    const { make, open, plan, sit, handIn } = examClass(house);
    const sections = [{ name: "", topics: [], types: [], questions: 5, points: 1 }];
    const exam = (await make(plan(bankOfCourse(course), { sections }))).body.id;
    assert.equal((await open(exam)).code, null);
    const [writes, waits, machine] = [people.student(1), people.student(2), uuidv7()];
    assert.equal((await sit(writes, exam, machine)).code, null);
    const text = "select split_part(paper->0->>'id', '/', 2) as id from assessment.sitting";
    const [asked] = await house.app.means.database.rows<{ id: string }>(
      named("test.paper", text, []),
    );
    const there = { course: slug, question: asked!.id };
    const look = (caller: typeof writes) =>
      house.call(caller, "GET /courses/:course/checks/:question", { where: there });
    const say = (caller: typeof writes) =>
      house.call(caller, "POST /courses/:course/checks/:question", {
        where: there,
        body: { language: "en", answer: { text: "?" } },
      });
    assert.equal((await say(writes)).code, "assessment/in-exam");
    assert.equal((await say(waits)).code, null);
    assert.deepEqual(
      [(await look(writes)).body.isInExam, (await look(waits)).body.isInExam],
      [true, false],
    );
    await handIn(writes, exam, machine);
    assert.equal((await say(writes)).code, null);
    assert.equal((await look(writes)).body.isInExam, false);
  });

  test("counts for who leads and who mentors the class", async () => {
    const asked = { where: { class: house.classId, course: slug } };
    const { body } = await house.call(
      people.teacher,
      "GET /classes/:class/courses/:course/checks",
      asked,
    );
    const own = body.students.find(({ person }) => person === student.person);
    assert.deepEqual([own?.answered, own?.rightFirst], [1, 0]);
    const [first] = demo.mentors;
    const mentor = holding(first.id, house.enterprises[0] ?? "", "mentor");
    const seen = await house.call(mentor, "GET /classes/:class/courses/:course/checks", asked);
    assert.deepEqual(seen.body, body, "and for its mentor");
    const peeked = await house.call(student, "GET /classes/:class/courses/:course/checks", asked);
    assert.equal(peeked.code, "platform/not-allowed");
  });
});
