import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { loadCourses } from "@echelon/courses/course-catalog.ts";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo, identityModule } from "../../identity/index.ts";
import { exchangeModule } from "../../exchange/index.ts";
import { demoClass, teachingModule } from "../index.ts";

const [course] = loadCourses();
assert.ok(course);
const { slug: of, lessons } = course.course;
const ids = lessons.map(({ id }) => id);

const as = (person: string, role: string): Caller => ({
  person,
  locale: "zh",
  roles: [{ organisation: demo.school.id, role }],
});
const teacher = as(demo.teacher.id, "teacher");
const mentor = as(demo.mentors[0].id, "mentor");
const student = as(demo.student(0), "student");

suite("a course in a class", () => {
  let house: FreshApp;
  before(async () => {
    house = await freshApp({ modules: [identityModule, teachingModule, exchangeModule] });
    for (const module of [identityModule, exchangeModule, teachingModule])
      await module.seedDemo?.(house.app.means);
  });
  after(() => house.stop());

  const inClass = { class: demoClass.id, course: of };
  const view = (caller: Caller) =>
    house.call(caller, "GET /courses/:course", {
      where: { course: of },
      asks: { class: demoClass.id },
    });
  const planOf = async (caller: Caller) => (await view(caller)).body.plan.map(({ id }) => id);
  const arrange = (lessonIds: readonly string[], hidden: readonly string[] = []) =>
    house.call(teacher, "PUT /classes/:class/courses/:course", {
      where: inClass,
      body: {
        lessons: lessonIds.map((lesson, at) => ({
          lesson,
          isHidden: hidden.includes(lesson),
          week: at + 1,
          dueOn: "2026-12-24",
        })),
      },
    });

  test("is read by anybody as it ships, with its pictures in the page's colors", async () => {
    const { body } = await house.call(student, "GET /courses", {});
    assert.deepEqual(body.find(({ slug }) => slug === of)?.classes, []);
    const lesson = await house.call(student, "GET /courses/:course/lessons/:lesson", {
      where: { course: of, lesson: ids[0]! },
    });
    const { zh, en } = lesson.body.texts;
    assert.ok(zh !== null && en !== null && zh.length > 5);
    const shown = zh.find((block) => block.kind === "picture");
    assert.ok(shown?.kind === "picture");
    const drawn = await house.call(student, "GET /courses/:course/pictures/:picture", {
      where: { course: of, picture: shown.name },
      asks: { language: "zh", theme: "dark" },
    });
    assert.equal(drawn.raw.headers["content-type"], "image/svg+xml");
    assert.match(String(drawn.raw.headers["content-security-policy"]), /^default-src 'none'/);
    assert.match(drawn.raw.body, /<style>svg\{color:#e7ecf2\}/);
    assert.ok(lesson.body.sources.every(({ url }) => url.startsWith("http")));
    const lost = await house.call(student, "GET /courses/:course", { where: { course: "none" } });
    assert.equal(lost.code, "teaching/no-such-course");
  });

  test("is taken in the teacher's order, with dates, and without what is hidden", async () => {
    const turned = [ids[1]!, ids[0]!, ...ids.slice(2)];
    const taken = await arrange(turned, [ids[2]!]);
    assert.deepEqual([taken.code, taken.body.class?.isTaken], [null, true]);
    assert.deepEqual(await planOf(teacher), turned);
    assert.deepEqual(
      await planOf(student),
      turned.filter((id) => id !== ids[2]),
    );
    const first = (await view(student)).body.plan[0];
    assert.deepEqual([first?.week, first?.dueOn], [1, "2026-12-24"]);
    const { body } = await house.call(student, "GET /courses", {});
    assert.equal(body.find(({ slug }) => slug === of)?.classes[0]?.id, demoClass.id);
    const hidden = await house.call(student, "GET /courses/:course/lessons/:lesson", {
      where: { course: of, lesson: ids[2]! },
      asks: { class: demoClass.id },
    });
    assert.equal(hidden.code, "teaching/no-such-lesson");
    assert.equal((await arrange(["99-nowhere"])).code, "teaching/no-such-lesson");
    assert.equal((await arrange([ids[0]!, ids[0]!])).code, "teaching/no-such-lesson");
    await arrange(ids);
  });

  test("shows whoever leads it what each student has read", async () => {
    for (const times of [1, 2]) {
      const read = await house.call(student, "PUT /courses/:course/lessons/:lesson/read", {
        where: { course: of, lesson: ids[0]! },
        asks: { class: demoClass.id },
      });
      assert.equal(read.code, null, `time ${times}`);
    }
    assert.equal((await view(student)).body.plan[0]?.isRead, true);
    const asked = { where: inClass };
    const { body } = await house.call(
      teacher,
      "GET /classes/:class/courses/:course/progress",
      asked,
    );
    const own = body.students.find(({ person }) => person === student.person);
    assert.deepEqual(own?.read, [ids[0]]);
    assert.ok(body.students.filter(({ read }) => read.length > 0).length === 1);
    const peeked = await house.call(student, "GET /classes/:class/courses/:course/progress", asked);
    assert.equal(peeked.code, "platform/not-allowed");
  });

  const write = (lesson: string, body: object) =>
    house.call(teacher, "PUT /classes/:class/courses/:course/lessons/:lesson/text", {
      where: { ...inClass, lesson },
      body: { name: null, zh: null, en: null, after: 0, ...body } as never,
    });
  const readAs = async (lesson: string) =>
    (
      await house.call(student, "GET /courses/:course/lessons/:lesson", {
        where: { course: of, lesson },
        asks: { class: demoClass.id },
      })
    ).body;

  test("is written on in versions, and the shipped text comes back", async () => {
    const lesson = ids[0]!;
    const shipped = await readAs(lesson);
    const kept = await write(lesson, { zh: "## 我们的店\n\n自己的话。" });
    assert.deepEqual([kept.code, kept.body.number], [null, 1]);
    const edited = await readAs(lesson);
    assert.deepEqual(edited.texts.zh?.[0], { kind: "heading", level: 2, text: "我们的店" });
    assert.deepEqual(edited.texts.en, shipped.texts.en, "the other language is as it ships");
    assert.deepEqual([edited.lesson.isEdited, edited.version?.number], [true, 1]);
    assert.equal((await write(lesson, { zh: "晚了" })).code, "teaching/lesson-changed");
    const faulty = await write(lesson, { zh: "```sum\n毛利 = 2 × 3 = 7 USD\n```", after: 1 });
    assert.equal(faulty.code, "teaching/lesson-faulty");
    const back = await write(lesson, { after: 1 });
    assert.deepEqual([back.body.number, back.body.versions[0]?.isShipped], [2, true]);
    const again = await readAs(lesson);
    assert.deepEqual([again.texts, again.version], [shipped.texts, null]);
    const old = await house.call(
      teacher,
      "GET /classes/:class/courses/:course/lessons/:lesson/text",
      { where: { ...inClass, lesson }, asks: { version: "1" } },
    );
    assert.equal(old.body.zh, "## 我们的店\n\n自己的话。");
  });

  test("takes a lesson of the teacher's own, in one language at least", async () => {
    const add = (body: object) =>
      house.call(teacher, "POST /classes/:class/courses/:course/lessons", {
        where: inClass,
        body: {
          name: { zh: "本地案例", en: "A local case" },
          zh: null,
          en: null,
          ...body,
        } as never,
      });
    assert.equal((await add({})).code, "teaching/lesson-faulty");
    const { body } = await add({ zh: "## 案例\n\n义乌一家店。" });
    const seen = await readAs(body.lesson);
    assert.deepEqual([seen.lesson.isOwn, seen.texts.en], [true, null]);
    assert.equal((await planOf(student)).at(-1), body.lesson);
    await arrange([body.lesson, ...ids]);
    assert.equal((await planOf(student))[0], body.lesson);
  });

  test("tells what is wrong with a text by its line, and where the languages part", async () => {
    const { body } = await house.call(teacher, "POST /courses/:course/preview", {
      where: { course: of },
      body: { zh: "## 一\n\n<b>粗</b>\n\n话[^nobody]。", en: "words" },
    });
    assert.deepEqual(
      body.faults.map(({ code, line }) => [code, line]),
      [
        ["text-form", 3],
        ["dangling-reference", null],
      ],
    );
    assert.deepEqual(body.differs, { zh: "heading 2", en: "" });
  });

  test("a mentor of the class reads it and sees who has read what, by name", async () => {
    const { body } = await house.call(mentor, "GET /courses", {});
    assert.deepEqual(
      body.find(({ slug }) => slug === of)?.classes.map(({ id, role }) => [id, role]),
      [[demoClass.id, "mentor"]],
    );
    const seen = (await view(mentor)).body.class;
    assert.deepEqual([seen?.mayFollow, seen?.mayLead], [true, false]);
    assert.equal((await view(student)).body.class?.mayFollow, false);
    const asked = { where: inClass };
    const progress = await house.call(
      mentor,
      "GET /classes/:class/courses/:course/progress",
      asked,
    );
    assert.equal(progress.body.students.length, 40);
    assert.ok(progress.body.students.every(({ number, name }) => number === null && name !== ""));
    const stranger = await house.call(
      as(demo.operator.id, "mentor"),
      "GET /classes/:class/courses/:course/progress",
      asked,
    );
    assert.equal(stranger.code, "teaching/no-such-class");
  });

  test("is left again, and what was arranged comes back when it is taken again", async () => {
    const left = await house.call(teacher, "DELETE /classes/:class/courses/:course", {
      where: inClass,
    });
    assert.equal(left.code, null);
    assert.equal((await view(teacher)).body.class?.isTaken, false);
    const { body } = await house.call(student, "GET /courses", {});
    assert.deepEqual(body.find(({ slug }) => slug === of)?.classes, []);
  });
});
