import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  closeDay,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

suite("a season that is asked for", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const make = (change: object = {}) =>
    house.call(people.teacher, "POST /practice/seasons", {
      body: {
        class: house.classId,
        scenario: "first-week",
        name: "Asked for",
        pace: { kind: "by-hand" },
        bots: 6,
        enterprises: house.enterprises,
        teamSize: 1,
        ...change,
      },
    });

  test("has a pace that it can be started with", async () => {
    const timetable = { kind: "timetable", weekdays: [0], time: "18:00", timeZone: "Mars/Base" };
    assert.equal((await make({ pace: timetable })).code, "practice/pace-not-allowed");
    assert.equal((await make({ pace: { kind: "self-paced" } })).code, "practice/pace-not-allowed");
    const here = { ...timetable, timeZone: "Asia/Shanghai" };
    assert.equal((await make({ pace: here })).code, null);
  });

  test("has no more days than its scenario", async () => {
    const long = await make({ days: 8 });
    assert.equal(long.code, "practice/days-too-many");
    assert.deepEqual(long.problem?.facts, { max: 7 });
    assert.equal((await make({ days: 7 })).code, null);
  });

  test("keeps a place for people beside its bots", async () => {
    const full = await make({ bots: 120 });
    assert.equal(full.code, "practice/bots-too-many");
    assert.deepEqual(full.problem?.facts, { max: 119 });
  });

  test("by a preset has its rounds, rules and scoring", async () => {
    const unknown = await make({ preset: "marketing" });
    assert.equal(unknown.code, "practice/no-such-preset");
    const alone = await make({ scenario: "first-week", preset: "first-store" });
    assert.equal(alone.code, "practice/no-such-preset");
    const { body: contest } = await make({ scenario: "class-40", preset: "operations-contest" });
    assert.deepEqual(
      [contest.preset, contest.scoring, contest.listingsPerRoundMax, contest.daysPerRound],
      ["operations-contest", "roi", 50, 7],
    );
    assert.equal(contest.scenario.name.en, "Operations contest 8 × 40");
  });

  test("closes a round in one go, ranks by its scoring, and shows of it what it may", async () => {
    const season = await runningSeason(house, 5, { daysPerRound: 2, scoring: "roi", teamSize: 1 });
    const where = { season };
    const view = () => house.call(people.teacher, "GET /practice/seasons/:season", { where });
    const made = (await view()).body;
    const store = await openStore(house, season, 0);
    await openStore(house, season, 1);
    await closeDay(house, season, 1);
    assert.deepEqual([(await view()).body.day, (await view()).body.isClosing], [3, false]);
    const rows = await house.call(people.teacher, "GET /practice/seasons/:season/days", { where });
    const closed = new Map(rows.body.map(({ day, how }) => [day, how]));
    assert.deepEqual([closed.size, closed.get(1), closed.get(2)], [2, "by-hand", "by-hand"]);

    const board = async (as: number | null, scoring?: "targets") =>
      house.call(
        as === null ? people.teacher : people.student(as),
        "GET /practice/seasons/:season/leaderboard",
        { where, asks: scoring === undefined ? {} : { scoring } },
      );
    const asked = await board(0);
    assert.equal(asked.code, null, JSON.stringify(asked.problem));
    const open = asked.body;
    const mine = open.rows.find((row) => row.isMine)!;
    assert.equal(open.scoring, "roi");
    assert.equal(mine.value, Math.round((mine.profitMinor * 10_000) / made.openingCashMinor));
    assert.deepEqual(
      open.rows.map(({ value }) => value),
      open.rows.map(({ value }) => value).toSorted((a, b) => b! - a!),
    );
    assert.equal((await board(null, "targets")).body.scoring, "targets");
    assert.equal((await board(0, "targets")).code, "platform/not-allowed");

    const show = (ranking: "open" | "frozen" | "hidden") =>
      house.call(people.teacher, "PUT /practice/seasons/:season/ranking", {
        where,
        body: { ranking },
      });
    await show("frozen");
    await closeDay(house, season, 3);
    assert.deepEqual([(await board(0)).body.ranking, (await board(0)).body.day], ["frozen", 2]);
    assert.deepEqual([(await board(null)).body.ranking, (await board(null)).body.day], ["open", 4]);
    await show("hidden");
    assert.deepEqual((await board(0)).body.rows, []);
    const today = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/today",
      { where: { season, store } },
    );
    assert.equal(today.body.standing?.rank, null);

    const steward = { where, body: { day: 4, reason: "again" } };
    await house.call(people.teacher, "POST /practice/seasons/:season/rewind", steward);
    assert.equal((await view()).body.day, 3, "the round of day 4 begins on day 3");
    await closeDay(house, season, 3);
    await closeDay(house, season, 5);
    assert.equal((await view()).body.state, "finished", "a season may end within a round");
    const debrief = () =>
      house.call(people.student(0), "GET /practice/seasons/:season/debrief", { where });
    assert.equal((await debrief()).code, "practice/ranking-hidden");
    await show("open");
    assert.equal((await debrief()).body.standings.length, 2);
  });
});
