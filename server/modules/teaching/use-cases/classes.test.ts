import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import { identityModule } from "../../identity/index.ts";
import {
  type PlantedOrganisation,
  type PlantedPerson,
  plantOrganisation,
  plantPerson,
} from "../../identity/testing/people.ts";
import { teachingModule } from "../index.ts";

suite("classes", () => {
  let app: FreshApp;
  let school: PlantedOrganisation;
  let otherSchool: PlantedOrganisation;
  let teacher: PlantedPerson;
  let colleague: PlantedPerson;
  let stranger: PlantedPerson;
  let student: PlantedPerson;
  let mentor: PlantedPerson;
  let classId: string;
  before(async () => {
    app = await freshApp({ modules: [identityModule, teachingModule] });
    const { means } = app.app;
    school = await plantOrganisation(means, "school", "north");
    otherSchool = await plantOrganisation(means, "school", "south");
    const enterprise = await plantOrganisation(means, "enterprise", "cups");
    teacher = await plantPerson(means, school, { role: "teacher", name: "周岚" });
    colleague = await plantPerson(means, school, { role: "teacher", name: "陈默" });
    stranger = await plantPerson(means, otherSchool, { role: "teacher", name: "外人" });
    student = await plantPerson(means, school, {
      role: "student",
      name: "李明",
      number: "2301001",
    });
    mentor = await plantPerson(means, enterprise, { role: "mentor", name: "方正平" });
    const made = await app.call(teacher, "POST /classes", {
      body: { school: school.id, name: "跨境2301", term: "2026 秋" },
    });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    classId = made.body.id;
  });
  after(() => app.stop());

  const ofClass = () => ({ class: classId });

  test("a teacher makes a class in the own school and is its teacher", async () => {
    const { body } = await app.call(teacher, "GET /classes");
    assert.deepEqual(
      body.map(({ name, myRole, mayTeach }) => [name, myRole, mayTeach]),
      [["跨境2301", "teacher", true]],
    );
    const foreign = { body: { school: otherSchool.id, name: "越界" } };
    assert.equal(
      (await app.call(teacher, "POST /classes", foreign)).code,
      "teaching/no-such-school",
    );
    const again = { body: { school: school.id, name: "跨境2301", term: "2026 秋" } };
    assert.equal(
      (await app.call(teacher, "POST /classes", again)).code,
      "teaching/class-name-taken",
    );
    assert.equal((await app.call(student, "POST /classes", again)).code, "platform/not-allowed");
  });

  test("a class of others is answered like one that does not exist", async () => {
    const where = ofClass();
    const missing = { class: app.app.means.newId() };
    for (const caller of [stranger, student, colleague]) {
      const answers = [
        await app.call(caller, "GET /classes/:class", { where }),
        await app.call(caller, "GET /classes/:class", { where: missing }),
        await app.call(caller, "GET /classes/:class/members", { where }),
      ];
      assert.deepEqual(
        answers.map(({ status, code }) => [status, code]),
        answers.map(() => [404, "teaching/no-such-class"]),
      );
    }
    const body = { username: student.username, role: "student" as const };
    const adding = await app.call(stranger, "POST /classes/:class/members", { where, body });
    assert.equal(adding.code, "teaching/no-such-class");
  });

  test("the head sees every class of the school, and changes none", async () => {
    const head = await plantPerson(app.app.means, school, { role: "head" });
    const seen = await app.call(head, "GET /classes");
    assert.deepEqual(
      seen.body.map(({ myRole, mayTeach }) => [myRole, mayTeach]),
      [[null, false]],
    );
    const body = { name: "改名" };
    const renaming = await app.call(head, "PATCH /classes/:class", { where: ofClass(), body });
    assert.equal(renaming.code, "platform/not-allowed");
  });

  test("people come in only in roles that they hold", async () => {
    const where = ofClass();
    const add = (username: string, role: "student" | "teacher" | "assistant" | "mentor") =>
      app.call(teacher, "POST /classes/:class/members", { where, body: { username, role } });
    assert.equal((await add("nobody.here", "student")).code, "teaching/no-such-person");
    assert.equal((await add(stranger.username, "teacher")).code, "teaching/no-such-person");
    assert.equal((await add(student.username, "teacher")).code, "teaching/role-not-here");
    assert.equal(
      (await add(colleague.username, "mentor")).code,
      "teaching/mentor-needs-enterprise",
    );
    assert.equal((await add(student.username, "student")).status, 200);
    assert.equal((await add(student.username, "student")).code, "teaching/already-member");
    assert.equal((await add(mentor.username, "mentor")).body.role, "mentor");
    assert.equal((await add(colleague.username, "assistant")).body.role, "assistant");
  });

  test("a student sees names, and numbers and usernames only of the own row", async () => {
    const { body } = await app.call(student, "GET /classes/:class/members", { where: ofClass() });
    for (const { person, username, number } of body) {
      const isOwn = person === student.person;
      assert.deepEqual([username !== null, number !== null], [isOwn, isOwn]);
    }
    const led = await app.call(teacher, "GET /classes/:class/members", { where: ofClass() });
    assert.ok(led.body.every(({ username }) => username !== null));
  });

  test("an assistant sees codes and changes nothing", async () => {
    const where = ofClass();
    const assistant = { ...colleague, roles: [{ organisation: school.id, role: "assistant" }] };
    assert.equal((await app.call(assistant, "GET /classes/:class/codes", { where })).status, 200);
    const body = {};
    const making = await app.call(colleague, "POST /classes/:class/codes", { where, body });
    assert.equal(making.code, "platform/not-allowed");
    const watching = await app.call(student, "GET /classes/:class/codes", { where });
    assert.equal(watching.code, "platform/not-allowed");
  });

  test("a mentor whose enterprise lets go is no longer in the class", async () => {
    const where = ofClass();
    assert.equal((await app.call(mentor, "GET /classes/:class", { where })).status, 200);
    const former = { ...mentor, roles: [{ organisation: school.id, role: "student" }] };
    assert.equal(
      (await app.call(former, "GET /classes/:class", { where })).code,
      "teaching/no-such-class",
    );
  });

  test("the teacher resets a student's password, and no colleague's", async () => {
    const reset = (caller: PlantedPerson, person: string) =>
      app.call(caller, "POST /classes/:class/members/:person/password", {
        where: { class: classId, person },
      });
    const given = await reset(teacher, student.person);
    assert.match(given.body.password, /^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    assert.equal(given.body.username, "north.2301001");
    assert.equal((await reset(teacher, colleague.person)).code, "platform/not-allowed");
    assert.equal((await reset(teacher, mentor.person)).code, "platform/not-allowed");
    assert.equal((await reset(stranger, student.person)).code, "teaching/no-such-class");
    assert.equal((await reset(student, student.person)).code, "platform/not-allowed");
    const head = await plantPerson(app.app.means, school, { role: "head" });
    const audit = await app.call(head, "GET /organisations/:organisation/audit", {
      where: { organisation: school.id },
    });
    const record = audit.body.items.find(({ deed }) => deed === "password-reset");
    assert.deepEqual([record?.by?.name, record?.person?.name], ["周岚", "李明"]);
  });

  test("a number is one person's in the school", async () => {
    const other = await plantPerson(app.app.means, school, { role: "student", number: "2301002" });
    const where = { class: classId, person: student.person };
    const number = (text: string | null) =>
      app.call(teacher, "PATCH /classes/:class/members/:person", { where, body: { number: text } });
    assert.equal((await number("2301002")).code, "teaching/number-taken");
    assert.equal((await number("0001")).body.number, "0001");
    assert.equal((await number(null)).body.number, null);
    assert.equal((await number("2301001")).body.number, "2301001");
    assert.ok(other.person);
  });

  test("the last teacher stays, and an archived class keeps its people", async () => {
    const where = { class: classId, person: teacher.person };
    const leaving = await app.call(teacher, "DELETE /classes/:class/members/:person", { where });
    assert.equal(leaving.code, "teaching/last-teacher");
    const archive = (isArchived: boolean) =>
      app.call(teacher, "PATCH /classes/:class", { where: ofClass(), body: { isArchived } });
    assert.equal((await archive(true)).body.isArchived, true);
    const removing = await app.call(teacher, "DELETE /classes/:class/members/:person", {
      where: { class: classId, person: student.person },
    });
    assert.equal(removing.code, "teaching/class-archived");
    assert.deepEqual((await app.call(teacher, "GET /classes")).body, []);
    const archived = await app.call(teacher, "GET /classes", { asks: { archived: "true" } });
    assert.equal(archived.body.length, 1);
    assert.equal((await archive(false)).body.isArchived, false);
  });

  test("no row of another school passes the fence, whatever is asked", async () => {
    const { database } = app.fresh;
    const seen = await database.transaction(async (tx) => {
      await tx.client.query("select set_config('echelon.organisation', $1, true)", [
        otherSchool.id,
      ]);
      const { rows } = await tx.client.query("select * from identity.person_number");
      return rows;
    });
    assert.deepEqual(seen, []);
    const { rows: unnamed } = await app.fresh.database.pool.query(
      "select * from identity.person_number",
    );
    assert.deepEqual(unnamed, []);
    const { rows: behind } = await app.fresh.owner.pool.query(
      "select * from identity.person_number",
    );
    assert.ok(behind.length > 0);
  });
});
