import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { people, practiceHouse, type PracticeHouse } from "../testing/practice-class.ts";

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
});
