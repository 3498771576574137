import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

suite("the name of a store", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const open = (season: string, place: number, name: string) =>
    house.call(people.student(place), "POST /practice/seasons/:season/stores", {
      where: { season },
      body: { name },
    });

  test("is taken too by one that looks the same", async () => {
    const season = await runningSeason(house);
    assert.equal((await open(season, 0, "Good Cups")).status, 200);
    const alike = ["Good Cups", "good cups", "Ｇood Cups", "Good\u200b Cups", "\u202eGood  Cups"];
    for (const name of alike) assert.equal((await open(season, 1, name)).status, 409, name);
    assert.equal((await open(season, 1, "Good Cups 2")).status, 200);
  });

  test("can be seen", async () => {
    const season = await runningSeason(house);
    for (const name of ["\u200b", "\u202e\u2066", "\u3164", " \u00ad "])
      assert.equal((await open(season, 0, name)).status, 400, JSON.stringify(name));
    assert.equal((await open(season, 0, "👨‍👩‍👧 店")).status, 200);
  });
});
