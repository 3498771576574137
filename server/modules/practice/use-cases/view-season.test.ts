import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { createSeasonEngine } from "../engine/season-engine.ts";
import {
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { listSeasons } from "./view-season.ts";

suite("the list of seasons", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("opens no season's world, and counts each season's stores", async () => {
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
});
