import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { betterAuth } from "better-auth";
import { hashPassword } from "better-auth/crypto";
import { username as usernames } from "better-auth/plugins";
import { manualClock } from "../../../platform/clock/clock.ts";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import { identityModule } from "../index.ts";
import { plantOrganisation, plantPerson } from "../testing/people.ts";

const password = "correct horse battery";

suite("signing in", () => {
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  let app: FreshApp;
  before(async () => {
    app = await freshApp({
      modules: [identityModule],
      isRealGate: true,
      clock,
      config: { isDemo: false },
    });
    const { means } = app.app;
    const school = await plantOrganisation(means, "school", "north");
    const hash = await hashPassword(password);
    await plantPerson(means, school, {
      role: "teacher",
      username: "north.li",
      password: hash,
      name: "李老师",
    });
    await plantPerson(means, school, { role: "student", username: "north.nopass" });
  });
  after(() => app.stop());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    app.app.fastify.inject({
      method: "POST",
      url: `/api${path}`,
      payload: body,
      headers: { origin: app.app.means.config.url, ...headers },
    });
  const get = (path: string, cookie = "") =>
    app.app.fastify.inject({ method: "GET", url: `/api${path}`, headers: { cookie } });
  const cookieOf = (answer: { headers: Record<string, unknown> }) =>
    String([answer.headers["set-cookie"]].flat()[0]).split(";")[0] ?? "";
  const signIn = (name: string, word = password, headers = {}) =>
    post("/sign-in", { username: name, password: word }, headers);

  test("the right password opens a session, in any writing of the name", async () => {
    for (const name of ["north.li", " NORTH.LI ", "ｎｏｒｔｈ.li"]) {
      const answer = await signIn(name);
      assert.equal(answer.statusCode, 200, answer.body);
      const session = await get("/session", cookieOf(answer));
      assert.equal(session.json().me.name, "李老师");
      assert.equal(session.json().me.memberships[0].role, "teacher");
    }
  });

  test("the cookie is closed to scripts and to foreign sites", async () => {
    const answer = await signIn("north.li");
    const header = String(answer.headers["set-cookie"]);
    assert.match(
      header,
      /^echelon\.session_token=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    );
  });

  test("wrong password, missing account and account without password are one answer", async () => {
    const answers = [
      await signIn("north.li", "wrong password"),
      await signIn("north.nobody"),
      await signIn("north.nopass"),
    ];
    const told = answers.map((answer) => {
      const { trace: _, ...problem } = answer.json();
      return [answer.statusCode, problem];
    });
    assert.deepEqual(told[1], told[0]);
    assert.deepEqual(told[2], told[0]);
    assert.equal(answers[0]?.json().code, "identity/wrong-credentials");
  });

  test("a missing account takes as long as a wrong password", async () => {
    const time = async (name: string) => {
      const began = performance.now();
      await signIn(name, "wrong password", { "x-forwarded-for": "10.0.0.9" });
      return performance.now() - began;
    };
    const wrong = [];
    const missing = [];
    for (let round = 0; round < 3; round += 1) {
      wrong.push(await time(`north.timing${round}`));
      missing.push(await time("north.nopass"));
    }
    const middle = (list: number[]) => list.toSorted((a, b) => a - b)[1] ?? 0;
    // Both pay one scrypt; without it the answer would come some fifty times faster.
    assert.ok(middle(missing) > middle(wrong) / 4 && middle(wrong) > middle(missing) / 4);
  });

  test("after ten tries an account has to wait, and says how long", async () => {
    const codes: string[] = [];
    for (let round = 0; round < 11; round += 1) {
      const answer = await signIn("north.guessed", "wrong password");
      codes.push(answer.json().code);
      if (round === 10) assert.ok(Number(answer.headers["retry-after"]) > 0);
    }
    assert.deepEqual(new Set(codes.slice(0, 10)), new Set(["identity/wrong-credentials"]));
    assert.equal(codes[10], "platform/too-many-requests");
  });

  test("a session is always a new one, and the browser's earlier one ends", async () => {
    const first = cookieOf(await signIn("north.li"));
    const again = await signIn("north.li", password, { cookie: first });
    assert.notEqual(cookieOf(again), first);
    assert.equal((await get("/session", first)).json().me, null);
  });

  test("a token that the server did not sign opens nothing", async () => {
    const planted = "echelon.session_token=PLANTED.AAAA";
    assert.equal((await get("/session", planted)).json().me, null);
    const answer = await signIn("north.li", password, { cookie: planted });
    assert.doesNotMatch(cookieOf(answer), /PLANTED/);
    const cookie = cookieOf(answer);
    const at = cookie.indexOf("=") + 3;
    const flipped = cookie.slice(0, at) + (cookie[at] === "A" ? "B" : "A") + cookie.slice(at + 1);
    assert.equal((await get("/session", flipped)).json().me, null);
    const otherScheme = cookie.replace("echelon.", "__Secure-echelon.");
    assert.equal((await get("/session", otherScheme)).json().me, null);
  });

  test("signing out ends the session for every copy of the cookie", async () => {
    const cookie = cookieOf(await signIn("north.li"));
    const out = await post("/sign-out", {}, { cookie });
    assert.equal(out.statusCode, 204);
    assert.match(String(out.headers["set-cookie"]), /Max-Age=0/);
    assert.equal((await get("/session", cookie)).json().me, null);
  });

  test("a foreign page cannot sign anybody in", async () => {
    const answer = await signIn("north.li", password, { origin: "https://evil.example" });
    assert.equal(answer.json().code, "platform/foreign-origin");
  });

  test("a session ends after thirty days unless it is used", async () => {
    const kept = cookieOf(await signIn("north.li"));
    const left = cookieOf(await signIn("north.li"));
    for (const days of [20, 20]) {
      clock.advance(days * 86_400);
      const answer = await get("/session", kept);
      assert.equal(answer.json().me?.name, "李老师");
      assert.match(String(answer.headers["set-cookie"]), /Max-Age=2592000/);
    }
    assert.equal((await get("/session", left)).json().me, null);
  });

  test("changing the password needs the old one and ends the other sessions", async () => {
    const { means } = app.app;
    const school = await plantOrganisation(means, "school", "east");
    await plantPerson(means, school, {
      role: "teacher",
      username: "east.wu",
      password: await hashPassword(password),
    });
    const mine = cookieOf(await signIn("east.wu"));
    const other = cookieOf(await signIn("east.wu"));
    const change = (body: object) => post("/me/password", body, { cookie: mine });
    const fresh = "another long one";
    assert.equal((await change({ password: fresh })).json().code, "identity/wrong-password");
    const weak = await change({ current: password, password: "12345678" });
    assert.equal(weak.json().code, "identity/password-weak");
    assert.equal((await change({ current: password, password: fresh })).statusCode, 204);
    assert.equal((await get("/session", other)).json().me, null);
    assert.notEqual((await get("/session", mine)).json().me, null);
    assert.equal((await signIn("east.wu", fresh)).statusCode, 200);
  });

  test("better-auth itself accepts our accounts and sessions, and no changed cookie", async () => {
    const { means } = app.app;
    const school = await plantOrganisation(means, "school", "south");
    const hash = await hashPassword(password);
    await plantPerson(means, school, { role: "teacher", username: "south.he", password: hash });
    const auth = betterAuth({
      secret: means.secrets.root,
      baseURL: means.config.url,
      basePath: "/api/auth",
      database: {
        db: means.database.tables<never>().withSchema("auth") as never,
        type: "postgres",
      },
      emailAndPassword: { enabled: true, disableSignUp: true },
      plugins: [usernames({ maxUsernameLength: 60 })],
      advanced: { cookiePrefix: "echelon", database: { generateId: "uuid" } },
      logger: { disabled: true },
      telemetry: { enabled: false },
    });
    // better-auth asks the computer's own clock whether a session has ended.
    clock.set(new Date());
    const cookie = cookieOf(await signIn("south.he"));
    const found = await auth.api.getSession({ headers: new Headers({ cookie }) });
    assert.equal(found?.user.username, "south.he");
    const changed = `${cookie.slice(0, -6)}AAAAAA`;
    assert.equal(await auth.api.getSession({ headers: new Headers({ cookie: changed }) }), null);
    const theirs = await auth.api.signInUsername({
      body: { username: "south.he", password },
      asResponse: true,
    });
    assert.equal(theirs.status, 200);
    const session = await get("/session", theirs.headers.get("set-cookie")?.split(";")[0] ?? "");
    assert.equal(session.json().me?.username, "south.he");
  });
});
