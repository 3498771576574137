import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { OutgoingFetch } from "../../../platform/http/outgoing.ts";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import { exchangeModule, verifyHere } from "../../exchange/index.ts";
import { demo, identityModule } from "../../identity/index.ts";
import { revokeAs } from "../../exchange/testing/revoke-as.ts";
import { people } from "../../practice/testing/practice-class.ts";
import { certifiedClass } from "../testing/certified-class.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

const origin = "https://first.example";

/** Calls out that reach the other house, as a network would. */
const reaching =
  (other: FreshApp): OutgoingFetch =>
  async (url) => {
    const { origin: of, pathname } = new URL(url);
    if (of !== origin) return { ok: false, why: "unknown-host" };
    const answer = await other.app.fastify.inject(pathname);
    const { statusCode: status, rawPayload: body } = answer;
    return { ok: true, answer: { status, headers: {}, body } };
  };

const unreachable: OutgoingFetch = async () => ({ ok: false, why: "unreachable" });

suite("keys of a school that others can reach", () => {
  let house: EvidenceHouse;
  let abroad: FreshApp;
  let here: ReturnType<typeof certifiedClass>;
  before(async () => {
    house = await evidenceHouse(undefined, { url: origin });
    here = certifiedClass(house);
    abroad = await freshApp({ modules: [identityModule, exchangeModule], clock: house.clock });
  });
  after(async () => {
    await house.stop();
    await abroad.stop();
  });

  const seenHere = (file: Uint8Array) => verifyHere(house.app.means, file);
  const seenAbroad = (file: Uint8Array, fetch = reaching(house)) =>
    verifyHere({ ...abroad.app.means, fetch }, file);
  const certified = async (place: number) => {
    const student = people.student(place);
    const id = await here.certify(await here.plantPass(student.person), student);
    return { id, file: await here.file(student, id, "json") };
  };
  const schoolKeys = async () =>
    (await house.call(here.operator, "GET /credential-keys")).body.filter(
      ({ owner }) => owner === demo.school.id,
    );
  const keyDeeds = async () => {
    const { rows } = await house.fresh.owner.pool.query<{ deeds: number }>(
      "select count(*)::int as deeds from identity.audit where deed like 'credential-key-%'",
    );
    return rows[0]?.deeds;
  };
  const rotate = (key: string, isCompromised: boolean) =>
    house.call(here.operator, "POST /credential-keys", { body: { key, isCompromised } });

  test("stand in a document at its own address, public halves alone", async () => {
    const { file } = await certified(0);
    const did = `did:web:first.example:o:${demo.school.slug}`;
    assert.equal(JSON.parse(file.toString("utf8")).issuer.id, did);
    const { fastify } = house.app;
    const answer = await fastify.inject(`/o/${demo.school.slug}/did.json`);
    assert.equal(answer.json().id, did);
    assert.equal(answer.json().assertionMethod.length, 1);
    assert.doesNotMatch(answer.body, /private|sealed|"d"/);
    assert.equal((await fastify.inject("/o/nobody/did.json")).statusCode, 404);
    await house.call(people.student(0), "GET /me/transcript");
    const own = await fastify.inject("/.well-known/did.json");
    assert.equal(own.json().id, "did:web:first.example");
  });

  test("are fetched by another installation, which knows the issuer as genuine", async () => {
    const { file } = await certified(1);
    assert.equal((await seenHere(file)).verdict, "valid");
    const found = await seenAbroad(file);
    assert.equal(found.verdict, "issuer-unknown", found.reasons.join());
    assert.ok(found.isValid && found.words?.issuer.isHere === false);
    const alone = await seenAbroad(file, unreachable);
    assert.ok(alone.verdict === "unproved" && !alone.isValid);
  });

  test("a revoked credential reads so abroad, too, by the list that is fetched", async () => {
    const { id, file } = await certified(2);
    const where = { credential: id };
    await house.call(here.head, "POST /credentials/:credential/revocation", {
      where,
      body: { reason: "a test" },
    });
    await house.call(here.operator, "POST /revocations/:credential", {
      where,
      body: { isConfirmed: true },
    });
    assert.equal((await seenAbroad(file)).verdict, "revoked");
  });

  test("an installation that moves goes on with the lists that it made before", async () => {
    const { id, file } = await certified(7);
    const { means } = house.app;
    const moved = { ...means, config: { ...means.config, url: "http://192.0.2.7:4100" } };
    const other = await revokeAs(moved, here.head, here.operator, id);
    assert.equal(other, null, "revoked at its new address");
    assert.equal((await seenAbroad(file)).verdict, "revoked");
  });

  test("an old key goes on to verify after a new one has taken its place", async () => {
    const { file } = await certified(3);
    const [old] = await schoolKeys();
    const { body, code } = await rotate(old!.id, false);
    assert.ok(code === null && body.toRevoke === 0 && body.key.replacedAt === null);
    assert.equal((await schoolKeys()).length, 2);
    assert.equal((await seenHere(file)).verdict, "valid");
    assert.equal((await seenAbroad(file)).verdict, "issuer-unknown");
    const told = await keyDeeds();
    const again = await rotate(old!.id, false);
    assert.deepEqual(
      [again.code, again.body.key.publicKey, await keyDeeds()],
      [null, body.key.publicKey, told],
      "what is so already changes nothing, and nobody is said to have done it",
    );
    const next = await certified(4);
    assert.equal((await seenAbroad(next.file)).verdict, "issuer-unknown");
    const proof = JSON.parse(next.file.toString("utf8")).proof.verificationMethod as string;
    assert.ok(proof.endsWith(body.key.publicKey));
  });

  test("a stolen key is believed no more, and all that it signed waits to be revoked", async () => {
    const { id, file } = await certified(5);
    const key = (await schoolKeys()).find(({ replacedAt }) => replacedAt === null);
    const { body } = await rotate(key!.id, true);
    assert.equal(body.toRevoke, key!.inForce);
    assert.ok(body.toRevoke >= 2);
    assert.equal((await seenHere(file)).verdict, "not-genuine");
    assert.equal((await seenAbroad(file)).verdict, "not-genuine");
    const asked = (await house.call(here.head, "GET /revocations")).body.find(
      ({ credential }) => credential === id,
    );
    assert.ok(
      asked?.state === "asked" && asked.mayDecide,
      "the school decides what is asked of it",
    );
    const decide = (caller: typeof here.head) =>
      house.call(caller, "POST /revocations/:credential", {
        where: { credential: id },
        body: { isConfirmed: true },
      });
    assert.equal((await decide(here.operator)).code, "exchange/second-person-needed");
    assert.equal((await decide(here.head)).code, null);
    const told = await keyDeeds();
    const stolenTwice = await rotate(key!.id, true);
    assert.equal(stolenTwice.body.toRevoke, 0);
    assert.equal(await keyDeeds(), told);
    const again = await certified(6);
    assert.equal((await seenHere(again.file)).verdict, "valid", "the next ones are signed anew");
  });
});

