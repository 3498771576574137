import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { uuidv7 } from "../../../platform/ids.ts";
import { demo } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { wordsOf } from "../bank-question.ts";
import { coreFramework } from "../applied-framework.ts";
import { piecesOfContext } from "../store/piece-store.ts";
import { holding } from "../testing/certified-class.ts";
import { examClass, rightAnswer } from "../testing/exam-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

suite("what a school asks beyond the core, in its exams", () => {
  let house: EvidenceHouse;
  let group: ReturnType<typeof examClass>;
  const head = holding("01900000-0000-7000-8000-0000000000dd", demo.school.id, "head");
  const student = people.student(0);
  const own = "nb:A01";

  before(async () => {
    house = await evidenceHouse();
    group = examClass(house);
    const { event, measure } = coreFramework().view.competencies.find(
      ({ id }) => id === "C02",
    )!.rule;
    const added = {
      id: "A01",
      area: "A",
      name: { zh: "直播外语表达", en: "Speaks in live streams" },
      courses: ["C1"],
      roles: ["R1"],
      echelon: "E1",
      rule: { event, measure, op: ">=" as const, threshold: 0.9, minCount: 2 },
      anchors: null,
    };
    const nothing = { cores: [], thresholds: [], counts: [], weights: [] };
    const title = { zh: "本校要求", en: "Our school" };
    const { body } = await house.call(head, "PUT /assessment/overlays/:overlay", {
      where: { overlay: "nb" },
      body: {
        place: { layer: "school", school: demo.school.id },
        draft: { ...nothing, title, competencies: [added] },
        after: null,
        does: "take",
      },
    });
    assert.deepEqual(body.findings, []);
  });
  after(() => house.stop());

  const give = (bank: string, questions: string[], topics: string[]) =>
    house.call(people.teacher, "PUT /assessment/banks/:bank/topics", {
      where: { bank },
      body: { questions, topics },
    });

  test("is named by questions of banks, asked by sections, and shown as evidence", async () => {
    const bank = await group.filledBank();
    const { list } = (
      await house.call(people.teacher, "GET /assessment/banks/:bank", { where: { bank } })
    ).body;
    const marked = list.filter(({ topics }) => topics.includes("C01")).map(({ id }) => id);
    assert.equal((await give(bank, marked, ["nb:A99"])).code, "assessment/unknown-competency");
    assert.equal((await give(bank, marked, [own])).code, null);
    const sections = [{ name: "", topics: [own], types: [], questions: 3, points: 1 }];
    const exam = (await group.make(group.plan(bank, { sections }))).body.id;
    assert.equal((await group.open(exam)).code, null);
    const machine = uuidv7();
    const { questions } = (await group.sit(student, exam, machine)).body;
    const answers = questions.map(({ place, stem }) => ({
      place,
      revision: 1,
      answer: rightAnswer(wordsOf(stem)),
      isForLater: false,
    }));
    await group.save(student, exam, machine, answers);
    await group.handIn(student, exam, machine);
    await group.close(exam);
    assert.equal((await group.publish(exam)).code, null);
    const pieces = await piecesOfContext(house.app.means.database, exam);
    assert.deepEqual(
      pieces.map((one) => [one.competency, one.framework_version]),
      [[own, `${coreFramework().version}+nb.1.0.0`]],
    );
    const asked = { where: { person: student.person, competency: own } };
    const name = "GET /assessment/people/:person/competencies/:competency";
    assert.equal((await house.call(student, name, asked)).body.pieces.length, 1);
  });

  test("is known by the tags that a file gives", async () => {
    const { id: bank } = (await group.makeBank()).body;
    await group.readFile(bank, "take", `// [tag:${own}]\n::one:: Two is even. {T}\n`);
    const { topics } = (
      await house.call(people.teacher, "GET /assessment/banks/:bank", { where: { bank } })
    ).body;
    assert.deepEqual(topics, [{ topic: own, questions: 1 }]);
  });
});
