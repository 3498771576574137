import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

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
});
