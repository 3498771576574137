import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Database } from "../../../platform/database/database.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { examClass } from "../testing/exam-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { viewOwnExams } from "./own-exams.ts";
import { viewExams } from "./view-exams.ts";

/** A database that counts what is asked of it. */
function counting(database: Database): { readonly database: Database; asked(): number } {
  let count = 0;
  const counted: Database = {
    ...database,
    rows: (statement) => {
      count += 1;
      return database.rows(statement);
    },
    tables: () => {
      count += 1;
      return database.tables();
    },
  };
  return { database: counted, asked: () => count };
}

suite("a list of exams", () => {
  let house: EvidenceHouse;
  let group: ReturnType<typeof examClass>;
  before(async () => {
    house = await evidenceHouse();
    group = examClass(house);
  });
  after(() => house.stop());

  const student = people.student(0);
  /** An exam that a student sat, handed in, and whose results are known. */
  const published = async (): Promise<void> => {
    const [exam, machine] = [await group.opened(), uuidv7()];
    await group.sit(student, exam, machine);
    await group.handIn(student, exam, machine);
    await group.close(exam);
    assert.equal((await group.publish(exam)).code, null);
  };
  const asked = async (
    look: (means: typeof house.app.means) => Promise<{ readonly ok: boolean }>,
  ) => {
    const { database, asked: count } = counting(house.app.means.database);
    assert.ok((await look({ ...house.app.means, database })).ok);
    return count();
  };

  test("asks the database no more often for many than for two", async () => {
    const own = () => asked((means) => viewOwnExams(means, student));
    const ofClass = () => asked((means) => viewExams(means, people.teacher, house.classId));
    await published();
    await published();
    const few = [await own(), await ofClass()];
    for (let more = 0; more < 3; more += 1) await published();
    await group.sit(student, await group.opened(), uuidv7());
    assert.deepEqual([await own(), await ofClass()], few);
  });

  test("has no place for drafts in a student's", async () => {
    const { id } = (await group.make(group.plan(await group.filledBank()))).body;
    const states = (await house.call(student, "GET /assessment/exams")).body;
    assert.ok(states.every((one) => one.id !== id));
    assert.deepEqual(new Set(states.map(({ state }) => state)), new Set(["published", "writing"]));
  });
});