suite("keys of a school on its own network", () => {
  let house: EvidenceHouse;
  let here: ReturnType<typeof certifiedClass>;
  before(async () => {
    house = await evidenceHouse();
    here = certifiedClass(house);
  });
  after(() => house.stop());

  test("stand for themselves: a new key is a new issuer with a list of its own", async () => {
    const student = people.student(0);
    const first = await here.certify(await here.plantPass(student.person), student);
    const file = await here.file(student, first, "json");
    assert.match(JSON.parse(file.toString("utf8")).issuer.id as string, /^did:key:z6Mk/);
    assert.equal((await house.app.fastify.inject("/.well-known/did.json")).statusCode, 404);
    const keys = await house.call(here.operator, "GET /credential-keys");
    const old = keys.body.find(({ owner }) => owner === demo.school.id)!;
    const rotate = (isCompromised: boolean) =>
      house.call(here.operator, "POST /credential-keys", { body: { key: old.id, isCompromised } });
    await rotate(false);
    const seen = (bytes: Uint8Array) => verifyHere(house.app.means, bytes);
    assert.equal((await seen(file)).verdict, "valid");
    const other = people.student(1);
    const second = await here.certify(await here.plantPass(other.person), other);
    assert.equal((await seen(await here.file(other, second, "json"))).verdict, "valid");
    const where = { credential: first };
    await house.call(here.head, "POST /credentials/:credential/revocation", {
      where,
      body: { reason: "a test" },
    });
    await house.call(here.operator, "POST /revocations/:credential", {
      where,
      body: { isConfirmed: true },
    });
    assert.equal((await seen(file)).verdict, "revoked");
    await rotate(true);
    assert.equal((await seen(file)).verdict, "not-genuine", "stolen after all");
    assert.equal((await seen(await here.file(other, second, "json"))).verdict, "valid");
  });
});
