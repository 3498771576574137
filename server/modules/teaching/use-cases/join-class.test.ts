import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { manualClock } from "../../../platform/clock/clock.ts";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import { identityModule, openSession } from "../../identity/index.ts";
import {
  type PlantedOrganisation,
  type PlantedPerson,
  plantOrganisation,
  plantPerson,
} from "../../identity/testing/people.ts";
import { teachingModule } from "../index.ts";
import { teachingMeans } from "../means.ts";
import { viewJoin } from "./join-class.ts";
import { joinOrigins } from "./make-join-code.ts";

suite("joining by a code", () => {
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  let app: FreshApp;
  let school: PlantedOrganisation;
  let teacher: PlantedPerson;
  let teachers: string;
  let classId: string;
  before(async () => {
    app = await freshApp({ modules: [identityModule, teachingModule], isRealGate: true, clock });
    const { means } = app.app;
    school = await plantOrganisation(means, "school", "north");
    teacher = await plantPerson(means, school, { role: "teacher", name: "周岚" });
    teachers = await cookieFor(teacher.person);
    const made = await call("POST", "/classes", { school: school.id, name: "跨境2301" }, teachers);
    classId = made.json().id;
  });
  after(() => app.stop());

  const cookieFor = async (person: string) => {
    const visitor = { address: "127.0.0.1", agent: undefined };
    return (
      (await openSession(app.app.means, app.fresh.database, person, visitor)).split(";")[0] ?? ""
    );
  };
  const call = (method: "GET" | "POST" | "DELETE", path: string, body?: object, cookie = "") =>
    app.app.fastify.inject({
      method,
      url: `/api${path}`,
      headers: { origin: app.app.means.config.url, cookie },
      ...(body === undefined ? {} : { payload: body }),
    });
  const codeFor = async (wish: object = {}) =>
    (await call("POST", `/classes/${classId}/codes`, wish, teachers)).json();
  const join = (code: string, more: object = {}, cookie = "") =>
    call("POST", "/join", { code, ...more }, cookie);
  const members = async () =>
    (await call("GET", `/classes/${classId}/members`, undefined, teachers)).json();

  test("a name is enough: person, membership and session in one step", async () => {
    const { code } = await codeFor();
    const typed = `${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`;
    const seen = await call("GET", `/join/${typed}`);
    assert.deepEqual(
      [seen.json().class, seen.json().school.en, seen.json().role],
      ["跨境2301", "north", "student"],
    );
    const joined = await join(typed, { name: "小鱼" });
    assert.equal(joined.statusCode, 200, joined.body);
    assert.match(joined.json().me.username, /^north\.[2-9a-z]{6}$/);
    assert.equal(joined.json().me.hasPassword, false);
    const cookie = String(joined.headers["set-cookie"]).split(";")[0] ?? "";
    const session = await call("GET", "/session", undefined, cookie);
    assert.equal(session.json().me.name, "小鱼");
    const mine = await call("GET", "/classes", undefined, cookie);
    assert.deepEqual(
      mine.json().map(({ id, myRole }: { id: string; myRole: string }) => [id, myRole]),
      [[classId, "student"]],
    );
  });

  test("a code that is wrong, used up, expired or ended says which", async () => {
    assert.equal((await join("ABCDEFGH", { name: "甲" })).json().code, "teaching/no-such-code");
    assert.equal((await join("0O1IL", { name: "甲" })).json().code, "platform/malformed-request");
    const once = await codeFor({ usesMax: 1 });
    assert.equal((await join(once.code, { name: "甲" })).statusCode, 200);
    assert.equal((await join(once.code, { name: "乙" })).json().code, "teaching/code-used-up");
    const ended = await codeFor();
    const ending = await call(
      "DELETE",
      `/classes/${classId}/codes/${ended.code}`,
      undefined,
      teachers,
    );
    assert.equal(ending.statusCode, 204);
    assert.equal((await join(ended.code, { name: "乙" })).json().code, "teaching/code-expired");
    const short = await codeFor({ days: 1 });
    clock.advance(86_401);
    assert.equal((await call("GET", `/join/${short.code}`)).json().code, "teaching/code-expired");
  });

  test("two hundred of one lab look at a code and come in by it", async () => {
    await app.fresh.owner.pool.query("truncate platform.bucket");
    const { limits } = app.app.means;
    const { code } = await codeFor();
    // All but the last of the lab have looked and come in.
    for (let at = 0; at < 199; at += 1) {
      await limits.take("join-code-address", "127.0.0.1");
      await limits.take("join-address", "127.0.0.1");
    }
    assert.equal((await call("GET", `/join/${code}`)).statusCode, 200);
    assert.equal((await join(code, { name: "最后一个" })).statusCode, 200);
    await app.fresh.owner.pool.query("truncate platform.bucket");
  });

  test("after twenty wrong codes each further one waits a second", async () => {
    const waited: number[] = [];
    const means = {
      ...teachingMeans(app.app.means),
      wait: async (millis: number) => void waited.push(millis),
    };
    const { code } = await codeFor();
    for (let at = 0; at < 22; at += 1) await viewJoin(means, "ABCDEFGH", "192.0.2.7");
    assert.deepEqual(waited, [1_000, 1_000]);
    assert.equal((await viewJoin(means, code, "192.0.2.7")).ok, true);
    assert.equal(waited.length, 2, "a right code does not wait");
  });

  test("a code never lets in more than it says, however many come at once", async () => {
    const { code } = await codeFor({ usesMax: 5 });
    const before = (await members()).length;
    const names = Array.from({ length: 12 }, (_, at) => `同时${at}`);
    const answers = await Promise.all(names.map((name) => join(code, { name })));
    const codes = answers.map((answer) => (answer.statusCode === 200 ? "in" : answer.json().code));
    assert.equal(codes.filter((each) => each === "in").length, 5);
    assert.deepEqual(new Set(codes), new Set(["in", "teaching/code-used-up"]));
    assert.equal((await members()).length, before + 5);
  });

  test("two people with one number: the second is refused, and no half person stays", async () => {
    const { code } = await codeFor();
    const wishes = ["甲", "乙"].map((name) => join(code, { name, number: "2301077" }));
    const answers = (await Promise.all(wishes)).map((answer) => answer.json().code ?? "in");
    assert.deepEqual(
      answers.map(String).toSorted((a, b) => a.localeCompare(b)),
      ["in", "teaching/number-taken"],
    );
    const holders = (await members()).filter(
      ({ number }: { number: string }) => number === "2301077",
    );
    assert.equal(holders.length, 1);
  });

  test("who is on the class list comes in by number and name, once", async () => {
    const { code } = await codeFor();
    const { means } = app.app;
    const listed = await plantPerson(means, school, {
      role: "student",
      name: "李 明轩",
      number: "2301090",
    });
    const { pool } = app.fresh.owner;
    await pool.query(
      "insert into teaching.member values ($1, $2, 'student', 'roster', now(), null)",
      [classId, listed.person],
    );
    const number = "2301090";
    // Nobody was here by that number yet: who writes a nickname is told how to come in.
    assert.equal(
      (await join(code, { name: "小鱼", number })).json().code,
      "teaching/name-not-as-listed",
    );
    const joined = await join(code, { name: "李明轩", number, password: "a good long one" });
    assert.equal(joined.json().me.id, listed.person);
    assert.equal(joined.json().me.hasPassword, true);
    for (const name of ["李明轩", "小鱼"])
      assert.equal((await join(code, { name, number })).json().code, "teaching/number-taken");
  });

  test("who is signed in comes in as the own person, and not twice", async () => {
    const { code } = await codeFor();
    const east = await plantOrganisation(app.app.means, "school", "east");
    const guest = await plantPerson(app.app.means, east, { role: "student", name: "访客" });
    const cookie = await cookieFor(guest.person);
    const joined = await join(code, {}, cookie);
    assert.equal(joined.json().me.id, guest.person);
    assert.equal(joined.headers["set-cookie"], undefined);
    assert.equal((await join(code, {}, cookie)).json().code, "teaching/already-member");
    assert.equal((await join(code)).json().code, "teaching/name-missing");
  });

  test("a mentor's code needs a mentor of an enterprise", async () => {
    const { code, usesMax } = await codeFor({ role: "mentor" });
    assert.equal(usesMax, 200);
    assert.equal(
      (await join(code, { name: "甲" })).json().code,
      "teaching/mentor-needs-enterprise",
    );
    const enterprise = await plantOrganisation(app.app.means, "enterprise", "cups");
    const mentor = await plantPerson(app.app.means, enterprise, { role: "mentor" });
    const joined = await join(code, {}, await cookieFor(mentor.person));
    assert.equal(joined.statusCode, 200);
    const used = (await call("GET", `/classes/${classId}/codes`, undefined, teachers))
      .json()
      .find((each: { code: string }) => each.code === code);
    // The refused one took no use.
    assert.equal(used.used, 1);
  });

  test("a weak password is refused before anybody is made", async () => {
    const { code } = await codeFor();
    const before = (await members()).length;
    const answer = await join(code, { name: "甲", password: "12345678" });
    assert.equal(answer.json().code, "identity/password-weak");
    assert.equal((await members()).length, before);
  });

  test("the QR code is a drawing of the code's address", async () => {
    const { code, url } = await codeFor();
    assert.equal(url, `${app.app.means.config.url}/join/${code}`);
    const drawn = await call(
      "GET",
      `/classes/${classId}/codes/${code}/qr.svg`,
      undefined,
      teachers,
    );
    assert.equal(drawn.headers["content-type"], "image/svg+xml");
    assert.match(drawn.body, /^<svg /);
    const foreign = await call(
      "GET",
      `/classes/${classId}/codes/ABCDEFGH/qr.svg`,
      undefined,
      teachers,
    );
    assert.equal(foreign.json().code, "teaching/no-such-code");
  });

  test("a lab is sent to an address that it can reach", () => {
    const everywhere = {
      ...app.app.means.config,
      host: "0.0.0.0",
      port: 4100,
      url: "http://127.0.0.1:4100",
    };
    const own = ["192.168.1.20", "10.0.0.5"];
    const [first, second] = ["http://192.168.1.20:4100", "http://10.0.0.5:4100"];
    assert.deepEqual(joinOrigins(everywhere, "10.0.0.5:4100", own), [second, first]);
    assert.deepEqual(joinOrigins(everywhere, "127.0.0.1:4100", own), [first, second]);
    assert.deepEqual(joinOrigins(everywhere, "evil.example", own), [first, second]);
    assert.deepEqual(joinOrigins(everywhere, undefined, []), ["http://127.0.0.1:4100"]);
    const named = { ...everywhere, url: "https://echelon.example" };
    assert.deepEqual(joinOrigins(named, "10.0.0.5", own), ["https://echelon.example"]);
  });
});
