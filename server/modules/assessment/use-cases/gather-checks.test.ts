import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { loadCourses } from "@echelon/courses/course-catalog.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { firstAnswersWithoutPiece, putCheckAnswer } from "../store/check-store.ts";
import { gatherChecks } from "./gather-checks.ts";

const [course] = loadCourses();
assert.ok(course);
const one = course.questions.find(({ type, form }) => type === "single-choice" && form === null);
assert.ok(one?.type === "single-choice");
const right = one.answers.findIndex((answer) => answer.right);
const wrong = one.answers.findIndex((answer) => !answer.right);
const [competency] = one.competencies;
assert.ok(competency !== undefined);

suite("a first answer inside a lesson", () => {
  let house: EvidenceHouse;
  before(async () => {
    house = await evidenceHouse();
  });
  after(() => house.stop());

  const answer = (place: number, chosen: number) =>
    house.call(people.student(place), "POST /courses/:course/checks/:question", {
      where: { course: course.course.slug, question: one.id },
      body: { language: "en", answer: { chosen: [chosen] } },
    });
  const gather = () =>
    house.app.means.database.transaction((tx) => gatherChecks(house.app.means, tx));
  const shown = async (place: number) => {
    const student = people.student(place);
    const { body } = await house.call(
      student,
      "GET /assessment/people/:person/competencies/:competency",
      { where: { person: student.person, competency } },
    );
    return body.pieces;
  };

  test("is half an event of evidence, and is counted by no certificate", async () => {
    await answer(0, right);
    await gather();
    const [piece, ...others] = await shown(0);
    assert.equal(others.length, 0);
    assert.deepEqual(
      [piece?.kind, piece?.context.name, piece?.outcome, piece?.weight, piece?.isWhole],
      ["quiz", course.course.name.zh, 1, 0.5, false],
    );
    assert.equal(piece?.context.course, course.course.slug, "from which the course is found");
  });

  test("counts as it was, whatever is answered after the explanation", async () => {
    await answer(1, wrong);
    await answer(1, right);
    await gather();
    assert.deepEqual(
      (await shown(1)).map(({ outcome }) => outcome),
      [0],
    );
  });

  test("to what has left its course does not stand before others", async () => {
    const { database, clock } = house.app.means;
    const since = new Date(clock.now().getTime() - 60_000);
    await database.transaction((tx) =>
      putCheckAnswer(tx, {
        person_id: people.student(2).person,
        course: course.course.slug,
        question: "left-its-course",
        number: 1,
        lesson: one.lesson,
        course_version: course.course.version,
        language: "en",
        answer: { chosen: [0] },
        share_micro: 0,
        answered_at: since,
      }),
    );
    await answer(2, right);
    const known = [`${course.course.slug}/${one.id}`];
    const found = await firstAnswersWithoutPiece(database, { since, known, rowsMax: 1 });
    assert.deepEqual(
      found.map(({ question }) => question),
      [one.id],
    );
    await gather();
    assert.equal((await shown(2)).length, 1);
  });

  test("is evidence once, however often somebody looks for it", async () => {
    await gather();
    await gather();
    assert.equal((await shown(0)).length, 1);
    assert.equal((await shown(1)).length, 1);
  });
});
