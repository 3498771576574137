import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { RoleName } from "@echelon/contract/identity/shapes.ts";
import { type FreshApp, freshApp } from "../../../platform/testing/fresh-app.ts";
import { identityModule } from "../index.ts";
import {
  type PlantedOrganisation,
  type PlantedPerson,
  plantOrganisation,
  plantPerson,
} from "../testing/people.ts";

suite("organisations and their people", () => {
  let app: FreshApp;
  let school: PlantedOrganisation;
  let enterprise: PlantedOrganisation;
  let operator: PlantedPerson;
  let head: PlantedPerson;
  let teacher: PlantedPerson;
  before(async () => {
    app = await freshApp({ modules: [identityModule] });
    const { means } = app.app;
    school = await plantOrganisation(means, "school", "north");
    enterprise = await plantOrganisation(means, "enterprise", "cups");
    const running = await plantOrganisation(means, "operator", "operator");
    operator = await plantPerson(means, running, { role: "operator", name: "运行员" });
    head = await plantPerson(means, school, { role: "head", name: "沈国良" });
    teacher = await plantPerson(means, school, { role: "teacher", name: "周岚" });
  });
  after(() => app.stop());

  const add = (caller: PlantedPerson, organisation: string, body: object) =>
    app.call(caller, "POST /organisations/:organisation/people", {
      where: { organisation },
      body: { name: "新人", roles: ["teacher"], ...body } as never,
    });
  const setRoles = (
    caller: PlantedPerson,
    organisation: string,
    person: string,
    roles: RoleName[],
  ) =>
    app.call(caller, "PUT /organisations/:organisation/people/:person/roles", {
      where: { organisation, person },
      body: { roles },
    });
  const reset = (caller: PlantedPerson, organisation: string, person: string) =>
    app.call(caller, "POST /organisations/:organisation/people/:person/password", {
      where: { organisation, person },
    });

  test("the operator makes organisations; a slug is one organisation's", async () => {
    const body = { kind: "school" as const, name: { zh: "东校", en: "East" }, slug: "east" };
    const made = await app.call(operator, "POST /organisations", { body });
    assert.equal(made.status, 201);
    assert.match(String(made.raw.headers["location"]), /\/api\/organisations\//);
    assert.equal(
      (await app.call(operator, "POST /organisations", { body })).code,
      "identity/slug-taken",
    );
    assert.equal(
      (await app.call(head, "POST /organisations", { body })).code,
      "platform/not-allowed",
    );
  });

  test("others see only organisations that they belong to", async () => {
    const all = await app.call(operator, "GET /organisations");
    assert.ok(all.body.items.length >= 4);
    const own = await app.call(teacher, "GET /organisations");
    assert.deepEqual(
      own.body.items.map(({ id, mayManage }) => [id, mayManage]),
      [[school.id, false]],
    );
    const foreign = await app.call(teacher, "GET /organisations/:organisation", {
      where: { organisation: enterprise.id },
    });
    assert.equal(foreign.code, "identity/no-such-organisation");
  });

  test("organisations are paged in a total order, each of them once", async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const asks: { limit: string; after?: string } = {
        limit: "2",
        ...(after === null ? {} : { after }),
      };
      const { body } = await app.call(operator, "GET /organisations", { asks });
      seen.push(...body.items.map(({ id }) => id));
      after = body.next;
    } while (after !== null);
    const all = await app.call(operator, "GET /organisations");
    assert.deepEqual(
      seen,
      all.body.items.map(({ id }) => id),
    );
  });

  test("the head adds people of the own school, in roles that a school has", async () => {
    const made = await add(head, school.id, { number: "T-042" });
    assert.equal(made.body.username, "north.t_042");
    const signed = await app.call(null, "POST /sign-in", {
      body: { username: made.body.username, password: made.body.password },
    });
    assert.equal(signed.status, 200);
    assert.equal((await add(head, school.id, { number: "T-042" })).code, "identity/number-taken");
    assert.equal(
      (await add(head, school.id, { roles: ["mentor"] })).code,
      "identity/role-not-here",
    );
    assert.equal((await add(head, enterprise.id, {})).code, "identity/no-such-organisation");
    assert.equal((await add(teacher, school.id, {})).code, "platform/not-allowed");
    const named = { username: "north.named" };
    assert.equal((await add(head, school.id, named)).status, 200);
    assert.equal((await add(head, school.id, named)).code, "identity/username-taken");
  });

  test("ending the roles ends the sessions, and the person is gone from the list", async () => {
    const made = await add(head, school.id, { name: "过客" });
    const { person, username, password } = made.body;
    await app.call(null, "POST /sign-in", { body: { username, password } });
    const sessions = () =>
      app.fresh.owner.pool.query(`select from auth.session where "userId" = $1`, [person]);
    assert.equal((await sessions()).rowCount, 1);
    assert.equal((await setRoles(head, school.id, person, [])).status, 204);
    assert.equal((await sessions()).rowCount, 0);
    const found = await app.call(head, "GET /organisations/:organisation/people", {
      where: { organisation: school.id },
      asks: { q: "过客" },
    });
    assert.deepEqual(found.body.items, []);
    assert.equal(
      (await setRoles(head, school.id, person, ["teacher"])).code,
      "identity/no-such-person",
    );
  });

  test("the last operator stays", async () => {
    const [role] = operator.roles;
    const ending = await setRoles(operator, role?.organisation ?? "", operator.person, []);
    assert.equal(ending.code, "identity/last-operator");
  });

  test("a head resets passwords in the own school, and of nobody above", async () => {
    assert.equal((await reset(head, school.id, teacher.person)).status, 200);
    assert.equal((await reset(head, school.id, operator.person)).code, "identity/no-such-person");
    const { means } = app.app;
    const both = await plantPerson(means, school, { role: "teacher" });
    const [running] = operator.roles;
    const { pool } = app.fresh.owner;
    await pool.query(
      "insert into identity.membership values ($1, $2, $3, 'operator', current_date, null)",
      [running?.organisation, means.newId(), both.person],
    );
    assert.equal((await reset(head, school.id, both.person)).code, "identity/no-such-person");
    assert.equal((await reset(operator, school.id, both.person)).status, 200);
    const codes: (string | null)[] = [];
    for (let round = 0; round < 4; round += 1) {
      codes.push((await reset(head, school.id, head.person)).code);
    }
    assert.equal(codes[3], "platform/too-many-requests");
  });

  test("what was done about people is on record for those who answer for the school", async () => {
    const where = { organisation: school.id };
    const { body } = await app.call(head, "GET /organisations/:organisation/audit", { where });
    const deeds = new Set(body.items.map(({ deed }) => deed));
    for (const deed of ["person-added", "roles-changed", "password-reset"])
      assert.ok(deeds.has(deed));
    const foreign = await app.call(teacher, "GET /organisations/:organisation/audit", { where });
    assert.equal(foreign.code, "platform/not-allowed");
  });

  test("people are listed by pinyin, paged, and found by a part of name or number", async () => {
    const office = await plantOrganisation(app.app.means, "government", "office");
    for (const name of ["王五", "李四", "张三"]) {
      await plantPerson(app.app.means, office, { role: "officer", name });
    }
    const where = { organisation: office.id };
    const first = await app.call(operator, "GET /organisations/:organisation/people", {
      where,
      asks: { limit: "2" },
    });
    const second = await app.call(operator, "GET /organisations/:organisation/people", {
      where,
      asks: { limit: "2", after: first.body.next ?? "" },
    });
    const names = [...first.body.items, ...second.body.items].map(({ name }) => name);
    assert.deepEqual(names, ["李四", "王五", "张三"]);
    const percent = await app.call(operator, "GET /organisations/:organisation/people", {
      where,
      asks: { q: "%" },
    });
    assert.deepEqual(percent.body.items, []);
  });

  test("a closed organisation takes nobody in, and its roles allow nothing", async () => {
    const body = { kind: "enterprise" as const, name: { zh: "旧厂", en: "Old" }, slug: "oldworks" };
    const { id } = (await app.call(operator, "POST /organisations", { body })).body;
    const close = (isClosed: boolean) =>
      app.call(operator, "PATCH /organisations/:organisation", {
        where: { organisation: id },
        body: { isClosed },
      });
    assert.equal((await close(true)).body.isClosed, true);
    const adding = await add(operator, id, { roles: ["mentor"] });
    assert.equal(adding.code, "identity/organisation-closed");
    assert.equal((await close(false)).body.isClosed, false);
  });

  test("a cursor of somebody's own making is a beginning, not an error", async () => {
    for (const place of [[1], [{}], ["x", {}], "x"]) {
      const after = Buffer.from(JSON.stringify(place)).toString("base64url");
      const paths = [
        "/organisations",
        `/organisations/${school.id}/people`,
        `/organisations/${school.id}/audit`,
      ];
      for (const path of paths) {
        const answer = await app.app.fastify.inject({
          url: `/api${path}?after=${after}`,
          headers: { cookie: `x-test-caller=${encodeURIComponent(JSON.stringify(operator))}` },
        });
        assert.equal(answer.statusCode, 200, path);
      }
    }
  });
});

