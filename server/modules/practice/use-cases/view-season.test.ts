import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Caller } from "../../../platform/http/caller.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import {
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { listSeasons } from "./view-season.ts";

suite("seasons as they are seen", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("are listed without opening a world, with the count of their stores", async () => {
    const season = await runningSeason(house);
    const empty = await runningSeason(house);
    for (const place of [0, 1]) await openStore(house, season, place);
    const engine = createSeasonEngine();
    const means = {
      ...house.app.means,
      engine: { ...engine, worldOf: () => assert.fail("a world was opened") },
    };
    const listed = await listSeasons(means, people.teacher, undefined);
    const summaries = listed.ok ? listed.value : [];
    const seen = await house.call(people.teacher, "GET /practice/seasons/:season", {
      where: { season },
    });
    const found = summaries.find(({ id }) => id === season);
    assert.equal(found?.stores, 2);
    assert.deepEqual(found?.scenario, seen.body.scenario);
    assert.equal(summaries.find(({ id }) => id === empty)?.stores, 0);
    await engine.stop();
  });

  test("say who sees every store: an assistant does without steering", async () => {
    const season = await runningSeason(house);
    const rights = async (caller: Caller) => {
      const { body } = await house.call(caller, "GET /practice/seasons/:season", {
        where: { season },
      });
      return [body.maySteer, body.maySeeAll];
    };
    assert.deepEqual(await rights(people.teacher), [true, true]);
    assert.deepEqual(await rights(people.assistant), [false, true]);
    assert.deepEqual(await rights(people.student(0)), [false, false]);
  });
});
