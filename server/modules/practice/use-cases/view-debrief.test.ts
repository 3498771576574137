import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { DebriefView } from "@echelon/contract/practice/season.ts";
import {
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDays, sellingStore } from "../testing/selling-store.ts";

suite("looking back on a season", () => {
  let house: PracticeHouse;
  let season: string;
  let debrief: DebriefView;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 10);
    const wish = { products: 1, feeMinor: 0 };
    await sellingStore(house, season, { ...wish, place: 0, priceBp: 45_000 });
    await sellingStore(house, season, { ...wish, place: 1, priceBp: 7_000 });
    await closeDays(house, season, 6);
    const answer = await house.call(people.teacher, "GET /practice/seasons/:season/debrief", {
      where: { season },
    });
    debrief = answer.body;
  });
  after(() => house.stop());

  test("draws the same par line in the debrief as on the leaderboard", async () => {
    const board = await house.call(people.teacher, "GET /practice/seasons/:season/leaderboard", {
      where: { season },
    });
    const { parProfitMinor } = board.body;
    assert.notEqual(parProfitMinor, 0);
    assert.equal(debrief.series.parMinor.at(-1), parProfitMinor);
  });
});
