import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  closeDay,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

suite("help and penalties", () => {
  let house: PracticeHouse;
  let season = "";
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house);
  });
  after(() => house.stop());

  const adjust = (store: string, amountMinor: number) =>
    house.call(people.teacher, "POST /practice/seasons/:season/stores/:store/adjustments", {
      where: { season, store },
      body: { amountMinor, reason: "a reason" },
    });
  const today = async (store: string, place: number) => {
    const does = "GET /practice/seasons/:season/stores/:store/today";
    const answer = await house.call(people.student(place), does, { where: { season, store } });
    const { story, figures } = answer.body;
    const of = (code: string) => story.find((one) => one.code === code)?.facts;
    return { of, profit: figures.find(({ id }) => id === "profit")! };
  };

  test("beyond the limit are refused with the limit, and nothing is posted", async () => {
    const store = await openStore(house, season, 0);
    const answer = await adjust(store, 99_999_999_999_900);
    assert.equal(answer.code, "platform/malformed-request");
    assert.match(JSON.stringify(answer.body), /1000000000\b/);
    assert.equal((await adjust(store, 0)).code, "practice/value-not-allowed");
  });

  test("are told by themselves, and are in no comparison of two days", async () => {
    const wish = { place: 1, products: 1, feeMinor: 0, priceBp: 9_000 };
    const { store } = await sellingStore(house, season, wish);
    const other = await openStore(house, season, 2);
    assert.equal((await adjust(store, 50_000_000)).code, null);
    assert.equal((await adjust(store, -20_000_000)).code, null);
    await closeDay(house, season, 1);
    const first = await today(store, 1);
    const traded = first.profit.value - 30_000_000;
    assert.equal(first.of("story/help")?.["helpMinor"], 30_000_000);
    assert.equal(first.of("story/help")?.["profitMinor"], first.profit.value);
    assert.equal(first.of("story/first-day")?.["profitMinor"], traded);
    assert.ok(Math.abs(traded) < 10_000_000, "a day of one product earns no hundred thousand");
    assert.equal((await today(other, 2)).of("story/help"), undefined);

    assert.equal((await adjust(other, -700)).code, null);
    await closeDay(house, season, 2);
    const second = await today(store, 1);
    assert.equal(second.of("story/help"), undefined);
    assert.equal(second.of("story/day")?.["previousMinor"], traded);
    assert.equal((await today(other, 2)).of("story/penalty")?.["helpMinor"], -700);
  });
});
