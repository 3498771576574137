import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { manualClock } from "../../../platform/clock/clock.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import {
  choosableSkus,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDueDays, freezeDueDay } from "./close-due-days.ts";

suite("the clock of a season", () => {
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse({ clock });
  });
  after(() => house.stop());

  const view = async (season: string) =>
    (await house.call(people.teacher, "GET /practice/seasons/:season", { where: { season } })).body;
  const strike = async () => {
    const { means } = house.app;
    await means.database.transaction((tx) => closeDueDays(means, tx));
    await house.runJobs();
  };
  const loseJobs = () => house.fresh.owner.pool.query("delete from graphile_worker._private_jobs");
  const setPace = (season: string, minutes: number) =>
    house.call(people.teacher, "PUT /practice/seasons/:season/pace", {
      where: { season },
      body: { kind: "interval", minutes, closesWhenAllReady: false },
    });

  test("closes a day when its time has come, and not before", async () => {
    const season = await runningSeason(house);
    await setPace(season, 10);
    await strike();
    assert.equal((await view(season)).day, 1);
    clock.advance(601);
    await strike();
    const next = await view(season);
    assert.equal(next.day, 2);
    assert.equal(new Date(next.closesAt ?? 0).getTime(), clock.now().getTime() + 600_000);
    await strike();
    assert.equal((await view(season)).day, 2);
  });

  test("closes the days of a round together, at its time or once all are ready", async () => {
    const season = await runningSeason(house, 5, { daysPerRound: 2, teamSize: 1 });
    const stores = [await openStore(house, season, 0), await openStore(house, season, 1)];
    await house.call(people.teacher, "PUT /practice/seasons/:season/pace", {
      where: { season },
      body: { kind: "interval", minutes: 40, closesWhenAllReady: true },
    });
    clock.advance(39 * 60);
    await strike();
    assert.equal((await view(season)).day, 1);
    clock.advance(61);
    await strike();
    const second = await view(season);
    assert.deepEqual([second.day, second.isClosing], [3, false]);
    assert.equal(Date.parse(String(second.closesAt)), clock.now().getTime() + 40 * 60_000);
    for (const [place, store] of stores.entries())
      await house.call(people.student(place), "PUT /practice/seasons/:season/stores/:store/ready", {
        where: { season, store },
        body: { day: 3, isReady: true },
      });
    await house.runJobs();
    assert.equal((await view(season)).day, 5);
    const days = await house.call(people.teacher, "GET /practice/seasons/:season/days", {
      where: { season },
    });
    const how = new Map(days.body.map((one) => [one.day, one.how]));
    assert.deepEqual(
      [1, 2, 3, 4].map((day) => how.get(day)),
      ["interval", "interval", "all-ready", "all-ready"],
    );
  });

  test("freezes no day of a season that another engine made, so that it can be ended", async () => {
    const season = await runningSeason(house);
    await setPace(season, 10);
    await house.fresh.owner.rows({
      name: "test.other-engine",
      text: "update practice.season_world set engine = engine - 1 where season_id = $1",
      values: [season],
    });
    clock.advance(601);
    const { means } = house.app;
    const upgraded = { ...means, engine: createSeasonEngine() };
    const payload = { season, branch: 0, day: 1, minute: 0 };
    await means.database.transaction((tx) => freezeDueDay(upgraded, { tx, payload }));
    const due = await view(season);
    assert.deepEqual([due.day, due.isClosing, due.closesAt], [1, false, null]);
    const ended = await house.call(people.teacher, "POST /practice/seasons/:season/finish", {
      where: { season },
    });
    assert.equal(ended.body.state, "finished");
    await upgraded.engine.stop();
  });

  test("takes no decision after the time shown, although the close comes later", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    await setPace(season, 1);
    clock.advance(59);
    assert.equal(
      (await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }])).code,
      null,
    );
    clock.advance(2);
    const late = await hand(house, season, store, 0, 1, [{ kind: "drop-product", sku }]);
    assert.equal(late.code, "practice/day-closed");
    const ready = await house.call(
      people.student(0),
      "PUT /practice/seasons/:season/stores/:store/ready",
      { where: { season, store }, body: { day: 1, isReady: true } },
    );
    assert.equal(ready.code, "practice/day-closed");
  });

  test("closes at the second and not at the next stroke of the minute", async () => {
    const season = await runningSeason(house);
    await setPace(season, 1);
    const closesAt = new Date(clock.now().getTime() + 60_000);
    clock.advance(30);
    const { means } = house.app;
    await means.database.transaction((tx) => closeDueDays(means, tx));
    const { rows } = await house.fresh.owner.pool.query<{ run_at: Date }>(
      `select j.run_at from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'practice.freeze-day' and j.payload->>'season' = $1`,
      [season],
    );
    assert.deepEqual(
      rows.map((row) => new Date(row.run_at).getTime()),
      [closesAt.getTime()],
    );
    clock.advance(31);
    await house.runJobs();
    assert.equal((await view(season)).day, 2);
  });

  test("asks again for the close of a frozen day whose job was lost", async () => {
    // Why: a backup holds no jobs, so a season that was frozen in it would stay so for ever.
    const season = await runningSeason(house);
    await house.call(people.teacher, "POST /practice/seasons/:season/close", {
      where: { season },
      body: { day: 1 },
    });
    await loseJobs();
    assert.equal((await view(season)).isClosing, true);
    await strike();
    assert.equal((await view(season)).day, 2);
  });

  test("asks again for a market that is being prepared by nobody", async () => {
    const made = await house.call(people.teacher, "POST /practice/seasons", {
      body: {
        class: house.classId,
        scenario: "first-week",
        name: "Restored",
        pace: { kind: "by-hand" },
        bots: 6,
        days: 2,
        enterprises: house.enterprises,
        teamSize: 1,
      },
    });
    await loseJobs();
    await strike();
    assert.equal((await view(made.body.id)).state, "lobby");
  });

  test("asks once although it strikes while a job waits", async () => {
    const season = await runningSeason(house);
    await house.call(people.teacher, "POST /practice/seasons/:season/close", {
      where: { season },
      body: { day: 1 },
    });
    const { means } = house.app;
    await means.database.transaction((tx) => closeDueDays(means, tx));
    const { rows } = await house.fresh.owner.pool.query<{ count: number }>(
      `select count(*)::int as count from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'practice.close-day' and j.payload->>'season' = $1`,
      [season],
    );
    assert.equal(rows[0]?.count, 1);
    await house.runJobs();
    assert.equal((await view(season)).day, 2);
  });
});
