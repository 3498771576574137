import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Caller } from "../../../platform/http/caller.ts";
import { demo } from "../../identity/index.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { certifiedClass, holding } from "../testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

const senior = { role: "R1", echelon: "E3" };

suite("a certificate of the highest echelon", () => {
  let house: EvidenceHouse;
  let here: ReturnType<typeof certifiedClass>;
  const officer = holding("01900000-0000-7000-8000-0000000000aa", demo.association.id, "officer");
  before(async () => {
    house = await evidenceHouse();
    here = certifiedClass(house);
  });
  after(() => house.stop());

  const awaiting = async (caller: Caller) =>
    (await house.call(caller, "GET /assessment/signatures")).body.map(({ decision }) => decision);
  const held = async (caller: Caller) =>
    (await house.call(caller, "GET /me/credentials")).body.credentials;

  test("is issued only when an association has signed behind both others", async () => {
    const student = people.student(0);
    const decision = await here.plantPass(student.person, senior);
    await here.sign(people.teacher, "school", [decision]);
    assert.deepEqual(await awaiting(officer), [], "two have yet to sign before it");
    const early = await here.sign(officer, "association", [decision]);
    assert.equal(early.code, "assessment/no-such-decision");
    const { body } = await here.sign(here.mentor, "enterprise", [decision]);
    assert.equal(body.issuing, null, "two of three issue nothing");
    await house.runJobs();
    assert.deepEqual(await held(student), []);
    assert.deepEqual(await awaiting(officer), [decision]);
    const last = await here.sign(officer, "association", [decision]);
    assert.equal(last.body.issuing?.total, 1);
    await house.runJobs();
    const [own] = await held(student);
    assert.deepEqual(
      own?.endorsers.map(({ zh }) => zh),
      [own?.endorsers[0]?.zh, demo.association.name.zh],
    );
    assert.deepEqual(await awaiting(officer), []);
    const again = await here.sign(officer, "association", [decision]);
    assert.equal(again.code, "assessment/signed-already");
  });

  test("bears both endorsements, and each is genuine", async () => {
    const student = people.student(0);
    const [own] = await held(student);
    const file = await here.file(student, own!.id, "json");
    const written = JSON.parse(file.toString("utf8")) as { endorsement: { issuer: object }[] };
    assert.equal(written.endorsement.length, 2);
    const { body } = await house.call(student, "POST /me/shares", {
      body: { credentials: [own!.id], showsName: false, showsFiles: false, days: 1 },
    });
    const where = { token: body.token };
    const page = (await house.call(null, "GET /shared/:token", { where })).body;
    assert.equal(page.credentials[0]?.verdict, "valid");
    assert.deepEqual(
      page.credentials[0]?.words?.endorsers.map(({ isGenuine, isHere }) => isGenuine && isHere),
      [true, true],
    );
  });

  test("is not an association's to sign by the one who signed for the school", async () => {
    const decision = await here.plantPass(people.student(1).person, senior);
    const both: Caller = { ...people.teacher, roles: [...people.teacher.roles, ...officer.roles] };
    await here.sign(both, "school", [decision]);
    await here.sign(here.mentor, "enterprise", [decision]);
    const second = await here.sign(both, "association", [decision]);
    assert.equal(second.code, "assessment/second-signer-needed");
    assert.deepEqual(await awaiting(both), []);
    assert.deepEqual(await awaiting(officer), [decision]);
  });

  test("of a lower echelon an association has nothing to sign", async () => {
    const decision = await here.plantPass(people.student(2).person);
    await here.sign(people.teacher, "school", [decision]);
    const { code } = await here.sign(officer, "association", [decision]);
    assert.equal(code, "assessment/no-such-decision");
  });
});

suite("what waits for a signature", () => {
  let house: EvidenceHouse;
  let here: ReturnType<typeof certifiedClass>;
  before(async () => {
    house = await evidenceHouse();
    here = certifiedClass(house);
  });
  after(() => house.stop());

  test("is found behind two thousand that are signed", async () => {
    const waiting = await here.plantPass(people.student(0).person);
    await house.fresh.owner.pool.query(
      `insert into assessment.decision
         select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
           'person_id', gen_random_uuid(), 'decided_at', d.decided_at + interval '1 hour'))).*
         from assessment.decision d, generate_series(1, 2000)`,
    );
    await house.fresh.owner.pool.query(
      `insert into assessment.decision_grounds
         select d.id, g.competencies, g.pieces, g.seasons
         from assessment.decision d, assessment.decision_grounds g where d.id <> g.decision_id`,
    );
    await house.fresh.owner.pool.query(
      `insert into assessment.signature
         select d.id, side, $1, gen_random_uuid(), d.decided_at
         from assessment.decision d, unnest(array['school', 'enterprise']) side where d.id <> $2`,
      [demo.school.id, waiting],
    );
    const { body } = await house.call(people.teacher, "GET /assessment/signatures");
    assert.deepEqual(
      body.map(({ decision }) => decision),
      [waiting],
    );
  });
});
