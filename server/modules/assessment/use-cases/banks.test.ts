import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { people } from "../../practice/testing/practice-class.ts";
import { examClass } from "../testing/exam-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

/** A teacher of another school. */
const elsewhere = {
  ...people.stranger,
  roles: [{ organisation: "01900000-0000-7000-8000-0000000000bb", role: "teacher" }],
} as const;

suite("a question bank", () => {
  let house: EvidenceHouse;
  let group: ReturnType<typeof examClass>;
  before(async () => {
    house = await evidenceHouse();
    group = examClass(house);
  });
  after(() => house.stop());

  const look = async (bank: string, caller = people.teacher) =>
    house.call(caller, "GET /assessment/banks/:bank", { where: { bank } });
  const essay = (text: string, format: "html" | "plain" = "plain") => ({
    question: {
      type: "essay" as const,
      name: "",
      category: "",
      idNumber: "",
      tags: [],
      stem: { format, text },
      feedback: null,
      pointsMicro: 1_000_000,
      penaltyMicro: 0,
      markerNotes: null,
      template: null,
    },
    topics: ["C01"],
  });

  test("takes in what a file has, tells the broken by line, and takes nothing twice", async () => {
    const bank = (await group.makeBank()).body.id;
    const file = "::a:: Two is even. {T}\n\n::b:: Broken { =A ~B\n\n::c:: Three is odd. {T}\n";
    const seen = (await group.readFile(bank, "look", file)).body;
    assert.deepEqual([seen.questions, seen.known, seen.taken], [2, 0, 0]);
    assert.deepEqual(
      seen.problems.map(({ line, isLeftOut }: { line: number; isLeftOut: boolean }) => [
        line,
        isLeftOut,
      ]),
      [[3, true]],
    );
    assert.equal((await look(bank)).body.questions, 0, "a look changes nothing");
    assert.equal((await group.readFile(bank, "take", file)).body.taken, 2);
    const again = (await group.readFile(bank, "take", file)).body;
    assert.deepEqual([again.known, again.taken], [2, 0]);
    assert.equal((await look(bank)).body.questions, 2);
  });

  test("knows competencies by the tags that a file gives", async () => {
    const bank = await group.filledBank();
    const { topics, types, questions } = (await look(bank)).body;
    assert.deepEqual(topics, [
      { topic: "C01", questions: 3 },
      { topic: "C03", questions: 3 },
    ]);
    assert.equal(questions, 7);
    assert.equal(types.length, 7);
  });

  test("gives its questions back as a file that another takes in whole", async () => {
    const bank = await group.filledBank();
    for (const format of ["gift", "moodle-xml"] as const) {
      const { body } = await house.call(people.teacher, "GET /assessment/banks/:bank/file", {
        where: { bank },
        asks: { format },
      });
      assert.ok(body.text.length > 100);
      if (format !== "gift") continue;
      const other = (await group.makeBank()).body.id;
      assert.equal((await group.readFile(other, "take", body.text)).body.taken, 7);
    }
  });

  test("is written by hand too, without what a page must not run", async () => {
    const bank = (await group.makeBank()).body.id;
    const add = (wish: ReturnType<typeof essay>) =>
      house.call(people.teacher, "POST /assessment/banks/:bank/questions", {
        where: { bank },
        body: wish,
      });
    const { id } = (await add(essay("<p>Why?<script>alert(1)</script></p>", "html"))).body;
    const where = { bank, question: id };
    const { body } = await house.call(
      people.teacher,
      "GET /assessment/banks/:bank/questions/:question",
      { where },
    );
    assert.equal(body.question.stem.text, "<p>Why?</p>");
    assert.equal((await add(essay("<p>Why?</p>", "html"))).code, "assessment/question-known");
    assert.equal(
      (await add({ ...essay("How?"), topics: ["Z99"] })).code,
      "assessment/unknown-competency",
    );
    const change = await house.call(
      people.teacher,
      "PUT /assessment/banks/:bank/questions/:question",
      { where, body: essay("Why not?") },
    );
    assert.equal(change.code, null);
    const drop = () =>
      house.call(people.teacher, "DELETE /assessment/banks/:bank/questions/:question", { where });
    assert.equal((await drop()).code, null);
    assert.equal((await drop()).code, "assessment/no-such-question");
  });

  test("is the school's: no student, no stranger, and nobody changes a course's", async () => {
    const bank = await group.filledBank();
    assert.equal((await look(bank, elsewhere)).code, "assessment/no-such-bank");
    assert.equal((await look(bank, people.student(0))).code, "platform/not-allowed");
    assert.equal((await group.makeBank(elsewhere)).code, "platform/not-allowed");
    const own = await house.call(elsewhere, "GET /assessment/banks");
    assert.ok(own.body.every(({ school }) => school === null));
    const fixed = await house.call(people.teacher, "POST /assessment/banks/:bank/questions", {
      where: { bank: "course-C3" },
      body: essay("Why?"),
    });
    assert.equal(fixed.code, "assessment/bank-fixed");
  });
});
