import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { SeasonModules } from "@echelon/contract/practice/season.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import {
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { readWorld, writeWorld } from "../store/season-store.ts";
import { listSeasons, viewSeason } from "./view-season.ts";

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

  test("of a world from before a module existed say that it is off", async () => {
    const season = await runningSeason(house);
    const { means } = house.app;
    const frozen = await readWorld(means.database, season);
    const { ads, returns, warehouses } = frozen.scenario.modules;
    const modules = { ads, returns, warehouses, dropped: true };
    const source = { ...frozen, scenario: { ...frozen.scenario, modules } } as never;
    await house.fresh.owner.rows({
      name: "test.forget-world",
      text: "delete from practice.season_world where season_id = $1",
      values: [season],
    });
    await means.database.transaction((tx) => writeWorld(tx, season, source));
    const engine = createSeasonEngine();
    const seen = await viewSeason({ ...means, engine }, people.teacher, season);
    await engine.stop();
    assert.ok(seen.ok);
    const told = SeasonModules.parse(seen.value.modules);
    const { tenders, tiers, equity, company } = told;
    assert.deepEqual([tenders, tiers, equity, company], [false, false, false, false]);
    assert.equal(told.ads, ads);
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
