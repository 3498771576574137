import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Caller } from "../../../platform/http/caller.ts";
import {
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

suite("teams of a season", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("keep their names to themselves where names are hidden", async () => {
    const season = await runningSeason(house);
    await openStore(house, season, 0);
    await openStore(house, season, 1);
    const seenBy = async (caller: Caller) => {
      const where = { season };
      const teams = await house.call(caller, "GET /practice/seasons/:season/stores", { where });
      return teams.body.items.map(({ name, members }) => [name, members.length]);
    };
    const open = [
      ["Store 0", 1],
      ["Store 1", 1],
    ];
    assert.deepEqual(await seenBy(people.student(0)), open);
    await house.call(people.teacher, "PUT /practice/seasons/:season/names", {
      where: { season },
      body: { areHidden: true },
    });
    assert.deepEqual(await seenBy(people.student(0)), [
      ["Store 0", 1],
      ["", 0],
    ]);
    assert.deepEqual(await seenBy(people.student(5)), [
      ["", 0],
      ["", 0],
    ]);
    assert.deepEqual(await seenBy(people.assistant), open);
    assert.deepEqual(await seenBy(people.teacher), open);
  });
});
