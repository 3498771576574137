import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { LeaderboardView } from "@echelon/contract/practice/insight.ts";
import type { DebriefView } from "@echelon/contract/practice/season.ts";
import {
  closeDay,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDays, sellingStore } from "../testing/selling-store.ts";

suite("how much of a rank was luck", () => {
  let house: PracticeHouse;
  let season: string;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 3);
    for (const place of [0, 1]) {
      await sellingStore(house, season, { products: 1, feeMinor: 0, place, priceBp: 9_000 });
    }
  });
  after(() => house.stop());

  const board = async (): Promise<LeaderboardView> =>
    (
      await house.call(people.teacher, "GET /practice/seasons/:season/leaderboard", {
        where: { season },
      })
    ).body;
  const debrief = async (): Promise<DebriefView> =>
    (
      await house.call(people.teacher, "GET /practice/seasons/:season/debrief", {
        where: { season },
      })
    ).body;

  test("says nothing before the end", async () => {
    await closeDays(house, season, 2);
    assert.ok((await board()).rows.every(({ band }) => band === null));
    assert.ok((await debrief()).standings.every(({ band }) => band === null));
  });

  test("gives every store of a finished season its band, of all and of people", async () => {
    await closeDay(house, season, 3);
    await house.runJobs();
    const all = (await board()).rows;
    const people = (await debrief()).standings;
    assert.equal(people.length, 2);
    for (const { rank, band } of [...all, ...people]) {
      assert.ok(band !== null);
      assert.equal(band.replicas, 3);
      assert.ok(band.best <= band.worst);
      // A rank that is better than all of the band was reached in none of the replicas.
      assert.equal(band.asGood === 0, band.best > rank);
      assert.equal(band.asGood === 3, band.worst <= rank);
    }
    assert.ok(people.every(({ band }) => band!.worst <= 2));
    assert.ok(all.some(({ band }) => band!.worst > 2));
  });
});
