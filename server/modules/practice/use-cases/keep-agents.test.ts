import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { manualClock } from "../../../platform/clock/clock.ts";
import { limits } from "../../../platform/http/rate-limit.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import {
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

suite("a program that trades", () => {
  let house: PracticeHouse;
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  before(async () => {
    house = await practiceHouse({ clock });
  });
  after(() => house.stop());

  const letIn = async (season: string, name = "Robot", caller = people.teacher) =>
    house.call(caller, "POST /practice/seasons/:season/agents", {
      where: { season },
      body: { name },
    });
  const programs = async (season: string) =>
    (
      await house.call(people.teacher, "GET /practice/seasons/:season/agents", {
        where: { season },
      })
    ).body;

  /** A request with a token and without anything a browser would add. */
  const ask = async (
    token: string,
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await house.app.fastify.inject({
      method,
      url: `/api${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };
  const choose = async (token: string, at: string, day: number) => {
    const catalog = await ask(token, "GET", `${at}/catalog`);
    const { sku } = catalog.body.items[0];
    const wish = { key: uuidv7(), day, wishes: [{ kind: "select-product", sku }] };
    return ask(token, "POST", `${at}/decisions`, wish);
  };

  test("decides for its own store under its own name, and is refused like everybody", async () => {
    const season = await runningSeason(house);
    const { body: made } = await letIn(season);
    assert.match(made.token, /^ech_[A-Za-z0-9_-]{56}$/);
    const at = `/practice/seasons/${season}/stores/${made.store}`;
    assert.equal((await choose(made.token, at, 1)).status, 200);
    assert.equal((await choose(made.token, at, 2)).body.code, "practice/day-closed");
    const log = await ask(made.token, "GET", `${at}/decisions`);
    assert.equal(log.body.items[0].author, "Robot");
    const seen = await ask(made.token, "GET", `/practice/seasons/${season}`);
    assert.deepEqual(seen.body.myStores, [{ store: made.store, name: "Robot" }]);
    assert.equal(seen.body.maySeeAll, false);
  });

  test("has a token that is kept as a hash, and shown once", async () => {
    const season = await runningSeason(house);
    const { body: made } = await letIn(season);
    const { rows } = await house.fresh.owner.pool.query("select * from practice.agent");
    assert.doesNotMatch(JSON.stringify(rows), new RegExp(made.token.slice(4)));
    const [listed] = await programs(season);
    assert.equal("token" in listed!, false);
    assert.equal(listed!.lastUsedAt, null);
    await ask(made.token, "GET", `/practice/seasons/${season}`);
    assert.equal((await programs(season))[0]!.lastUsedAt, clock.now().toISOString());
  });

  test("is nobody any more once it is revoked, and its store stays", async () => {
    const season = await runningSeason(house);
    const { body: made } = await letIn(season);
    const where = { season, agent: String(made.store) };
    const does = "DELETE /practice/seasons/:season/agents/:agent";
    assert.equal((await house.call(people.teacher, does, { where })).status, 204);
    const said = await ask(made.token, "GET", `/practice/seasons/${season}`);
    assert.equal(said.body.code, "platform/not-signed-in");
    assert.equal((await programs(season))[0]!.isRevoked, true);
    const wall = await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
      where: { season },
    });
    assert.deepEqual(
      wall.body.tiles.map(({ name, isAgent }) => [name, isAgent]),
      [["Robot", true]],
    );
  });

  test("is known by its token or not at all, whatever cookie comes along", async () => {
    const season = await runningSeason(house);
    const { body: made } = await letIn(season);
    const teacher = encodeURIComponent(JSON.stringify(people.teacher));
    const cookie = { cookie: `x-test-caller=${teacher}` };
    const close = `/practice/seasons/${season}/close`;
    const with_ = (token: string) => ask(token, "POST", close, { day: 1 }, cookie);
    assert.equal((await with_(made.token)).body.code, "platform/not-allowed");
    assert.equal((await with_("ech_made-up")).body.code, "platform/not-signed-in");
    const changed = `${made.token.slice(0, -1)}${made.token.endsWith("A") ? "B" : "A"}`;
    assert.equal((await with_(changed)).body.code, "platform/not-signed-in");
    const foreign = { ...cookie, origin: "https://evil.example" };
    const said = await ask(made.token, "POST", close, { day: 1 }, foreign);
    assert.equal(said.body.code, "platform/foreign-origin");
    const bare = await house.app.fastify.inject({
      method: "POST",
      url: `/api${close}`,
      headers: cookie,
      payload: { day: 1 },
    });
    assert.equal(bare.json().code, "platform/foreign-origin");
  });

  test("stands in a league of its own: no rank of people counts it", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const { body: made } = await letIn(season);
    const { body: idle } = await letIn(season, "Robot 2");
    await hand(house, season, store, 0, 1, [{ kind: "set-payout-conversion", isAtOnce: true }]);
    await closeDay(house, season, 1);
    const { body: board } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/leaderboard",
      { where: { season } },
    );
    const others = board.rows.filter(({ isAgent }) => !isAgent);
    assert.deepEqual(
      others.map(({ rank }) => rank),
      others.map((_, index) => index + 1),
    );
    const own = board.rows.slice(others.length);
    assert.deepEqual(
      own.map(({ rank, isAgent }) => [rank, isAgent]),
      [
        [1, true],
        [2, true],
      ],
    );
    const numbers = own.map((one) => one.store);
    assert.deepEqual(new Set(numbers), new Set([made.store, idle.store]));
    const debrief = await house.call(people.teacher, "GET /practice/seasons/:season/debrief", {
      where: { season },
    });
    assert.deepEqual(
      debrief.body.standings.map(({ rank, isAgent }) => [rank, isAgent]),
      [
        [1, false],
        [1, true],
        [2, true],
      ],
    );
    const seen = await house.call(people.teacher, "GET /practice/seasons/:season", {
      where: { season },
    });
    assert.equal(seen.body.stores, 1);
  });

  test("is asked no question of people, and nobody waits for it", async () => {
    const pace = { kind: "interval", minutes: 60, closesWhenAllReady: true } as const;
    const season = await runningSeason(house, 4, { pace });
    const store = await openStore(house, season, 0);
    await letIn(season);
    const ready = "PUT /practice/seasons/:season/stores/:store/ready";
    const body = { day: 1, isReady: true };
    await house.call(people.student(0), ready, { where: { season, store }, body });
    await house.runJobs();
    const seen = await house.call(people.teacher, "GET /practice/seasons/:season", {
      where: { season },
    });
    assert.equal(seen.body.day, 2);
    const asked = await house.call(people.teacher, "GET /practice/seasons/:season/questions", {
      where: { season },
    });
    assert.deepEqual(
      asked.body.people.map((one) => String(one.store)),
      [store],
    );
  });

  test("is joined by nobody, and let in by no student", async () => {
    const season = await runningSeason(house);
    const { body: made } = await letIn(season);
    const where = { season, store: String(made.store) };
    const join = "POST /practice/seasons/:season/stores/:store/members";
    const joined = await house.call(people.student(0), join, { where });
    assert.equal(joined.code, "practice/no-such-store");
    const teams = await house.call(people.student(0), "GET /practice/seasons/:season/stores", {
      where: { season },
    });
    assert.deepEqual(teams.body.items, []);
    for (const caller of [people.student(0), people.assistant])
      assert.equal((await letIn(season, "Mine", caller)).code, "platform/not-allowed");
  });

  test("may be let into one's own practice", async () => {
    const own = await house.call(people.student(3), "POST /practice/rehearsal", { body: {} });
    await house.runJobs();
    const { status, body: made } = await letIn(own.body.id, "My robot", people.student(3));
    assert.equal(status, 200);
    const at = `/practice/seasons/${own.body.id}/stores/${made.store}`;
    assert.equal((await ask(made.token, "GET", `${at}/today`)).status, 200);
    const foreign = await letIn(own.body.id, "Not mine", people.student(4));
    assert.equal(foreign.code, "practice/no-such-season");
  });

  test("asks as often as its own allowance says, and is told how long to wait", async () => {
    const season = await runningSeason(house);
    const { body: made } = await letIn(season);
    const { burst } = limits["agent-reads"];
    const asked = await Promise.all(
      Array.from({ length: burst + 40 }, () =>
        ask(made.token, "GET", `/practice/seasons/${season}`),
      ),
    );
    const refused = asked.filter(({ status }) => status === 429);
    assert.ok(refused.length > 0, "an endless stream of questions was answered");
    assert.ok(refused.every(({ body }) => body.facts.seconds >= 1));
    const { body: other } = await letIn(season, "Another");
    const calm = await ask(other.token, "GET", `/practice/seasons/${season}`);
    assert.equal(calm.status, 200, "one program used up another's allowance");
  });
});
