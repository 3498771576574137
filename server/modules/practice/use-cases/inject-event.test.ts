import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { eventsPerDayMax } from "./inject-event.ts";

const event = {
  kind: "viral-demand" as const,
  from: 2,
  days: 2,
  markets: [],
  categories: [],
  sizeBp: 30_000,
  noticeDays: 1,
  headline: { zh: "爆款", en: "It went viral" },
};

suite("events of the steward", () => {
  let house: PracticeHouse;
  let season = "";
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house);
  });
  after(() => house.stop());

  const inject = (change: object = {}) =>
    house.call(people.teacher, "POST /practice/seasons/:season/events", {
      where: { season },
      body: { ...event, ...change },
    });
  const listed = async () => {
    const where = { season };
    const log = await house.call(people.teacher, "GET /practice/seasons/:season/log", { where });
    return log.body.items.filter(({ kind }) => kind === "inject-event").length;
  };

  test("are refused at once when the close would refuse them", async () => {
    // Why: the close refuses in silence, and the teacher would wait for an event that never comes.
    const unknown = await inject({ categories: ["no-such-category"] });
    assert.equal(unknown.code, "practice/value-not-allowed");
    const shrinking = await inject({ sizeBp: -5_000 });
    assert.equal(shrinking.code, "practice/value-not-allowed");
    assert.equal((await inject({ markets: ["xx"] })).code, "practice/no-such-market");
    assert.equal((await inject({ from: 5 })).code, "practice/event-after-end");
    assert.equal(await listed(), 0);
  });

  test("are counted without the stores that entered on the day", async () => {
    for (let place = 0; place < eventsPerDayMax + 2; place += 1) {
      await openStore(house, season, place);
    }
    for (let count = 0; count < eventsPerDayMax; count += 1) {
      assert.equal((await inject()).code, null);
    }
    assert.equal((await inject()).code, "practice/event-limit");
    assert.equal(await listed(), eventsPerDayMax);
  });

  test("and help reach a store on the day on which it entered", async () => {
    const store = await openStore(house, season, 20);
    const helped = await house.call(
      people.teacher,
      "POST /practice/seasons/:season/stores/:store/adjustments",
      { where: { season, store }, body: { amountMinor: 5_000, reason: "a start" } },
    );
    assert.equal(helped.code, null);
  });
});
