import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { practiceHouse, type PracticeHouse, runningSeason } from "../testing/practice-class.ts";
import { readSeason, tellPrepared } from "./season-store.ts";

suite("a season's row", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("takes no progress of its preparation that is told after the lobby has opened", async () => {
    const season = await runningSeason(house);
    const { database } = house.app.means;
    const told = await database.transaction((tx) => tellPrepared(tx, season, 95));
    assert.equal(told, undefined);
    assert.equal((await readSeason(database, season))?.prepared_percent, 100);
  });
});
