import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { readText } from "@echelon/connectors/paper/testing/read-text.ts";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import { writeXlsx } from "@echelon/connectors/spreadsheet/write-xlsx.ts";
import type { WishedRules } from "@echelon/contract/assessment/gradebook.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { upload } from "../../identity/testing/upload.ts";
import { people, runningSeason } from "../../practice/testing/practice-class.ts";
import { sellingStore } from "../../practice/testing/selling-store.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { wordsOf } from "../bank-question.ts";
import { examClass, rightAnswer } from "../testing/exam-class.ts";
import { ratingClass } from "../testing/rating-class.ts";

const luck = 7;

suite("a class's gradebook", () => {
  let house: EvidenceHouse;
  let season: string;
  const [first, second] = [people.student(0), people.student(1)];
  before(async () => {
    house = await evidenceHouse();
    season = await runningSeason(house, 4, { teamSize: 1 }, luck);
    await sellingStore(house, season, { place: 0, products: 4, feeMinor: 300, priceBp: 9_000 });
    await house.closeDays(season, 1, 3);
  });
  after(() => house.stop());

  const where = () => ({ class: house.classId });
  const gradebookPath = () => `/api/assessment/classes/${house.classId}/gradebook`;
  const look = async (caller: Caller = people.teacher) =>
    (await house.call(caller, "GET /assessment/classes/:class/gradebook", { where: where() })).body;
  const setRules = async (change: Partial<WishedRules>, revision?: number) => {
    const seen = await look();
    return house.call(people.teacher, "PUT /assessment/classes/:class/gradebook/rules", {
      where: where(),
      body: { rules: { ...seen.rules, ...change }, revision: revision ?? seen.revision },
    });
  };
  const enter = (person: Caller, body: object, caller: Caller = people.teacher) =>
    house.call(caller, "PUT /assessment/classes/:class/gradebook/people/:person", {
      where: { ...where(), person: person.person },
      body,
    });
  const publish = (caller: Caller = people.teacher) =>
    house.call(caller, "POST /assessment/classes/:class/gradebook/publish", { where: where() });
  const rowOf = async ({ person }: Caller) =>
    (await look()).rows.find((row) => row.person === person) ?? assert.fail("no such row");
  const tenths = (row: Awaited<ReturnType<typeof rowOf>>, part: string) =>
    row.cells.find((cell) => cell.part === part)?.tenths;
  const sheet = async () => {
    const answer = await house.app.fastify.inject({
      url: `${gradebookPath()}/sheet?language=en`,
      headers: {
        cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(people.teacher))}`,
      },
    });
    assert.equal(answer.statusCode, 200);
    const table = readTable(new Uint8Array(answer.rawPayload));
    assert.ok(table.ok);
    return table.value.sheets[0]!.rows.map(({ cells }) => [...cells]);
  };
  const send = async (rows: readonly (readonly string[])[], take: boolean) => {
    const [head = [], ...body] = rows;
    const columns = head.map((heading) => ({ heading, kind: "text" as const }));
    const bytes = await writeXlsx([{ name: "Marks", columns, rows: body }]);
    return upload(house, {
      caller: people.teacher,
      path: `/assessment/classes/${house.classId}/gradebook/sheet`,
      fileName: "marks.xlsx",
      bytes,
      fields: { take: String(take) },
    });
  };

  test("takes score and days of taking part from seasons, and lets empty parts go", async () => {
    const own = await rowOf(first);
    assert.ok((tenths(own, "outcome") ?? 0) > 0);
    // Everything was decided on the first of three closed days.
    assert.equal(tenths(own, "process"), 333);
    const { empty, rows } = await look();
    assert.deepEqual(empty, ["reflection", "mentor", "exams"]);
    const outcome = tenths(own, "outcome")!;
    assert.equal(own.worked, Math.floor((40 * outcome + 25 * 333) / 65 + 0.5));
    // Who had no store where others had one has nothing there, and that counts.
    assert.equal(rows.find(({ person }) => person === second.person)?.worked, 0);
  });

  test("is for who teaches: an assistant looks, a student and a stranger do not", async () => {
    const code = async (caller: Caller) =>
      (await house.call(caller, "GET /assessment/classes/:class/gradebook", { where: where() }))
        .code;
    assert.equal(await code(people.assistant), null);
    assert.equal(await code(first), "platform/not-allowed");
    assert.equal(await code(people.stranger), "teaching/no-such-class");
    assert.equal(
      (await enter(first, { final: 1_000 }, people.assistant)).code,
      "platform/not-allowed",
    );
    assert.equal((await publish(people.assistant)).code, "platform/not-allowed");
  });

  test("keeps rules that sum to a hundred, over those that their writer has seen", async () => {
    assert.equal((await setRules({ passTenths: 650 })).code, null);
    assert.equal((await setRules({ passTenths: 700 }, 0)).code, "assessment/rules-changed");
    const weights = { outcome: 40, process: 25, reflection: 20, mentor: 15, exams: 1 };
    assert.equal((await setRules({ weights })).code, "platform/malformed-request");
    assert.equal((await look()).rules.passTenths, 650);
    // The sheet would read each of these as another of its columns.
    for (const names of [["Exams"], ["考试"], ["Comment"], ["Quiz 1", "quiz-1"]]) {
      const columns = names.map((name) => ({ id: null, name, weight: 0 }));
      assert.equal(
        (await setRules({ columns })).code,
        "assessment/column-name-taken",
        names.join(),
      );
    }
  });

  test("leaves a season out that its teacher takes out", async () => {
    await setRules({ seasonsLeftOut: [season] });
    assert.equal(tenths(await rowOf(first), "outcome"), null);
    assert.equal((await rowOf(first)).worked, null);
    await setRules({ seasonsLeftOut: [] });
  });

  test("counts fair marks of published work, mentors' apart from the school's", async () => {
    const group = ratingClass(house);
    const assignment = await group.marking();
    await group.markAll(assignment, ({ person }) =>
      person === people.teacher.person ? [4, 4, 4, 4] : [3, 3, 3, 3],
    );
    assert.equal(tenths(await rowOf(first), "reflection"), null);
    assert.equal((await group.publish(assignment)).code, null);
    const own = await rowOf(first);
    for (const part of ["reflection", "mentor"])
      assert.ok((tenths(own, part) ?? 0) > 600 && tenths(own, part)! <= 1_000, part);
    assert.deepEqual((await look()).empty, ["exams"]);
  });

  test("counts published exams, and nothing for who was absent", async () => {
    const exams = examClass(house);
    const exam = await exams.opened();
    const machine = uuidv7();
    const { questions } = (await exams.sit(first, exam, machine)).body;
    const answers = questions.map(({ place, stem }) => ({
      place,
      revision: 1,
      answer: rightAnswer(wordsOf(stem)),
      isForLater: false,
    }));
    await exams.save(first, exam, machine, answers);
    await exams.handIn(first, exam, machine);
    await exams.close(exam);
    assert.equal(tenths(await rowOf(first), "exams"), null, "not before it is published");
    assert.equal((await exams.publish(exam)).code, null);
    assert.equal(tenths(await rowOf(first), "exams"), 1_000);
    assert.equal(tenths(await rowOf(second), "exams"), null);
    assert.deepEqual((await look()).empty, []);
  });

  test("has columns of the teacher's own, filled in on screen or by a sheet", async () => {
    const weights = { outcome: 40, process: 15, reflection: 20, mentor: 15, exams: 0 };
    await setRules({ weights, columns: [{ id: null, name: "Attendance", weight: 10 }] });
    const { id } = (await look()).rules.columns[0]!;
    assert.equal(
      (await enter(first, { cells: { [uuidv7()]: 5 } })).code,
      "assessment/no-such-column",
    );
    assert.equal((await enter(first, { cells: { [id]: 900 }, comment: "=Good" })).code, null);
    assert.equal(tenths(await rowOf(first), id), 900);

    const rows = await sheet();
    const head = rows[0]!;
    const at = (heading: string) => head.indexOf(heading);
    const line = rows.find((row) => row[at("Attendance")] === "90") ?? assert.fail("no such line");
    assert.equal(line[at("Comment")], "=Good");
    const other = rows.find((row) => row !== head && row !== line)!;
    line[at("Attendance")] = "75.5";
    other[at("Teacher's grade")] = "88";
    line[at("Worked out")] = "100";
    const faulty = other.with(at("Account"), "nobody");
    const seen = await send([...rows, faulty, line], false);
    assert.deepEqual(
      seen.body.changes.map((change: { column: string; after: string }) => [
        change.column,
        change.after,
      ]),
      [
        ["Attendance", "75.5"],
        ["final", "88.0"],
      ].toSorted(() => (rows.indexOf(line) < rows.indexOf(other) ? 0 : -1)),
    );
    assert.deepEqual(seen.body.problems.map(({ code }: { code: string }) => code).toSorted(), [
      "no-such-number",
      "number-twice",
      "worked-changed",
    ]);
    assert.equal(tenths(await rowOf(first), id), 900, "a preview changes nothing");
    await send(rows, true);
    assert.equal(tenths(await rowOf(first), id), 755);
    assert.deepEqual((await send(rows, false)).body.changes, [], "twice is once");

    const without = rows.map((row) => row.filter((_, place) => place !== at("Attendance")));
    assert.equal((await send(without, true)).code, "assessment/sheet-changed");
    line[at("Attendance")] = "101";
    const wrong = await send(rows, true);
    assert.ok(wrong.body.problems.some(({ code }: { code: string }) => code === "not-a-mark"));
    assert.equal(tenths(await rowOf(first), id), 755);
  });

  test("is told when it is published, as it was then, on screen and on paper", async () => {
    const mine = async () => (await house.call(first, "GET /assessment/grades")).body;
    const report = (caller: Caller, person: Caller = first) =>
      house.app.fastify.inject({
        url: `${gradebookPath()}/people/${person.person}/report?language=zh`,
        headers: { cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(caller))}` },
      });
    assert.deepEqual(await mine(), []);
    assert.equal((await report(first)).json().code, "assessment/nothing-graded");
    assert.equal((await report(people.teacher)).statusCode, 200);
    assert.equal((await publish()).code, null);
    const [told] = await mine();
    const worked = (await rowOf(first)).worked;
    assert.equal(told?.tenths, worked);
    assert.equal(told?.cells.length, 6);
    assert.equal((await rowOf(first)).isChanged, false);
    await enter(first, { comment: "Good." });
    assert.equal((await rowOf(first)).isChanged, true, "a comment is a part of what is told");
    await enter(first, { final: 990, comment: "Very good." });
    assert.equal((await mine())[0]?.tenths, worked, "what was told stays until it is told anew");
    const before = readText(new Uint8Array((await report(first)).rawPayload)).join("");
    assert.ok(!before.includes("99.0"));
    await publish();
    assert.equal((await mine())[0]?.tenths, 990);
    const paper = await report(first);
    assert.equal(paper.headers["content-type"], "application/pdf");
    const text = readText(new Uint8Array(paper.rawPayload)).join("");
    for (const words of ["成绩单", "99.0", "Very good.", "经营结果", "Attendance", "合格"])
      assert.ok(text.includes(words), words);
    assert.equal((await report(second)).json().code, "assessment/no-such-person");
    assert.equal((await report(second, second)).statusCode, 200);
  });
});
