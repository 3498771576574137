import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { demo } from "../../identity/index.ts";
import { people, runningSeason } from "../../practice/testing/practice-class.ts";
import { sellingStore } from "../../practice/testing/selling-store.ts";
import { examClass } from "../testing/exam-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

suite("the practical exam of eight units", () => {
  let house: EvidenceHouse;
  let group: ReturnType<typeof examClass>;
  let season: string;
  let other: string;
  before(async () => {
    house = await evidenceHouse();
    group = examClass(house);
    const wish = { scenario: "first-week", preset: "specialist-exam", bots: 12, teamSize: 1 };
    season = await runningSeason(house, 4, wish);
    other = await runningSeason(house);
    await sellingStore(house, season, { place: 0, products: 3, feeMinor: 0, priceBp: 10_000 });
    // A round of the exam has two days: its first one closes both.
    await house.closeDays(season, 1, 1);
  });
  after(() => house.stop());

  const student = people.student(0);
  const mentor = {
    person: demo.mentors[0].id,
    locale: "zh",
    get roles() {
      return [{ organisation: house.enterprises[0]!, role: "mentor" }];
    },
  } as const;
  const make = (of: string, caller = people.teacher) =>
    house.call(caller, "POST /assessment/classes/:class/exams", {
      where: { class: house.classId },
      body: { kind: "practical", name: "Practice", language: "zh", passingPercent: 60, season: of },
    });
  const sign = (exam: string, caller: Parameters<typeof make>[1] = people.teacher) =>
    house.call(caller, "POST /assessment/exams/:exam/signatures", group.ofExam(exam));
  const certificate = async () => {
    const { body } = await house.call(student, "GET /assessment/people/:person/certificate", {
      where: { person: student.person },
      asks: { role: "R1", echelon: "E1" },
    });
    return body.missing.find((one) => one.kind === "extra");
  };

  test("is a season of its preset, of the class, and no other exam's", async () => {
    assert.equal((await make(other)).code, "assessment/season-not-for-exam");
    const { body } = await make(season);
    assert.equal((await make(season)).code, "assessment/season-not-for-exam");
    const view = await group.view(body.id);
    assert.deepEqual([view.minutes, view.questions, view.points], [120, 8, 100]);
    await house.call(people.teacher, "DELETE /assessment/exams/:exam", group.ofExam(body.id));
  });

  test("is confirmed by a teacher and a mentor, and then counts for a certificate", async () => {
    const { id } = (await make(season)).body;
    assert.equal((await group.open(id)).code, null);
    assert.equal((await group.close(id)).code, "assessment/season-not-finished");
    await house.call(people.teacher, "POST /practice/seasons/:season/finish", {
      where: { season },
    });
    await house.runJobs();
    assert.equal((await group.close(id)).code, null);
    const { body } = await house.call(
      mentor,
      "GET /assessment/exams/:exam/results",
      group.ofExam(id),
    );
    const reached = body.people.find(({ person }) => person === student.person)!;
    assert.equal(reached.units.length, 8);
    assert.ok(reached.reachedCenti! > 0, "a store that sells has some points");
    assert.equal((await group.publish(id)).code, "assessment/signatures-missing");
    assert.equal((await sign(id, student)).code, "platform/not-allowed");
    assert.equal((await sign(id)).code, null);
    assert.equal((await sign(id)).code, null, "confirming twice is confirming once");
    assert.equal((await group.publish(id)).code, "assessment/signatures-missing");
    const before = await certificate();
    assert.ok(before?.kind === "extra" && before.have === 0);
    assert.equal((await sign(id, mentor)).code, null);
    assert.equal((await group.publish(id)).code, null);
    const now = await certificate();
    const percent = Math.floor(reached.reachedCenti! / 100);
    assert.ok(now === undefined || (now.kind === "extra" && now.have === percent));
    const { body: shown } = await house.call(
      student,
      "GET /assessment/people/:person/competencies/:competency",
      { where: { person: student.person, competency: "C03" } },
    );
    const exam = shown.pieces.filter(({ kind }) => kind === "exam");
    assert.equal(exam.length, 2, "copy and optimisation both show the title");
    assert.ok(exam.every(({ weight }) => weight === 6));
  });
});
