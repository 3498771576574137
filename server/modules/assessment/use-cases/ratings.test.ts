import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { demoStudents } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { criteria, ratingClass } from "../testing/rating-class.ts";

suite("work that two raters mark", () => {
  let house: EvidenceHouse;
  let group: ReturnType<typeof ratingClass>;
  before(async () => {
    house = await evidenceHouse();
    group = ratingClass(house);
  });
  after(() => house.stop());

  type Given = Awaited<ReturnType<typeof group.given>>[number];
  const personOf = (name: string) => people.student(demoStudents.indexOf(name)).person;
  const isHidden = ({ others }: { others: unknown }) => others === null;

  test("is asked for by competencies whose marks say what one can see", async () => {
    const code = async (...asked: Parameters<typeof group.make>) =>
      (await group.make(...asked)).code;
    assert.equal(await code(people.teacher, ["C02"]), "assessment/no-anchors");
    assert.equal(await code(people.stranger), "teaching/no-such-class");
    assert.equal(await code(group.students[0]!), "platform/not-allowed");
  });

  test("can be handed in again until it is closed, and not after", async () => {
    const { id } = (await group.make(people.teacher)).body;
    const [student] = group.students as [typeof people.teacher];
    assert.equal((await group.close(id)).code, "assessment/no-works");
    assert.equal((await group.handIn(people.teacher, id)).code, "platform/not-allowed");
    assert.equal((await group.handIn(student, id, "First")).code, null);
    assert.equal((await group.handIn(student, id, "Second")).code, null);
    assert.equal((await group.assignmentAs(student, id)).myWork?.text, "Second");
    assert.equal((await group.close(id)).code, null);
    assert.equal((await group.handIn(student, id)).code, "assessment/assignment-closed");
    assert.equal((await group.close(id)).code, "assessment/assignment-closed");
  });

  test("is dealt to a teacher and a mentor each, and two works to everybody", async () => {
    const id = await group.marking();
    const counts: number[] = [];
    for (const rater of group.raters) counts.push((await group.given(rater, id)).length);
    assert.deepEqual(counts, [4, 3, 3]);
    const anchors = (await group.given(group.mentors[0], id)).filter((item) => item.isAnchor);
    assert.equal(anchors.length, 2);
  });

  test("is marked blind: neither sees the other's before both are in", async () => {
    const { work, mentor } = await group.paired(await group.marking());
    assert.equal((await group.give(people.teacher, work, [3, 3, 2, 4])).code, null);
    const seen = (await group.look(mentor, work)).body;
    assert.ok(seen.criteria.every((one) => isHidden(one) && one.mark === null));
    assert.equal((await group.give(mentor, work, [3, 2], false)).code, null);
    assert.equal((await group.give(mentor, work, [3, 2])).code, "assessment/criteria-unmarked");
    assert.ok((await group.look(people.teacher, work)).body.criteria.every(isHidden));
    assert.equal((await group.give(mentor, work, [3, 2, 2, 3])).code, null);
    const both = (await group.look(people.teacher, work)).body;
    assert.deepEqual(
      both.criteria.map(({ others }) => others?.map(({ side, mark }) => [side, mark])),
      [[["mentor", 3]], [["mentor", 2]], [["mentor", 2]], [["mentor", 3]]],
    );
    assert.equal((await group.give(mentor, work, [0, 0, 0, 0])).code, "assessment/already-marked");
  });

  test("is nobody's but its raters'", async () => {
    const { work, other } = await group.paired(await group.marking());
    assert.equal((await group.look(other, work)).code, "assessment/no-such-work");
    assert.equal((await group.give(other, work, [1, 1, 1, 1])).code, "assessment/no-such-work");
    assert.equal((await group.look(group.students[0]!, work)).code, "platform/not-allowed");
  });

  test("counts when it is published, corrected for who was severe", async () => {
    const id = await group.marking();
    assert.equal((await group.publish(id)).code, "assessment/marks-missing");
    const works = (await group.given(people.teacher, id)).map(({ work }) => work);
    const [, severe] = group.raters;
    await group.markAll(id, (rater, work) => {
      const able = 1 + works.indexOf(work);
      const last = rater === severe ? able - 1 : able;
      return [able, able, able, last].map((mark) => Math.min(4, mark));
    });
    assert.equal((await group.publish(id)).code, null);
    const [student] = group.students as [typeof people.teacher];
    const mine = await group.assignmentAs(student, id);
    assert.equal(mine.state, "published");
    assert.deepEqual(
      mine.myMarks.map(({ competency }) => competency),
      criteria,
    );
    assert.equal(mine.agreement, null, "how raters agree is not for students");
    const taught = await group.assignmentAs(people.teacher, id);
    assert.deepEqual([taught.agreement?.parts, taught.agreement?.pairs.length], [1, 3]);
    const own = await group.assignmentAs(severe, id);
    assert.ok(taught.myRating!.severity < own.myRating!.severity, "the first mentor is severer");
    const { body } = await house.call(
      student,
      "GET /assessment/people/:person/competencies/:competency",
      { where: { person: student.person, competency: "K05" } },
    );
    assert.ok(body.pieces.length >= 2);
    for (const { kind, state } of body.pieces) {
      assert.deepEqual([kind, state], ["rubric", "counted"]);
    }
  });

  test("goes to a third rater where two lie apart, who sees neither", async () => {
    const id = await group.marking();
    const { work, mentor, other } = await group.paired(id);
    await group.give(people.teacher, work, [4, 4, 4, 4]);
    assert.ok(!(await group.given(other, id)).some((item) => item.work === work));
    await group.give(mentor, work, [4, 2, 4, 4]);
    const third = (await group.given(other, id)).find((item) => item.work === work);
    assert.equal(third?.side, "third");
    assert.ok((await group.look(other, work)).body.criteria.every(isHidden));
    const state = async () => (await group.assignmentAs(people.teacher, id)).marking;
    assert.equal((await state())?.apart, 1);
    await group.markAll(id, () => [3, 3, 3, 3]);
    assert.deepEqual(await state(), { waiting: 0, apart: 0, withoutThird: 0, ready: 4 });
    assert.equal((await group.publish(id)).code, null);
  });

  test("waits where two lie apart and everybody has seen it", async () => {
    const id = await group.marking();
    const anchor = (await group.given(people.teacher, id)).find((item) => item.isAnchor)!;
    const [, harsh] = group.mentors;
    await group.markAll(id, (rater, work) =>
      rater === harsh && work === anchor.work ? [0, 0, 0, 0] : [3, 3, 3, 3],
    );
    assert.equal((await group.publish(id)).code, "assessment/marks-missing");
    const { marking } = await group.assignmentAs(people.teacher, id);
    assert.deepEqual(marking, { waiting: 0, apart: 0, withoutThird: 1, ready: 3 });
  });

  test("is not marked by whom it must not be, and what was handed in stays", async () => {
    // Works of earlier tests that still wait would be looked at, too.
    await house.fresh.owner.pool.query("update assessment.assignment set state = 'published'");
    const [mentor, other] = group.mentors;
    const code = async (...asked: Parameters<typeof group.declare>) =>
      (await group.declare(...asked)).code;
    const id = await group.marking();
    const [marked, open] = (await group.given(mentor, id)) as [Given, Given];
    assert.equal((await group.give(mentor, marked.work, [3, 3, 3, 3])).code, null);
    const { teacher } = people;
    const [done, intern] = [marked, open].map(({ name }) => personOf(name)) as [string, string];
    assert.equal(await code(mentor, intern, teacher.person), "platform/not-allowed");
    assert.equal(await code(teacher, intern, intern), "assessment/no-such-rater");
    assert.equal(await code(mentor, done, mentor.person), "assessment/already-marked");
    assert.equal(await code(mentor, intern, mentor.person), null);
    const works = async (rater: typeof teacher) =>
      (await group.given(rater, id)).map(({ work }) => work);
    assert.ok(!(await works(mentor)).includes(open.work));
    assert.ok((await works(other)).includes(open.work), "the other mentor has it");
  });
});
