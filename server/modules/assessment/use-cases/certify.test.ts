import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, suite, test } from "node:test";
import type { VerifiedView } from "@echelon/contract/exchange/credentials.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { readText } from "@echelon/connectors/paper/testing/read-text.ts";
import { demo } from "../../identity/index.ts";
import { upload } from "../../identity/testing/upload.ts";
import { readsOfShare } from "../../exchange/testing/reads-of-share.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { certifiedClass, holding } from "../testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

const forms = ["json", "jwt", "png", "svg"] as const;
const hour = 3_600;

interface Identified {
  readonly identifier: readonly {
    readonly identityType: string;
    readonly identityHash: string;
    readonly salt: string;
  }[];
}

suite("a certificate that is signed", () => {
  let house: EvidenceHouse;
  let here: ReturnType<typeof certifiedClass>;
  before(async () => {
    house = await evidenceHouse();
    here = certifiedClass(house);
  });
  after(() => house.stop());

  const verify = async (bytes: Uint8Array): Promise<VerifiedView> => {
    await house.fresh.owner.pool.query("truncate platform.bucket");
    const file = { caller: null, path: "/credentials/verify", fileName: "file", bytes };
    const { status, body } = await upload(house, file);
    assert.equal(status, 200, JSON.stringify(body));
    return body as VerifiedView;
  };
  const mine = async (caller: Caller) => (await house.call(caller, "GET /me/credentials")).body;
  const share = (caller: Caller, credentials: string[], change = {}) =>
    house.call(caller, "POST /me/shares", {
      body: { credentials, showsName: false, showsFiles: false, days: 30, ...change },
    });

  test("is issued once a school and an enterprise have signed, and not before", async () => {
    const student = people.student(0);
    const decision = await here.plantPass(student.person);
    const refusedTo = async (caller: Caller, side: "school" | "enterprise") =>
      (await here.sign(caller, side, [decision])).code;
    assert.equal(await refusedTo(student, "school"), "platform/not-allowed");
    assert.equal(await refusedTo(people.assistant, "school"), "assessment/no-such-decision");
    assert.equal(await refusedTo(people.stranger, "school"), "assessment/no-such-decision");
    assert.equal(await refusedTo(here.mentor, "school"), "assessment/no-such-decision");
    assert.equal(await refusedTo(people.teacher, "enterprise"), "assessment/no-such-decision");
    const awaiting = (await house.call(here.mentor, "GET /assessment/signatures")).body;
    assert.deepEqual(awaiting.find((one) => one.decision === decision)?.mine, ["enterprise"]);
    const first = await here.sign(here.mentor, "enterprise", [decision]);
    assert.deepEqual(first.body, { signed: 1, issuing: null });
    assert.equal(await refusedTo(here.otherMentor, "enterprise"), "assessment/signed-already");
    await house.runJobs();
    assert.deepEqual((await mine(student)).credentials, []);
    const second = await here.sign(here.head, "school", [decision]);
    assert.equal(second.body.issuing?.total, 1);
    await house.runJobs();
    const [own] = (await mine(student)).credentials;
    assert.ok(own !== undefined && own.state === "valid" && own.validUntil === null);
    assert.equal(own.issuer.zh, demo.school.name.zh);
    assert.equal(own.endorsers.length, 1);
    const where = { class: house.classId };
    const { body } = await house.call(people.teacher, "GET /assessment/classes/:class/signatures", {
      where,
    });
    assert.deepEqual(body.certificates[0]?.awaits, []);
    assert.equal(body.issuing?.done, 1);
    assert.equal(
      (await house.call(student, "GET /assessment/classes/:class/signatures", { where })).code,
      "platform/not-allowed",
    );
  });

  test("nobody signs for themselves, for both sides, in conflict, or too late", async () => {
    const both: Caller = {
      ...people.teacher,
      roles: [...people.teacher.roles, { organisation: house.enterprises[0]!, role: "mentor" }],
    };
    const student = people.student(1);
    const own = await here.plantPass(people.teacher.person);
    const signOwn = await here.sign(people.teacher, "school", [own]);
    assert.equal(signOwn.code, "assessment/signer-is-holder");
    const old = await here.plantPass(student.person);
    house.clock.advance(60);
    const decision = await here.plantPass(student.person);
    const late = await here.sign(both, "school", [old]);
    assert.equal(late.code, "assessment/decision-superseded");
    const declared = { person: student.person, rater: here.mentor.person };
    await house.call(people.teacher, "POST /assessment/classes/:class/conflicts", {
      where: { class: house.classId },
      body: { ...declared, reason: "relative" },
    });
    const conflicted = await here.sign(here.mentor, "enterprise", [decision]);
    assert.equal(conflicted.code, "assessment/signer-in-conflict");
    const ofHead = { ...here.head, person: here.otherMentor.person };
    const twice: Caller = { ...ofHead, roles: [...ofHead.roles, ...here.otherMentor.roles] };
    assert.equal((await here.sign(twice, "school", [decision])).code, null);
    assert.equal(
      (await here.sign(twice, "enterprise", [decision])).code,
      "assessment/second-signer-needed",
    );
  });

  test("is a file in four forms, each of which anybody finds valid", async () => {
    const student = people.student(2);
    const id = await here.certify(await here.plantPass(student.person), student);
    for (const form of forms) {
      const found = await verify(await here.file(student, id, form));
      assert.equal(found.verdict, "valid", `${form}: ${found.reasons.join()}`);
      assert.equal(found.words?.competencies.length, 3);
      assert.match(found.words?.competencies[0]?.url ?? "", /\/ims\/case\/v1p1\/CFItems\//);
      assert.ok(found.words?.issuer.isHere === true && found.words.endorsers[0]?.isGenuine);
      assert.ok(found.statusAt !== null);
    }
    const strange = await house.call(people.student(3), "GET /credentials/:credential/file", {
      where: { credential: id },
      asks: { form: "json" },
    });
    assert.equal(strange.code, "exchange/no-such-credential");
    const text = (await here.file(student, id, "json")).toString("utf8");
    assert.doesNotMatch(text, /李|王|刘/, "no name of a student stands in the file");
    const address = text.match(/"achievement":\{"id":"([^"#]+)/)?.[1] ?? "";
    const { statusCode } = await house.app.fastify.inject(new URL(address).pathname);
    assert.equal(statusCode, 200, "what is certified can be looked up");
  });

  test("what was changed, forged or written in another suite is told with its reason", async () => {
    const student = people.student(4);
    const id = await here.certify(await here.plantPass(student.person), student);
    const text = (await here.file(student, id, "json")).toString("utf8");
    const changed = (from: string, to: string) => {
      assert.ok(text.includes(from));
      return verify(Buffer.from(text.replaceAll(from, to)));
    };
    const raised = await changed("Compound basic talent", "Comprehensive senior talent");
    assert.equal(raised.verdict, "not-genuine");
    const suite = await changed("eddsa-rdfc-2022", "ecdsa-rdfc-2019");
    assert.ok(suite.verdict === "not-genuine" && suite.reasons.includes("suite-unknown"));
    assert.equal((await verify(Buffer.from("hello"))).verdict, "not-a-badge");
    assert.equal((await verify(new Uint8Array())).verdict, "not-a-badge");
    const token = (await here.file(student, id, "jwt")).toString("utf8");
    const flipped = token.replace(/.{8}$/, "AAAAAAAA");
    assert.equal((await verify(Buffer.from(flipped))).verdict, "not-genuine");
  });

  test("a link shows what its holder chose, until it ends or is closed", async () => {
    const student = people.student(5);
    const one = await here.certify(await here.plantPass(student.person), student);
    const two = await here.certify(
      await here.plantPass(student.person, { role: "R2", echelon: "E1" }),
      student,
    );
    const { body: bare } = await share(student, [one]);
    const seen = (token: string) => house.call(null, "GET /shared/:token", { where: { token } });
    const page = (await seen(bare.token)).body;
    assert.equal(page.name, null);
    assert.deepEqual(
      page.credentials.map(({ id, verdict }) => [id, verdict]),
      [[one, "valid"]],
    );
    assert.deepEqual(page.credentials[0]?.words?.evidence, [], "evidence goes with the files");
    const fileOf = (token: string, credential: string) =>
      house.call(null, "GET /shared/:token/credentials/:credential", {
        where: { token, credential },
        asks: { form: "png" },
      });
    assert.equal((await fileOf(bare.token, one)).code, "exchange/no-such-share");
    const all = await share(student, [one, two], { showsName: true, showsFiles: true, days: 1 });
    const whole = (await seen(all.body.token)).body;
    assert.ok(whole.name !== null && whole.credentials.length === 2);
    const { means } = house.app;
    const both = await readsOfShare(means, all.body.token);
    const single = await readsOfShare(means, bare.token);
    assert.deepEqual([single.shown, both.shown], [1, 2]);
    assert.equal(both.reads, single.reads + 1, "all but the name is read once for all");
    assert.equal((await fileOf(all.body.token, two)).status, 200);
    assert.equal(
      (await share(people.student(6), [one])).code,
      "exchange/no-such-credential",
      "others' are not theirs to show",
    );
    const foreign = await house.call(people.student(6), "DELETE /me/shares/:share", {
      where: { share: bare.id },
    });
    assert.equal(foreign.code, "exchange/no-such-share");
    await house.call(student, "DELETE /me/shares/:share", { where: { share: bare.id } });
    assert.equal((await seen(bare.token)).code, "exchange/no-such-share");
    house.clock.advance(25 * hour);
    assert.equal((await seen(all.body.token)).code, "exchange/no-such-share");
    assert.deepEqual((await mine(student)).shares, []);
  });

  test("an own page is printed in both languages, with the address to ask again", async () => {
    const student = people.student(10);
    const id = await here.certify(await here.plantPass(student.person), student);
    const { body } = await share(student, [id], { showsName: true });
    const print = (caller: Caller, language: "zh" | "en") =>
      house.call(caller, "GET /me/shares/:share/paper", {
        where: { share: body.id },
        asks: { language },
      });
    for (const [language, words] of [
      ["zh", ["有效", "贸易术语选择"]],
      ["en", ["valid", "Store operations specialist"]],
    ] as const) {
      const paper = await print(student, language);
      assert.equal(paper.raw.headers["content-type"], "application/pdf");
      const text = readText(new Uint8Array(paper.raw.rawPayload)).join("");
      for (const word of [...words, body.token]) assert.ok(text.includes(word), word);
    }
    assert.equal((await print(people.student(11), "en")).code, "exchange/no-such-share");
  });

  test("all that is in force is one transcript, and one revoked member spoils it", async () => {
    const student = people.student(5);
    const answer = await house.call(student, "GET /me/transcript");
    const found = await verify(answer.raw.rawPayload);
    assert.equal(found.verdict, "valid", found.reasons.join());
    assert.equal(found.members.length, 2);
    assert.ok(found.members.every(({ verdict }) => verdict === "valid"));
    const { credentialSubject } = answer.raw.json<{ credentialSubject: Identified }>();
    const [holder] = credentialSubject.identifier;
    assert.equal(credentialSubject.identifier.length, 1);
    assert.equal(holder?.identityType, "sisSourcedId");
    const number = createHash("sha256").update(`2301006${holder.salt}`).digest("hex");
    assert.equal(holder.identityHash, `sha256$${number}`, "the school's number, as in each badge");
    const none = await house.call(people.student(9), "GET /me/transcript");
    assert.equal(none.code, "exchange/no-such-credential");
  });

  test("reads as revoked from the moment on which a second person confirms it", async () => {
    const student = people.student(7);
    const id = await here.certify(await here.plantPass(student.person), student);
    const files = new Map<string, Uint8Array>();
    for (const form of forms) files.set(form, await here.file(student, id, form));
    const ask = (caller: Caller) =>
      house.call(caller, "POST /credentials/:credential/revocation", {
        where: { credential: id },
        body: { reason: "评定所用的作业不是本人完成" },
      });
    const decide = (caller: Caller, isConfirmed: boolean) =>
      house.call(caller, "POST /revocations/:credential", {
        where: { credential: id },
        body: { isConfirmed },
      });
    assert.equal((await ask(people.stranger)).code, "exchange/no-such-credential");
    assert.equal((await ask(people.teacher)).code, null);
    assert.equal((await ask(here.head)).code, "exchange/revocation-asked");
    assert.equal((await verify(files.get("json")!)).verdict, "valid", "asking revokes nothing");
    assert.equal((await decide(here.head, true)).code, "exchange/second-person-needed");
    const itself: Caller = {
      ...people.teacher,
      roles: [...people.teacher.roles, ...here.operator.roles],
    };
    assert.equal((await decide(itself, true)).code, "exchange/second-person-needed");
    assert.equal((await decide(here.operator, false)).code, null);
    assert.equal((await ask(here.head)).code, null, "refused once, it can be asked again");
    assert.equal((await decide(here.operator, true)).code, null);
    assert.equal((await decide(here.operator, true)).code, "exchange/revocation-decided");
    for (const form of forms) {
      const found = await verify(files.get(form)!);
      assert.equal(found.verdict, "revoked", form);
      assert.equal(found.isValid, false);
    }
    const own = (await mine(student)).credentials.find((one) => one.id === id);
    assert.equal(own?.state, "revoked");
    assert.match(own.revoked?.reason ?? "", /不是本人/);
    assert.equal(own.revoked?.readAt, null, "it is told until it is read");
    const read = (caller: Caller) =>
      house.call(caller, "PUT /me/credentials/:credential/revocation/read", {
        where: { credential: id },
      });
    assert.equal((await read(people.student(2))).code, "exchange/no-such-credential");
    assert.equal((await read(student)).code, null);
    const once = (await mine(student)).credentials.find((one) => one.id === id)?.revoked?.readAt;
    assert.ok(once);
    house.clock.advance(60);
    await read(student);
    const twice = (await mine(student)).credentials.find((one) => one.id === id)?.revoked?.readAt;
    assert.deepEqual(twice, once, "the first time stays");
    const { body } = await house.call(here.operator, "GET /revocations");
    assert.equal(body.find((one) => one.credential === id)?.state, "confirmed");
  });

  test("of an echelon that ends says so, after its months", async () => {
    const student = people.student(8);
    const profile = { role: "R1", echelon: "E2" };
    const id = await here.certify(await here.plantPass(student.person, profile), student);
    const file = await here.file(student, id, "png");
    assert.equal((await verify(file)).verdict, "valid");
    const end = (await mine(student)).credentials[0]?.validUntil ?? assert.fail("has an end");
    assert.equal(String(end).slice(0, 7), "2029-03");
    house.clock.set(new Date(Date.parse(String(end)) + 120_000));
    const late = await verify(file);
    assert.ok(late.verdict === "expired" && !late.isValid);
    assert.equal((await mine(student)).credentials[0]?.state, "expired");
  });

  test("an id opens nothing: who may see it has the holder's link or the file", async () => {
    const student = people.student(2);
    const [own] = (await mine(student)).credentials;
    const there = await house.app.fastify.inject(`/credentials/${own?.id ?? ""}`);
    const nowhere = await house.app.fastify.inject(
      "/credentials/01900000-0000-7000-8000-0000000000ff",
    );
    assert.equal(there.statusCode, nowhere.statusCode);
    assert.equal(there.headers.location, nowhere.headers.location);
  });

  test("keys in the database are sealed, and none of a private half is told", async () => {
    const keys = await house.call(here.operator, "GET /credential-keys");
    assert.ok(keys.body.length >= 3, "school, enterprises and the installation");
    const { rows } = await house.fresh.owner.pool.query<{ sealed: string }>(
      "select sealed from exchange.credential_key",
    );
    for (const { sealed } of rows)
      assert.doesNotMatch(JSON.stringify(keys.body), new RegExp(sealed));
    const officer = holding(here.head.person, demo.school.id, "officer");
    assert.equal((await house.call(officer, "GET /credential-keys")).code, "platform/not-allowed");
  });
});
