import assert from "node:assert/strict";
import { after, before, beforeEach, suite, test } from "node:test";
import { findRosterHeader, readRoster } from "@echelon/connectors/spreadsheet/read-roster.ts";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import type { RosterPreview } from "@echelon/contract/teaching/roster.ts";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import { beginMembership, identityModule } from "../../identity/index.ts";
import {
  type PlantedOrganisation,
  type PlantedPerson,
  plantOrganisation,
  plantPerson,
} from "../../identity/testing/people.ts";
import { upload } from "../../identity/testing/upload.ts";
import { teachingModule } from "../index.ts";

suite("class lists", () => {
  let app: FreshApp;
  let school: PlantedOrganisation;
  let teacher: PlantedPerson;
  let classId: string;
  before(async () => {
    app = await freshApp({ modules: [identityModule, teachingModule] });
    school = await plantOrganisation(app.app.means, "school", "north");
    teacher = await plantPerson(app.app.means, school, { role: "teacher", name: "周岚" });
    const body = { school: school.id, name: "跨境2301" };
    classId = (await app.call(teacher, "POST /classes", { body })).body.id;
  });
  after(() => app.stop());
  beforeEach(() => app.fresh.owner.pool.query("truncate platform.bucket"));

  const textOf = (...lines: string[]) => new TextEncoder().encode(lines.join("\r\n"));
  const preview = (bytes: Uint8Array, fileName = "名单.csv", caller = teacher) =>
    upload(app, { caller, path: `/classes/${classId}/roster`, fileName, bytes });
  const commit = (id: string, wish: object = {}) =>
    app.call(teacher, "POST /classes/:class/roster/:import/commit", {
      where: { class: classId, import: id },
      body: { leavesOutFaulty: false, makesPasswords: false, removes: [], ...wish },
    });
  const takeIn = async (bytes: Uint8Array, wish: object = {}) => {
    const seen = await preview(bytes);
    assert.equal(seen.status, 200, JSON.stringify(seen.body));
    return commit(seen.body.id, wish);
  };
  const members = async () =>
    (await app.call(teacher, "GET /classes/:class/members", { where: { class: classId } })).body;
  const students = async () =>
    (await members())
      .filter(({ role }) => role === "student")
      .map(({ number, name }) => `${number} ${name}`)
      .toSorted();

  const list = textOf("学号,姓名", "0012,李明轩", "0013,王雨桐");

  test("a preview changes nothing, a commit takes it in, another is no change", async () => {
    const seen = await preview(list);
    assert.deepEqual(seen.body.counts, {
      rows: 2,
      add: 2,
      join: 0,
      rename: 0,
      leave: 0,
      same: 0,
      faulty: 0,
    });
    assert.equal(seen.body.encoding, "utf-8");
    assert.deepEqual(await students(), []);
    const { body } = await commit(seen.body.id, { makesPasswords: true });
    assert.equal(body.added, 2);
    assert.deepEqual(
      body.credentials.map(({ username }) => username),
      ["north.0012", "north.0013"],
    );
    assert.equal(new Set(body.credentials.map(({ password }) => password)).size, 2);
    assert.deepEqual(await students(), ["0012 李明轩", "0013 王雨桐"]);
    const again = await takeIn(list);
    assert.deepEqual([again.body.added, again.body.unchanged, again.body.left], [0, 2, 0]);
    assert.deepEqual(await students(), ["0012 李明轩", "0013 王雨桐"]);
  });

  test("a list is taken in once, and by its own class", async () => {
    const seen = await preview(list);
    assert.equal((await commit(seen.body.id)).status, 200);
    assert.equal((await commit(seen.body.id)).code, "teaching/import-committed");
    assert.equal((await commit(app.app.means.newId())).code, "teaching/no-such-import");
    const body = { school: school.id, name: "另一班" };
    const other = (await app.call(teacher, "POST /classes", { body })).body.id;
    const elsewhere = await app.call(teacher, "POST /classes/:class/roster/:import/commit", {
      where: { class: other, import: seen.body.id },
      body: { leavesOutFaulty: true, makesPasswords: false, removes: [] },
    });
    assert.equal(elsewhere.code, "teaching/no-such-import");
  });

  test("names are corrected, leavers leave, who is missing leaves only when ticked", async () => {
    const seen = await preview(
      textOf("学号,姓名,状态", "0012,李明轩（改名）,在读", "0013,王雨桐,离校"),
    );
    assert.deepEqual(
      seen.body.rows.map(({ change }: { change: string }) => change),
      ["rename", "leave"],
    );
    assert.deepEqual(
      seen.body.problems.map(({ code }: { code: string }) => code),
      ["teaching/roster-name-differs"],
    );
    const { body } = await commit(seen.body.id);
    assert.deepEqual([body.renamed, body.left], [1, 1]);
    assert.deepEqual(await students(), ["0012 李明轩(改名)"]);
    const back = await takeIn(list);
    assert.equal(back.body.joined, 1);
    const without: { body: RosterPreview } = await preview(textOf("学号,姓名", "0012,李明轩"));
    assert.deepEqual(
      without.body.missing.map(({ name }) => name),
      ["王雨桐"],
    );
    const kept = await commit(without.body.id);
    assert.equal(kept.body.left, 0);
    const ticked: { body: RosterPreview } = await preview(textOf("学号,姓名", "0012,李明轩"));
    const removes = ticked.body.missing.map(({ person }) => person);
    assert.equal((await commit(ticked.body.id, { removes })).body.left, 1);
    assert.deepEqual(await students(), ["0012 李明轩"]);
  });

  test("a faulty row keeps the whole list out unless the others are wanted", async () => {
    const faulty = textOf(
      "学号,姓名,班级",
      "0014,刘思远,跨境2301",
      ",陈佳怡,",
      "0015,杨浩然,跨境2302",
    );
    const seen = await preview(faulty);
    assert.equal(seen.body.counts.faulty, 2);
    assert.deepEqual(
      seen.body.problems.map(({ code, row }: { code: string; row: number }) => [code, row]),
      [
        ["teaching/roster-number-missing", 3],
        ["teaching/roster-other-class", 4],
      ],
    );
    assert.equal((await commit(seen.body.id)).code, "teaching/import-faulty");
    assert.deepEqual(await students(), ["0012 李明轩"]);
    const some = await commit(seen.body.id, { leavesOutFaulty: true });
    assert.deepEqual([some.body.added, some.body.leftOut], [1, 2]);
  });

  test("a list gives no role of the school's, and renames nobody else's people", async () => {
    const { means } = app.app;
    await plantPerson(means, school, { role: "student", number: "0090", name: "孙一诺" });
    const escalating = await preview(textOf("学号,姓名,角色", "0090,孙一诺,教师"));
    assert.deepEqual(
      escalating.body.problems.map(({ code }: { code: string }) => code),
      ["teaching/roster-role-not-here"],
    );
    assert.equal(escalating.body.counts.faulty, 1);
    await takeIn(textOf("学号,姓名", "0090,孙一诺"));
    const enterprise = await plantOrganisation(means, "enterprise", "works");
    const [holder] = (await members()).filter(({ number }) => number === "0090");
    await means.database.transaction((tx) =>
      beginMembership(means, tx, enterprise.id, holder?.person ?? "", "mentor"),
    );
    await app.fresh.owner.pool.query(
      "update identity.organisation set closed_at = now() where id = $1",
      [enterprise.id],
    );
    const renaming = await preview(textOf("学号,姓名", "0090,别人"));
    assert.deepEqual(
      renaming.body.problems.map(({ code }: { code: string }) => code),
      ["teaching/roster-name-kept"],
    );
    assert.deepEqual(
      renaming.body.rows.map(({ change }: { change: string }) => change),
      ["same"],
    );
    const reset = await app.call(teacher, "POST /classes/:class/members/:person/password", {
      where: { class: classId, person: holder?.person ?? "" },
    });
    assert.equal(reset.code, "platform/not-allowed");
    await app.call(teacher, "DELETE /classes/:class/members/:person", {
      where: { class: classId, person: holder?.person ?? "" },
    });
  });

  test("a preview that no longer tells the truth is refused", async () => {
    const seen = await preview(textOf("学号,姓名", "0016,赵欣妍"));
    await plantPerson(app.app.means, school, { role: "student", number: "0016", name: "赵欣妍" });
    assert.equal((await commit(seen.body.id)).code, "teaching/preview-stale");
  });

  test("a list in GB18030 with semicolons and titles is read", async () => {
    // "跨境2301 名单" CRLF "学号;姓名" CRLF "0017;周若曦" in GB18030.
    const bytes = Buffer.from(
      "bfe7beb3323330312 0c3fbb5a50d0ad1a7bac53bd0d5c3fb0d0a303031373bd6dcc8f4eaD8".replaceAll(
        " ",
        "",
      ),
      "hex",
    );
    const seen = await preview(new Uint8Array(bytes));
    assert.equal(seen.body.encoding, "gb18030");
    assert.deepEqual(
      seen.body.rows.map(({ number, name }: { number: string; name: string }) => [number, name]),
      [["0017", "周若曦"]],
    );
  });

  test("what is no class list is refused as a whole", async () => {
    const { code } = await preview(textOf("a,b", "1,2"));
    assert.equal(code, "exchange/file-no-header");
    assert.equal(
      (await preview(Buffer.from("%PDF-1.7"), "a.xlsx")).code,
      "exchange/file-not-a-table",
    );
    const rows = Array.from({ length: 1_001 }, (_, at) => `${at},某`);
    assert.equal((await preview(textOf("学号,姓名", ...rows))).code, "teaching/roster-too-long");
    const huge = await preview(new Uint8Array(20 * 2 ** 20 + 1));
    assert.equal(huge.code, "platform/too-large");
  });

  test("a person's files are limited", async () => {
    const codes = [];
    for (let at = 0; at < 11; at += 1) codes.push((await preview(textOf("a"))).code);
    assert.equal(codes.at(-1), "platform/too-many-requests");
    assert.equal(codes.at(0), "exchange/file-no-header");
  });

  test("only a teacher of the class may bring a list", async () => {
    const colleague = await plantPerson(app.app.means, school, { role: "teacher" });
    assert.equal((await preview(list, "a.csv", colleague)).code, "teaching/no-such-class");
    const student = await plantPerson(app.app.means, school, { role: "student" });
    assert.equal((await preview(list, "a.csv", student)).code, "platform/not-allowed");
  });

  test("the template holds who is there, and comes back without a change", async () => {
    const answer = await app.call(teacher, "GET /classes/:class/roster.xlsx", {
      where: { class: classId },
      asks: { language: "zh" },
    });
    assert.match(String(answer.raw.headers["content-disposition"]), /attachment/);
    const bytes = new Uint8Array(answer.raw.rawPayload);
    const table = readTable(bytes);
    assert.ok(table.ok);
    const found = findRosterHeader(table.value);
    assert.ok(found);
    assert.ok(readRoster(found).rows.length >= 2);
    const seen = await preview(bytes, "名单.xlsx");
    assert.equal(seen.body.counts.same, seen.body.counts.rows);
    assert.deepEqual(seen.body.problems, []);
  });

  test("forty with passwords are taken in by one commit, and every password signs in", async () => {
    const rows = Array.from(
      { length: 40 },
      (_, at) => `24${String(at).padStart(3, "0")},新生${at}`,
    );
    const { body } = await takeIn(textOf("学号,姓名", ...rows), { makesPasswords: true });
    assert.equal(body.added, 40);
    const [first] = body.credentials;
    for (const password of [
      first?.password ?? "",
      (first?.password ?? "").toLowerCase().replaceAll("-", ""),
    ]) {
      const answer = await app.call(null, "POST /sign-in", {
        body: { username: first?.username ?? "", password },
      });
      assert.equal(answer.status, 200);
    }
    const wrong = {
      username: first?.username ?? "",
      password: body.credentials[1]?.password ?? "",
    };
    assert.equal((await app.call(null, "POST /sign-in", { body: wrong })).status, 401);
  });
});
