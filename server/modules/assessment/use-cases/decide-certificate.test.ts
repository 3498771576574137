import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Caller } from "../../../platform/http/caller.ts";
import { people, runningSeason } from "../../practice/testing/practice-class.ts";
import { sellingStore } from "../../practice/testing/selling-store.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

/** A season in which goods are sold on its first days. */
const luck = 7;

suite("a certificate", () => {
  let house: EvidenceHouse;
  const student = people.student(0);
  before(async () => {
    house = await evidenceHouse();
    const season = await runningSeason(house, 7, {}, luck);
    await sellingStore(house, season, { place: 0, products: 4, feeMinor: 300, priceBp: 9_000 });
    await house.closeDays(season, 1, 7);
    await house.gather();
  });
  after(() => house.stop());

  const profile = { role: "R1", echelon: "E1" };
  const look = (caller: Caller, asks = profile) =>
    house.call(caller, "GET /assessment/people/:person/certificate", {
      where: { person: student.person },
      asks,
    });
  const decide = (caller: Caller, person = student.person) =>
    house.call(caller, "POST /assessment/classes/:class/decisions", {
      where: { class: house.classId },
      body: { ...profile, person },
    });

  test("is told with all that is missing, to the person and who leads the class", async () => {
    const { body } = await look(student);
    assert.equal(body.verdict, "not-yet");
    assert.deepEqual(body.rule, { mastery: 80, floor: 50, pieces: 3, contexts: 1, raters: 1 });
    const core = body.missing.find(({ kind }) => kind === "core");
    assert.ok(core?.kind === "core" && core.need === 16 && core.have === 0);
    assert.deepEqual(core.short.find(({ competency }) => competency === "C02")?.short, ["pieces"]);
    const hours = body.missing.find(({ kind }) => kind === "practice-hours");
    assert.ok(hours?.kind === "practice-hours" && hours.need === 40);
    assert.deepEqual((await look(people.teacher)).body.missing, body.missing);
    assert.equal((await look(people.student(1))).code, "assessment/no-such-person");
    assert.equal(
      (await look(student, { role: "R8", echelon: "E1" })).code,
      "assessment/unknown-profile",
    );
  });

  test("is decided by a teacher, with what is missing, and stands", async () => {
    assert.equal((await decide(student)).code, "platform/not-allowed");
    assert.equal((await decide(people.assistant)).code, "platform/not-allowed");
    assert.equal(
      (await decide(people.teacher, people.teacher.person)).code,
      "assessment/no-such-person",
    );
    const { body, code } = await decide(people.teacher);
    assert.equal(code, null);
    assert.equal(body.verdict, "not-yet");
    assert.match(body.evidenceHash, /^[0-9a-f]{64}$/);
    const seen = (await look(student)).body;
    assert.deepEqual(seen.decisions, [body]);
    const again = (await decide(people.teacher)).body;
    assert.equal(again.evidenceHash, body.evidenceHash, "nothing was shown meanwhile");
    assert.equal((await look(student)).body.decisions.length, 2);
    await assert.rejects(
      house.fresh.owner.pool.query("update assessment.decision set verdict = 'pass'"),
      /append-only/,
    );
  });
});
