import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { uuidv7 } from "../../../platform/ids.ts";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";

suite("a season that is taken back", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const rewind = (season: string, day: number) =>
    house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day, reason: "a wrong close" },
    });
  const drafts = async (season: string, store: string) =>
    (
      await house.call(people.student(0), "GET /practice/seasons/:season/stores/:store/drafts", {
        where: { season, store },
      })
    ).body.items;

  test("has not ended: with its end the truth of its market was opened", async () => {
    const season = await runningSeason(house, 2);
    await closeDay(house, season, 1);
    await closeDay(house, season, 2);
    assert.equal((await rewind(season, 2)).code, "practice/season-closed");
    const stopped = await runningSeason(house, 2);
    await closeDay(house, stopped, 1);
    const where = { season: stopped };
    await house.call(people.teacher, "POST /practice/seasons/:season/finish", { where });
    assert.equal((await rewind(stopped, 1)).code, "practice/season-closed");
  });

  test("gives hundreds of decisions back and leaves room for new drafts", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    const rule = (units: number): Wish => ({
      kind: "set-reorder-rule",
      sku,
      pointUnits: units,
      upToUnits: units + 10,
    });
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    for (const start of [0, 200, 400]) {
      const wishes = Array.from({ length: 200 }, (_, index) => rule(start + index));
      assert.equal((await hand(house, season, store, 0, 1, wishes)).code, null);
    }
    await closeDay(house, season, 1);
    assert.equal((await rewind(season, 1)).code, null);
    assert.equal((await drafts(season, store)).length, 601);
    const saved = await house.call(
      people.student(0),
      "PUT /practice/seasons/:season/stores/:store/drafts",
      { where: { season, store }, body: { key: "listing/x/us", value: "{}" } },
    );
    assert.equal(saved.code, null);
  });

  test("counts no withdrawn decision: who had only those is idle", async () => {
    const season = await runningSeason(house, 7);
    const store = await openStore(house, season, 1);
    const [sku = ""] = await choosableSkus(house, season, store, 1);
    for (const day of [1, 2, 3, 4]) await closeDay(house, season, day);
    await hand(house, season, store, 1, 5, [{ kind: "select-product", sku }]);
    await closeDay(house, season, 5);
    assert.equal((await rewind(season, 5)).code, null);
    const wall = await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
      where: { season },
    });
    const [tile] = wall.body.tiles;
    assert.equal(tile?.daysSinceDecision, 4);
    assert.ok(tile?.warnings.includes("idle"));
  });

  test("lists the steward's withdrawn events in its log", async () => {
    const season = await runningSeason(house);
    const where = { season };
    await closeDay(house, season, 1);
    await house.call(people.teacher, "POST /practice/seasons/:season/events", {
      where,
      body: {
        kind: "news",
        from: 2,
        days: 1,
        markets: [],
        categories: [],
        sizeBp: 0,
        noticeDays: 0,
        headline: { zh: "新闻", en: `News ${uuidv7()}` },
      },
    });
    await rewind(season, 1);
    const log = await house.call(people.teacher, "GET /practice/seasons/:season/log", { where });
    const events = log.body.items.filter(({ kind }) => kind === "inject-event");
    assert.deepEqual(
      events.map(({ isSuperseded }) => isSuperseded),
      [true],
    );
  });
});
