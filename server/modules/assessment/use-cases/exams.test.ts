import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { manualClock } from "../../../platform/clock/clock.ts";
import { named } from "../../../platform/database/statement.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { wordsOf } from "../bank-question.ts";
import { examClass, rightAnswer } from "../testing/exam-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { tendExams } from "./tend-exams.ts";

/** The clock is moved by seconds. */
const minute = 60;
const [here, there] = [uuidv7(), uuidv7()];

suite("an exam", () => {
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  let house: EvidenceHouse;
  let group: ReturnType<typeof examClass>;
  before(async () => {
    house = await evidenceHouse(clock);
    group = examClass(house);
  });
  after(() => house.stop());

  const [ada, ben, cleo] = [0, 1, 2].map(people.student) as [
    typeof people.teacher,
    typeof people.teacher,
    typeof people.teacher,
  ];
  const isTrue = (revision: number, said: boolean, place = 0) => ({
    place,
    revision,
    answer: { isTrue: said },
    isForLater: false,
  });
  /** What the clock does once a minute. */
  const tend = async () => {
    await house.app.means.database.transaction((tx) => tendExams(house.app.means, tx));
    await house.runJobs();
  };
  const results = async (exam: string) =>
    (await house.call(people.teacher, "GET /assessment/exams/:exam/results", group.ofExam(exam)))
      .body;
  const resultOf = async (exam: string, { person }: { readonly person: string }) =>
    (await results(exam)).people.find((one) => one.person === person)!;
  /** Answers as many questions of a paper rightly as wanted, in their order. */
  const answerAll = async (caller: typeof ada, exam: string, right = 100) => {
    const { body } = await group.sit(caller, exam, here);
    const answers = body.questions.slice(0, right).map(({ place, stem }) => ({
      place,
      revision: 1,
      answer: rightAnswer(wordsOf(stem)),
      isForLater: false,
    }));
    assert.equal((await group.save(caller, exam, here, answers)).code, null);
  };

  test("that the banks cannot fill is not opened, and the section is named", async () => {
    const bank = await group.filledBank();
    const [first] = group.plan(bank).sections;
    const wish = group.plan(bank, { sections: [{ ...first!, questions: 4 }] });
    const { id } = (await group.make(wish)).body;
    assert.deepEqual((await group.view(id)).short, {
      section: 0,
      name: "Account",
      wanted: 4,
      reached: 3,
    });
    assert.equal((await group.open(id)).code, "assessment/blueprint-short");
    assert.equal(await group.ownState(ada, id), undefined, "a draft is nobody's");
    assert.equal((await group.make(wish, ada)).code, "platform/not-allowed");
    assert.equal((await group.make(wish, people.stranger)).code, "teaching/no-such-class");
  });

  test("tells nobody who sits it what is right", async () => {
    const exam = await group.opened();
    const { body } = await group.sit(ada, exam, here);
    assert.equal(body.questions.length, 6);
    assert.equal(body.points, 9);
    const told = JSON.stringify(body);
    for (const secret of ["shareMicro", "feedback", "isTrue", "pattern", "Yes.", "B is wrong"])
      assert.ok(!told.includes(secret), secret);
    const view = await group.view(exam);
    assert.match(view.keyHash ?? "", /^[0-9a-f]{64}$/);
    assert.equal(view.key, null, "the key is told with the results");
  });

  test("keeps the newest of what is sent, in whatever order it comes, and once", async () => {
    const exam = await group.opened();
    await group.sit(ada, exam, here);
    assert.equal((await group.save(ada, exam, here, [isTrue(2, true)])).code, null);
    const late = (await group.save(ada, exam, here, [isTrue(1, false)])).body;
    assert.deepEqual(late.answers, [isTrue(2, true)], "an older one is told what stands");
    const same = (await group.save(ada, exam, here, [isTrue(2, true)])).body;
    assert.deepEqual(same.answers, late.answers);
    assert.equal(
      (await group.save(ada, exam, here, [isTrue(3, true, 6)])).code,
      "assessment/not-on-paper",
    );
    assert.equal(
      (await group.save(ben, exam, here, [isTrue(1, true)])).code,
      "assessment/not-begun",
    );
  });

  test("goes on at another machine with all that was kept, and the first one is told", async () => {
    const exam = await group.opened();
    const paper = (await group.sit(ada, exam, here)).body;
    await group.save(ada, exam, here, [isTrue(1, true)]);
    const again = (await group.sit(ada, exam, there)).body;
    assert.deepEqual(again.questions, paper.questions);
    assert.deepEqual(again.answers, [isTrue(1, true)]);
    assert.deepEqual([paper.turn, again.turn], [1, 2], "a machine knows which turn is its own");
    assert.equal(
      (await group.save(ada, exam, here, [isTrue(2, false)])).code,
      "assessment/sitting-elsewhere",
    );
    assert.equal((await group.handIn(ada, exam, here)).code, "assessment/sitting-elsewhere");
    assert.equal((await group.pulse(ada, exam, here)).body.isHere, false);
    assert.equal((await group.save(ada, exam, there, [isTrue(2, false)])).code, null);
    const turns = [await group.sit(ada, exam, here), await group.sit(ada, exam, here)];
    assert.deepEqual(
      turns.map(({ body }) => body.turn),
      [3, 3],
      "a page that is loaded again is the same machine",
    );
    assert.equal((await group.pulse(ada, exam, here)).body.isHere, true);
  });

  test("ends by the server's clock: what is saved counts, what is late does not", async () => {
    const exam = await group.opened();
    await answerAll(ada, exam, 2);
    clock.advance(59 * minute);
    assert.equal((await group.pulse(ada, exam, here)).body.secondsLeft, 60);
    clock.advance(minute + 5);
    assert.equal(
      (await group.save(ada, exam, here, [isTrue(9, true, 5)])).code,
      null,
      "on its way",
    );
    clock.advance(6);
    assert.equal(
      (await group.save(ada, exam, here, [isTrue(10, true, 5)])).code,
      "assessment/sitting-over",
    );
    assert.equal((await group.sit(ada, exam, there)).code, "assessment/sitting-over");
    assert.equal(await group.ownState(ada, exam), "in");
    await tend();
    assert.equal((await group.close(exam)).code, null);
    assert.ok((await resultOf(exam, ada)).reachedCenti! >= 400);
  });

  test("that cannot be read keeps no other from its end", async () => {
    const { database } = house.app.means;
    const [broken, whole] = [await group.opened(), await group.opened()];
    for (const exam of [broken, whole]) await answerAll(ada, exam, 1);
    const breaks = `update assessment.sitting
      set paper = replace(paper::text, '"id":', '"was":')::jsonb where exam_id = $1`;
    await database.rows(named("test.break-exam", breaks, [broken]));
    clock.advance(61 * minute);
    await assert.rejects(tend(), "it is told to whoever runs the house");
    const ended = `select exam_id from assessment.sitting
      where exam_id = any ($1) and ended_at is not null`;
    assert.deepEqual(await database.rows(named("test.ended", ended, [[broken, whole]])), [
      { exam_id: whole },
    ]);
    const drops = "delete from assessment.exam where id = $1";
    await database.rows(named("test.drop-exam", drops, [broken]));
  });

  test("gives time back to who had run out of it, and to a person of one's own", async () => {
    const exam = await group.opened();
    await group.sit(ada, exam, here);
    await group.extra(exam, 30, ben.person);
    await group.sit(ben, exam, here);
    clock.advance(61 * minute);
    await tend();
    assert.equal(await group.ownState(ada, exam), "in");
    assert.equal(await group.ownState(ben, exam), "writing");
    assert.equal((await group.extra(exam, 10)).code, null);
    assert.equal(await group.ownState(ada, exam), "writing");
    assert.equal((await group.save(ada, exam, here, [isTrue(1, true)])).code, null);
    assert.equal((await group.pulse(ben, exam, here)).body.secondsLeft, 39 * 60);
    assert.equal(
      (await group.extra(exam, 5, people.teacher.person)).code,
      "assessment/no-such-person",
    );
  });

  test("that closed while the server was away is opened again by minutes for all", async () => {
    const closesAt = new Date(clock.now().getTime() + 30 * minute * 1_000).toISOString();
    const exam = await group.opened({ closesAt });
    await group.sit(ada, exam, here);
    await tend();
    clock.advance(40 * minute);
    await tend();
    const view = await group.view(exam);
    assert.equal(view.state, "closed");
    assert.equal(view.outages.length, 1, "the clock was away while somebody wrote");
    const lost = async () => {
      const room = "GET /assessment/exams/:exam/room";
      const { seats } = (await house.call(people.teacher, room, group.ofExam(exam))).body;
      return [ada, cleo].map(
        (who) => seats.find(({ person }) => person === who.person)?.lostMinutes,
      );
    };
    assert.deepEqual(await lost(), [30, 0], "it cost who wrote, up to the close");
    assert.equal((await group.sit(cleo, exam, here)).code, "assessment/exam-not-open");
    await group.extra(exam, 40);
    assert.deepEqual(await lost(), [30, 0], "what is given back does not make it longer");
    assert.equal((await group.view(exam)).state, "open");
    assert.equal((await group.save(ada, exam, here, [isTrue(1, true)])).code, null);
    assert.equal(await group.ownState(cleo, exam), "ready");
  });

  test("was not without a server while nobody wrote it", async () => {
    const exam = await group.opened();
    await group.sit(ada, exam, here);
    await tend();
    await group.handIn(ada, exam, here);
    clock.advance(180 * minute);
    await group.sit(ben, exam, here);
    clock.advance(minute);
    await tend();
    assert.deepEqual((await group.view(exam)).outages, []);
  });

  test("handed in twice is handed in once, and then it is over", async () => {
    const exam = await group.opened();
    await answerAll(ada, exam);
    assert.equal((await group.handIn(ada, exam, here)).code, null);
    const before = (await group.view(exam)).done;
    assert.equal((await group.handIn(ada, exam, here)).code, null);
    assert.equal((await group.handIn(ada, exam, there)).code, null);
    assert.equal((await group.view(exam)).done, before);
    assert.equal(
      (await group.save(ada, exam, here, [isTrue(9, true)])).code,
      "assessment/sitting-over",
    );
    await group.extra(exam, 20);
    assert.equal(await group.ownState(ada, exam), "in", "who handed in has handed in");
  });

  test("is marked, published and becomes evidence of what it asked", async () => {
    const exam = await group.opened();
    await answerAll(ada, exam);
    await answerAll(ben, exam, 3);
    assert.equal((await group.publish(exam)).code, "assessment/exam-not-closed");
    await group.close(exam);
    const [best, half] = [await resultOf(exam, ada), await resultOf(exam, ben)];
    assert.deepEqual([best.reachedCenti, best.ofCenti, best.isPassed], [900, 900, true]);
    assert.deepEqual([half.reachedCenti, half.isPassed], [600, true]);
    assert.equal((await resultOf(exam, cleo)).state, "absent");
    const own = () => house.call(ben, "GET /assessment/exams/:exam/result", group.ofExam(exam));
    assert.equal((await own()).code, "assessment/exam-not-published");
    assert.equal((await group.publish(exam)).code, null);
    assert.equal((await group.publish(exam)).code, "assessment/exam-not-closed");
    const { body } = await own();
    assert.deepEqual(body.topics, [
      { topic: "C01", percent: 100 },
      { topic: "C03", percent: 0 },
    ]);
    const choice = body.questions.find(({ stem }) => wordsOf(stem).includes("right"))!;
    assert.deepEqual([choice.reachedPoints, choice.right.chosen], [2, [0]]);
    assert.deepEqual(choice.explanations, [{ format: "html", text: "Yes." }]);
    const { body: evidence } = await house.call(
      ben,
      "GET /assessment/people/:person/competencies/:competency",
      { where: { person: ben.person, competency: "C03" } },
    );
    const [piece] = evidence.pieces;
    assert.deepEqual(
      [piece?.kind, piece?.context.name, piece?.outcome, piece?.weight],
      ["exam", "Midterm", 0, 3],
    );
    assert.match((await group.view(exam)).key ?? "", /^[0-9a-f]{64}$/);
  });

  test("waits for a person where an essay was written, and for nobody where none was", async () => {
    const sections = [{ name: "", topics: [], types: ["essay" as const], questions: 1, points: 4 }];
    const exam = await group.opened({ sections });
    await answerAll(ada, exam);
    await group.sit(ben, exam, here);
    await group.close(exam);
    const essays = async () =>
      (await house.call(people.teacher, "GET /assessment/exams/:exam/essays", group.ofExam(exam)))
        .body;
    const [essay, ...others] = await essays();
    assert.deepEqual([essay!.text, essay!.percent, others.length], ["Because.", null, 0]);
    const missing = await group.publish(exam);
    assert.equal(missing.code, "assessment/essays-unmarked");
    const mark = (change: object = {}) =>
      house.call(people.teacher, "PUT /assessment/exams/:exam/essays", {
        ...group.ofExam(exam),
        body: { sitting: essay!.sitting, place: 0, percent: 75, note: "Short.", ...change },
      });
    assert.equal((await mark({ place: 1 })).code, "assessment/no-such-essay");
    assert.equal((await mark()).code, null);
    assert.equal((await group.publish(exam)).code, null);
    const { body } = await house.call(
      ada,
      "GET /assessment/exams/:exam/result",
      group.ofExam(exam),
    );
    assert.deepEqual([body.reachedCenti, body.questions[0]?.note], [300, "Short."]);
  });

  test("is written as a workbook with what each question tells", async () => {
    const exam = await group.opened();
    await answerAll(ada, exam);
    await group.close(exam);
    const { items } = await results(exam);
    assert.equal(items.length, 6);
    assert.ok(items.every(({ people: asked, facility }) => asked === 1 && facility === 1));
    const file = await house.call(people.teacher, "GET /assessment/exams/:exam/results.xlsx", {
      ...group.ofExam(exam),
      asks: { language: "en" },
    });
    assert.equal(file.raw.rawPayload.subarray(0, 2).toString(), "PK");
    assert.equal(
      (await house.call(ada, "GET /assessment/exams/:exam/results", group.ofExam(exam))).code,
      "platform/not-allowed",
    );
  });
});
