import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { people } from "../../practice/testing/practice-class.ts";
import { head, measuredClass } from "../testing/measured-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

suite("a learning measurement", () => {
  let house: EvidenceHouse;
  let group: ReturnType<typeof measuredClass>;
  before(async () => {
    house = await evidenceHouse();
    group = measuredClass(house);
  });
  after(() => house.stop());

  const students = Array.from({ length: 14 }, (_, place) => people.student(place));
  const [ada, ben] = students as [typeof people.teacher, typeof people.teacher];
  const near = (a: number | null | undefined, b: number) =>
    assert.ok(Math.abs((a ?? Number.NaN) - b) < 1e-9, `${a} is not ${b}`);

  test("is of a class that one teaches, of a course that there is, and one at a time", async () => {
    assert.equal((await group.make({}, people.stranger)).code, "teaching/no-such-class");
    assert.equal((await group.make({}, ada)).code, "platform/not-allowed");
    assert.equal((await group.make({ course: "no-course" })).code, "teaching/no-such-course");
    const closesAt = new Date(house.clock.now().getTime() - 1_000).toISOString();
    assert.equal((await group.make({ closesAt })).code, "assessment/window-closed");
    const { id } = (await group.make()).body;
    assert.equal((await group.make()).code, "assessment/measurement-running");
    assert.equal((await group.make({ course: "marketing" })).code, null);
    assert.equal((await group.drop(id)).code, null);
    assert.equal((await group.make()).code, null, "what was taken back runs no more");
    assert.equal((await group.view(id)).state, undefined);
  });

  /** What each of twelve people was asked before. */
  const papers = new Map<number, string[]>();
  let id = "";

  test("is found among a student's exams, and gives neighbors different forms", async () => {
    const { body } = await house.call(
      people.teacher,
      "GET /assessment/classes/:class/measurements",
      { where: { class: house.classId } },
    );
    id = body.find(({ course }) => course === "store-operation")!.id;
    const first = await group.examOf(id, "before");
    const mine = (await house.call(ada, "GET /assessment/exams")).body;
    const listed = mine.find((one) => one.id === first)!;
    assert.equal(listed.state, "ready");
    assert.deepEqual(listed.measures, {
      measurement: id,
      moment: "before",
      course: "store-operation",
      isOver: false,
    });

    // Twelve people know two to seven of twelve; one more leaves after four, one never comes.
    for (const [at, student] of students.slice(0, 12).entries())
      papers.set(at, await group.sit(student, first, 2 + (at % 6)));
    await group.sit(students[12]!, first, 4, 4);
    for (const at of [0, 2, 4, 6, 8, 10])
      assert.notDeepEqual(papers.get(at), papers.get(at + 1), "neighbors have different forms");
    assert.equal(new Set([...papers.values()].map((one) => one.join())).size, 2);
    const during = await group.view(id);
    assert.deepEqual(
      [during.state, during.lessons, during.people, during.key],
      ["before", [], [], null],
      "who sits it late must not be told what others knew",
    );
    assert.equal((await group.drop(id)).code, "assessment/test-begun");
  });

  test("asks after what nobody has seen, and finds what was learned of who sat both", async () => {
    assert.equal((await group.openAfter(id, ada)).code, "platform/not-allowed");
    assert.equal((await group.openAfter(id)).code, null);
    assert.equal((await group.openAfter(id)).code, "assessment/test-opened");
    assert.equal((await group.own(id, ada)).code, "assessment/measurement-not-over");
    const between = await group.view(id);
    assert.equal(between.state, "after");
    assert.equal(between.lessons.length, 12);
    assert.equal(between.effect, null, "the test after goes on");

    // Eleven come again and know three more, every other one four; the twelfth does not come.
    const second = await group.examOf(id, "after");
    for (const [at, student] of students.slice(0, 11).entries()) {
      const asked = await group.sit(student, second, 5 + (at % 6) + (at % 2));
      assert.notDeepEqual(asked, papers.get(at), "nobody sees a form twice");
      const other = [...papers.values()].find((one) => one.join() !== papers.get(at)!.join())!;
      assert.deepEqual(asked, other);
    }
    assert.equal((await group.close(second)).code, null);

    const found = await group.view(id);
    assert.equal(found.state, "over");
    assert.match(found.key ?? "", /^[0-9a-f]{64}$/);
    const { taken, gain, effect } = found;
    assert.deepEqual(
      [taken?.both, taken?.dropped, taken?.joined, taken?.unfinished],
      [11, 1, 0, 1],
    );
    near(taken?.droppedBefore, 7 / 12);
    assert.equal(gain?.people, 11);
    assert.ok(gain.gain > 3 / 12 && gain.gain < 4 / 12, `${gain.gain}`);
    assert.ok(effect !== null && effect.low < effect.effect && effect.effect < effect.high);
    const named = found.people.find(({ person }) => person === ada.person)!;
    assert.equal(named.took, "both");
    near(named.before, 2 / 12);
    near(named.after, 5 / 12);
    const rest = found.people.filter(({ took }) => took === "none");
    assert.ok(rest.some(({ person }) => person === students[12]!.person));
    near(found.lessons.reduce((sum, { gain: own }) => sum + own!.gain, 0) / 12, gain.gain);
    assert.deepEqual(found.competencies.find((one) => one.id === "J01")?.questions, 2);
  });

  test("tells the head of the school no names, and a student the own gain", async () => {
    const all = (await house.call(head, "GET /assessment/measurements")).body;
    const told = all.find(({ course }) => course === "store-operation")!;
    assert.deepEqual([told.isHidden, told.both, told.dropped], [false, 11, 1]);
    assert.ok(told.effect !== null);
    const marketing = all.find(({ course }) => course === "marketing")!;
    assert.deepEqual([marketing.isHidden, marketing.both, marketing.gain], [true, null, null]);
    const view = await group.view(told.id, head);
    assert.deepEqual([view.people, view.mayTeach], [[], false]);
    assert.equal(view.taken?.droppedBefore, null, "one who did not come again would be told of");
    assert.equal(view.lessons.length, 12);

    const own = (await group.own(told.id, ada)).body;
    assert.deepEqual([own.beforePercent, own.afterPercent], [17, 42]);
    assert.ok(!JSON.stringify(own).includes("feedback"));
    const stranger = { ...people.stranger, roles: ada.roles };
    assert.equal((await group.own(told.id, stranger)).code, "assessment/no-such-measurement");
    const other = { ...head, roles: [{ role: "head", organisation: people.stranger.person }] };
    assert.equal((await group.view(told.id, other)).id, undefined, "the head of another school");
    assert.equal((await group.own(told.id, people.teacher)).code, "platform/not-allowed");
  });

  test("is no exam of the class, publishes no answer and makes no evidence", async () => {
    const where = { class: house.classId };
    const exams = await house.call(people.teacher, "GET /assessment/classes/:class/exams", {
      where,
    });
    assert.deepEqual(exams.body, []);
    const all = (await house.call(head, "GET /assessment/measurements")).body;
    const { id } = all.find(({ course }) => course === "store-operation")!;
    const exam = { where: { exam: await group.examOf(id, "after") } };
    const publish = await house.call(people.teacher, "POST /assessment/exams/:exam/publish", exam);
    assert.equal(publish.code, "assessment/exam-measures");
    const result = await house.call(ben, "GET /assessment/exams/:exam/result", exam);
    assert.equal(result.code, "assessment/exam-not-published");
    const book = await house.call(people.teacher, "GET /assessment/classes/:class/gradebook", {
      where,
    });
    const cells = book.body.rows.flatMap(({ cells: own }) => own.map(({ tenths }) => tenths));
    assert.ok(cells.length > 0 && cells.every((tenths) => tenths === null));
    const standings = await house.call(ben, "GET /assessment/people/:person", {
      where: { person: ben.person },
    });
    assert.deepEqual(standings.body.standings, []);
  });

  test("of a class in which nobody came is told as too little to say", async () => {
    const all = (await house.call(head, "GET /assessment/measurements")).body;
    const { id } = all.find(({ course }) => course === "marketing")!;
    assert.equal((await group.openAfter(id)).code, null);
    await group.close(await group.examOf(id, "after"));
    const found = await group.view(id);
    assert.deepEqual([found.state, found.gain, found.effect], ["over", null, null]);
    assert.equal(found.taken?.both, 0);
    assert.ok(found.lessons.every(({ start, gain }) => start === null && gain === null));
    const hidden = await group.view(id, head);
    assert.equal(hidden.isHidden, true);
    assert.ok(hidden.tests.every(({ begun, done }) => begun === null && done === null));
  });
});
