import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { createSeasonEngine } from "../engine/season-engine.ts";
import {
  closeDay,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { setReady } from "./mark-store.ts";

suite("a day that every store has handed in", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("closes although somebody with a store has left the class", async () => {
    const season = await runningSeason(house, 4, {
      pace: { kind: "interval", minutes: 600, closesWhenAllReady: true },
    });
    const stores: string[] = [];
    for (const place of [0, 1]) stores.push(await openStore(house, season, place));
    const gone = await openStore(house, season, 2);
    assert.ok(Number(gone) > 0);
    await house.call(people.teacher, "DELETE /classes/:class/members/:person", {
      where: { class: house.classId, person: people.student(2).person },
    });
    const hand = (place: number) =>
      house.call(people.student(place), "PUT /practice/seasons/:season/stores/:store/ready", {
        where: { season, store: stores[place] ?? "" },
        body: { day: 1, isReady: true },
      });
    await hand(0);
    const isClosing = async () => {
      const where = { season };
      return (await house.call(people.teacher, "GET /practice/seasons/:season", { where })).body
        .isClosing;
    };
    assert.equal(await isClosing(), false);
    await hand(1);
    assert.equal(await isClosing(), true);
    await house.runJobs();
  });

  test("closes although a bot runs the store of somebody who is away", async () => {
    const season = await runningSeason(house, 7, {
      absence: "autopilot",
      pace: { kind: "interval", minutes: 600, closesWhenAllReady: true },
    });
    const here = await openStore(house, season, 0);
    await openStore(house, season, 1);
    const hand = (day: number) =>
      house.call(people.student(0), "PUT /practice/seasons/:season/stores/:store/ready", {
        where: { season, store: here },
        body: { day, isReady: true },
      });
    const day = async () =>
      (await house.call(people.teacher, "GET /practice/seasons/:season", { where: { season } }))
        .body.day;
    for (const at of [1, 2, 3]) {
      await hand(at);
      await house.runJobs();
      assert.equal(await day(), at, "whose people may still come is waited for");
      await closeDay(house, season, at);
    }
    await hand(4);
    await house.runJobs();
    assert.equal(await day(), 5);
  });

  test("stays handed in, whatever is taken back after it", async () => {
    const season = await runningSeason(house, 7, { absence: "autopilot" });
    const stores = [await openStore(house, season, 0), await openStore(house, season, 1)];
    const ready = (store: string, place: number, day: number, isReady: boolean) =>
      house.call(people.student(place), "PUT /practice/seasons/:season/stores/:store/ready", {
        where: { season, store },
        body: { day, isReady },
      });
    const since = async () =>
      (
        await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
          where: { season },
        })
      ).body.tiles.map(({ autopilotSince }) => autopilotSince);
    for (const [place, store] of stores.entries()) {
      await ready(store, place, 1, true);
    }
    for (const day of [1, 2, 3]) await closeDay(house, season, day);
    for (const [place, store] of stores.entries()) {
      assert.equal((await ready(store, place, 4, true)).code, null);
    }
    await closeDay(house, season, 4);
    // Looked at the day, handed it in, and took that back.
    await ready(stores[0]!, 0, 5, true);
    await ready(stores[0]!, 0, 5, false);
    await closeDay(house, season, 5);
    assert.deepEqual(await since(), [null, null]);
    const rewound = await house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day: 5, reason: "once more" },
    });
    assert.equal(rewound.code, null);
    await closeDay(house, season, 5);
    assert.deepEqual(await since(), [null, null], "day 4 was handed in");
  });

  test("does not close where another engine made the season, so that it can be ended", async () => {
    const season = await runningSeason(house, 4, {
      pace: { kind: "interval", minutes: 600, closesWhenAllReady: true },
    });
    const store = Number(await openStore(house, season, 0));
    await house.fresh.owner.rows({
      name: "test.other-engine",
      text: "update practice.season_world set engine = engine - 1 where season_id = $1",
      values: [season],
    });
    const upgraded = { ...house.app.means, engine: createSeasonEngine() };
    const day = { day: 1, isReady: true };
    const ready = await setReady(upgraded, people.student(0), season, store, day);
    assert.equal(ready.ok && ready.value.isReady, true);
    const ended = await house.call(people.teacher, "POST /practice/seasons/:season/finish", {
      where: { season },
    });
    assert.equal(ended.body.state, "finished");
    await upgraded.engine.stop();
  });
});
