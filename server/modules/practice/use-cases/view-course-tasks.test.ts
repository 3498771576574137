import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { courseOf } from "@echelon/courses/course-catalog.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { courseTasks } from "../engine/world-sources.ts";
import { people, practiceHouse, type PracticeHouse } from "../testing/practice-class.ts";

suite("tasks of a course", () => {
  const [one, other] = courseTasks();
  assert.ok(one && other);
  const { course } = one;
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const mentor = (): Caller => ({
    person: demo.mentors[0].id,
    locale: "zh",
    roles: [{ organisation: house.enterprises[0] ?? "", role: "mentor" }],
  });
  const begin = (place: number, preset?: string) =>
    house.call(people.student(place), "POST /practice/rehearsal", {
      body: preset === undefined ? {} : { preset },
    });
  const own = async (place: number) =>
    (await house.call(people.student(place), "GET /practice/tasks", { asks: { course } })).body;

  test("are begun one beside the other, each once, and beside the first store", async () => {
    const first = await begin(0);
    const both = await Promise.all([begin(0, one.forPerson.id), begin(0, one.forPerson.id)]);
    const third = await begin(0, other.forPerson.id);
    const ids = [first, ...both, third].map(({ body }) => body.id);
    assert.equal(ids[1], ids[2]);
    assert.equal(new Set(ids).size, 3);
    assert.deepEqual([both[0].body.preset, both[0].body.hasTasks], [one.forPerson.id, true]);
    assert.equal((await begin(0)).body.id, ids[0], "the first store is where it was");
    const seen = await own(0);
    assert.deepEqual(
      seen.filter((task) => task.own !== null).map((task) => [task.id, task.own?.season]),
      [
        [one.task.id, ids[1]],
        [other.task.id, ids[3]],
      ],
    );
    assert.equal(
      (await own(1)).every((task) => task.own === null),
      true,
    );
  });

  test("a class's are not begun alone, and a teacher makes a season of one", async () => {
    assert.equal((await begin(2, one.forClass.id)).code, "practice/no-such-preset");
    const cards = await house.call(people.teacher, "GET /practice/presets", {});
    const card = cards.body.find(({ id }) => id === one.forClass.id);
    assert.deepEqual(card?.course, one.courseName);
    const made = await house.call(people.teacher, "POST /practice/seasons", {
      body: {
        class: house.classId,
        scenario: one.task.scenario,
        name: "Task",
        pace: { kind: "by-hand" },
        enterprises: house.enterprises,
        teamSize: 1,
        preset: one.forClass.id,
      },
    });
    assert.deepEqual([made.code, made.body.hasTasks, made.body.scoring], [null, true, "checklist"]);
  });

  test("an empty run closes its days, and its teacher reads that it failed", async () => {
    const { body: season } = await begin(3, one.forPerson.id);
    await house.runJobs();
    const student = people.student(3);
    const closed = await house.call(student, "POST /practice/seasons/:season/close", {
      where: { season: season.id },
      body: { day: 1 },
    });
    assert.equal(closed.code, null);
    await house.runJobs();
    const task = (await own(3)).find(({ id }) => id === one.task.id);
    assert.deepEqual([task?.own?.day, task?.own?.isPassed], [2, false]);
    const shown = await house.call(student, "GET /practice/seasons/:season/stores/:store/tasks", {
      where: { season: season.id, store: String(task?.own?.store) },
    });
    const lesson = courseOf(course)?.course.lessons.find(({ tasks }) =>
      tasks.includes(one.task.id),
    );
    assert.deepEqual(shown.body.lesson, {
      course,
      courseName: one.courseName,
      id: lesson?.id,
      name: lesson?.name,
    });
    assert.ok((task?.own?.reachedBp ?? -1) >= 0);
    const asked = { where: { class: house.classId }, asks: { course } };
    const seen = await house.call(people.teacher, "GET /practice/classes/:class/tasks", asked);
    assert.equal(seen.body.tasks.length, courseTasks().filter((x) => x.course === course).length);
    const mark = seen.body.marks.find(({ person }) => person === student.person);
    assert.deepEqual([mark?.task, mark?.reachedBp], [one.task.id, task?.own?.reachedBp]);
    const mentored = await house.call(mentor(), "GET /practice/classes/:class/tasks", asked);
    assert.deepEqual(mentored.body, seen.body, "a mentor of the class sees it as well");
    const peeked = await house.call(student, "GET /practice/classes/:class/tasks", asked);
    assert.equal(peeked.code, "practice/no-such-class");
  });
});