suite("a new installation", () => {
  test("gives its operator one address, which works once", async () => {
    const app = await freshApp({ modules: [identityModule], config: { isDemo: false } });
    try {
      const { means } = app.app;
      const path = await identityModule.firstVisit?.(means);
      assert.match(path ?? "", /^\/install\/[\w-]{43}$/);
      const fresh = await app.call(null, "GET /session");
      assert.deepEqual(
        [fresh.body.isNew, fresh.body.isDemo, fresh.body.demoAccounts],
        [true, false, []],
      );
      const wish = {
        invitation: path?.split("/").at(-1) ?? "",
        organisation: { zh: "机房", en: "Lab" },
        name: "运行员",
        username: "root.person",
        password: "a good long one",
        locale: "zh" as const,
      };
      const make = (changes: object) =>
        app.call(null, "POST /installation/operator", { body: { ...wish, ...changes } });
      assert.equal((await make({ invitation: "guess" })).code, "identity/wrong-invitation");
      assert.equal((await make({ password: "88888888" })).code, "identity/password-weak");
      const both = await Promise.all([make({}), make({ username: "second.person" })]);
      assert.deepEqual(both.map(({ code }) => code ?? "made").toSorted(), [
        "identity/invitation-used",
        "made",
      ]);
      assert.equal(await identityModule.firstVisit?.(means), null);
      assert.equal((await app.call(null, "GET /session")).body.isNew, false);
    } finally {
      await app.stop();
    }
  });

  test("has no one-click accounts unless it is a demonstration", async () => {
    const app = await freshApp({ modules: [identityModule], config: { isDemo: false } });
    try {
      await identityModule.seedDemo?.(app.app.means);
      const body = { account: "teacher" };
      assert.equal(
        (await app.call(null, "POST /demo/sign-in", { body })).code,
        "identity/demo-off",
      );
    } finally {
      await app.stop();
    }
  });
});

suite("the demonstration", () => {
  test("is made once, however often it is asked for, and lets one click in", async () => {
    const app = await freshApp({ modules: [identityModule], config: { isDemo: true } });
    try {
      const { means } = app.app;
      await identityModule.seedDemo?.(means);
      await identityModule.seedDemo?.(means);
      const { rows } = await app.fresh.owner.pool.query(
        "select count(*)::int as people from identity.person",
      );
      assert.equal(rows[0].people, 46);
      const signed = await app.call(null, "POST /demo/sign-in", { body: { account: "teacher" } });
      assert.equal(signed.body.me?.name, "周岚");
      assert.equal(signed.body.demoAccounts.length, 5);
      const unknown = await app.call(null, "POST /demo/sign-in", { body: { account: "nobody" } });
      assert.equal(unknown.code, "identity/no-such-demo-account");
      // Nobody of the demonstration can be signed in as by guessing.
      const guess = { username: "zhijiang.t0017", password: "password" };
      assert.equal(
        (await app.call(null, "POST /sign-in", { body: guess })).code,
        "identity/wrong-credentials",
      );
    } finally {
      await app.stop();
    }
  });
});
